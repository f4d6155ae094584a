"""Turns what people type about cases into values, one file a subject."""
