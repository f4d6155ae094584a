"""Files people hand in (附件): judged by content, encrypted on disk, given out only as downloads."""
