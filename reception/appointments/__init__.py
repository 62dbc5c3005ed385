"""Appointments 约访: places of reception days, what is told beforehand, who sits there, what comes of it (Art. 18)."""
