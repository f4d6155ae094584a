"""Foundations: know no area and no furniture."""
