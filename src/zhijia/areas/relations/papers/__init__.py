"""Papers of mediation and supervision in Word, in their usual form; what nobody wrote down stays a line to fill in."""
