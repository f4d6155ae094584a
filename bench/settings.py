"""The settings of the house with one more address, for the bare page."""

from zhijia.site.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
