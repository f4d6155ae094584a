"""What the congress room counts, one file a subject."""

from zhijia.areas.congress.figures import bodies, elections, sittings

FIGURES: tuple = (*bodies.FIGURES, *sittings.FIGURES, *elections.FIGURES)
