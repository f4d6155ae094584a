"""meetings (会议)."""
