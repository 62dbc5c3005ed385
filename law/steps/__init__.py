"""The transitions the Regulation lets happen, a module for each part of the way; law/procedure.py puts them together."""
