"""Sheets as they lie: reading books of sheets, finding headers, classifying rows, understanding cells."""
