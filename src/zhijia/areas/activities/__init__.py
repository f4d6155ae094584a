"""activities (文体)."""
