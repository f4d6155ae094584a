"""Suggestions (合理化建议、五小): raised, judged, done, reckoned, rewarded."""
