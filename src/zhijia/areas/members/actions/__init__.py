"""What may be done to people, memberships, the organisation and posts; each act with its deed."""
