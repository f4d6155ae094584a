"""Open affairs (厂务、校务、队务、班务公开): what must be open, each item from draft to archive."""
