"""finance (经费)."""
