"""The demo (演示): seven unions with one year of records, democracy included, built through the same actions people use."""
