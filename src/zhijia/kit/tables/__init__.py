"""Tables of our own (docs/decisions/0004): `Table` and `Column`."""

from zhijia.kit.tables.columns import Column
from zhijia.kit.tables.table import Table

__all__ = ["Column", "Table"]
