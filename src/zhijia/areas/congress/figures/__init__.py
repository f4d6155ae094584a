"""What the congress room counts, one file a subject."""

from zhijia.areas.congress.figures.proposals import PROPOSALS

FIGURES: tuple = (*PROPOSALS,)
