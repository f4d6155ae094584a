"""What the congress room counts, one file a subject."""

FIGURES: tuple = ()
