"""The table of the toy room."""
