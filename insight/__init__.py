"""Suggestions: what a text resembles and what it is about. It suggests, a person decides."""
