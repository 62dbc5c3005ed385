"""What was scanned or photographed, shown page by page beside the text that is typed from it."""
