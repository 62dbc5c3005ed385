"""The tables of the screening room."""
