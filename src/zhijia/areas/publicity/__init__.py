"""publicity (宣传)."""
