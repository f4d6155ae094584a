"""Pages of the congress room, one file a subject."""
