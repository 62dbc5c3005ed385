"""A case as one reader may read it."""
