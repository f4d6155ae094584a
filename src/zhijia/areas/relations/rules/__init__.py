"""Rules of letters, mediation, supervision and contracts, one file a subject. Pure. Sources: docs/areas/relations.md."""
