"""职工之家 · Zhijia: the year of a grassroots trade union, from records to a signed summary."""

__version__ = "0.2.0"
