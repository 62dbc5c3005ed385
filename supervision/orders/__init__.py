"""Orders 督办: where duty was not done, what was ordered, and what came of it (Art. 38-40)."""
