"""Correcting one thing of a registration, without typing the others again: the act CORRECT with one field (Art. 22)."""
