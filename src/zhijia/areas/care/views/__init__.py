"""Pages of the care room, by subject."""
