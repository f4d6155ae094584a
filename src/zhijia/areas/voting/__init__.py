"""Voting (表决、选举、测评): one engine under congress, elections, appraisal and surveys."""
