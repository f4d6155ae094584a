"""Formats of dates and numbers as people here write them."""
