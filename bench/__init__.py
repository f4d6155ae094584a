"""What the house costs beside its floors and its peers, both sides measured in one run on the same machine."""
