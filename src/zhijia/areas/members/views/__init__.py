"""Pages of the members room, by subject."""
