"""Pages of the appraisal room, one file a subject."""
