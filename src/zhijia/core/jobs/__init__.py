"""Work that takes longer than a page may wait: one table, one worker, nothing lost when it stops."""
