"""Figures (数): a sentence, a set of rows and a measure, never a bare number."""

from zhijia.core.figures.figure import Figure, Finding, Ratio, all_figures, figure, find, find_all, register
from zhijia.core.figures.kinds import Kind, Quantity
from zhijia.core.figures.measures import Count, Distinct, Sum

__all__ = [
    "Count", "Distinct", "Figure", "Finding", "Kind", "Quantity", "Ratio", "Sum", "all_figures", "figure", "find",
    "find_all", "register",
]
