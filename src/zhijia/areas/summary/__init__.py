"""summary (总结)."""
