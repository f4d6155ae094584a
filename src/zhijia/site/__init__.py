"""The front door: the only place that knows every area."""
