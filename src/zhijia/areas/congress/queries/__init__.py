"""Which rows of the congress room an actor sees, and which rows figures count, one file a subject."""
