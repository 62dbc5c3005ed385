"""The hall's own day: shifts handed over, notes of what happened."""
