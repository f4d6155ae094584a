"""The few pages of the house itself: the door, the desk, the standards, the keeping."""
