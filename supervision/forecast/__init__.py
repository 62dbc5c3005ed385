"""Forecast: which clocks will probably be missed, by a plain rule that each line explains, and how often it was right."""
