"""What is nobody else's business: encrypted columns, blind lookup, masking, register of personal fields."""
