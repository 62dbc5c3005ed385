"""The records of the supervision room."""
