"""Pages of the voting room."""
