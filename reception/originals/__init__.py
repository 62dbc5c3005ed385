"""Originals: a receipt for what is left with the office, and its return."""
