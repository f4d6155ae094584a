"""How the rows of the room read, one file a subject."""
