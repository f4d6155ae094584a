"""Furniture: pages, tables, sheets, papers. Knows no area."""
