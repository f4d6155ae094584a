"""What happens around a congress, one file a subject. Every act is one deed."""
