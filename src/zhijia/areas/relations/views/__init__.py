"""Pages of the relations room, by subject."""
