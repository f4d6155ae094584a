"""What the union holds to be true of a person's number, dates and standing; values in, value out."""
