"""What a town and the district see of all that: the grid of villages by rounds, doubtful zeros, 研判单, early warnings."""
