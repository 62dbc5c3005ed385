"""Who passes petitions on to a desk, and how their lists are read."""
