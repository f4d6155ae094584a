"""What the relations room counts. Definitions with their sources: docs/areas/relations.md."""

from zhijia.areas.relations.figures.cases import DISPUTES, LETTERS, MATTERS
from zhijia.areas.relations.figures.contracts import CONTRACTS

FIGURES = (*LETTERS, *DISPUTES, *MATTERS, *CONTRACTS)
