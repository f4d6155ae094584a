"""What the congress room counts, one file a subject."""

from zhijia.areas.congress.figures import elections

FIGURES = (*elections.FIGURES,)
