"""Tables of the congress room, one file a subject."""
