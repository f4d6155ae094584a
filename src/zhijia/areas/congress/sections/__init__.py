"""What the congress room adds to the desk and to the page of one person, one file a subject."""
