"""What the congress room puts on the to-do desk (待办), one file a subject."""
