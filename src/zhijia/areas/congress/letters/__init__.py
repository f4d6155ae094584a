"""Letters of the congress room in Word, one file a subject."""
