"""Visits: registered like everything else, with what was said and answered, or who answers by when."""
