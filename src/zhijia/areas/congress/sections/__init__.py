"""What the congress room adds to the one page per person, one file a subject."""
