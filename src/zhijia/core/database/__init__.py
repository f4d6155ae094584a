"""The database under the house: how it must be set, how rows get in fast, how it is kept safe."""
