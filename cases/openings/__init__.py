"""Is an act open, and if not why: each condition is one function."""
