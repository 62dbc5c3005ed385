"""What letters have in common, of cases and of the records of rooms: numbers, service, scans, files."""
