"""What lists of the congress room can be narrowed by, one file a subject."""
