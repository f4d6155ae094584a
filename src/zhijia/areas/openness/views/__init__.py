"""Pages of the openness room."""
