"""The simulation: a district lives for some days through the real acts, follow-ups and periodic tasks, in one process."""
