"""The demo (演示): four unions with one year of records, built through the same actions people use."""
