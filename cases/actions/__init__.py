"""Everything that changes a case: one function an act, each in the frame `performing`."""
