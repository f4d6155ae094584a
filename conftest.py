"""The people of our stories, for every room."""

pytest_plugins = ["tests.people"]
