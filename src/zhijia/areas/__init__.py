"""The rooms: one package an area of union work."""
