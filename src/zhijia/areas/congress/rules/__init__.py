"""Rules of congresses, one file a subject. Pure. Sources: docs/areas/congress.md."""
