"""The hall: windows, numbers that are called, and how long people wait."""
