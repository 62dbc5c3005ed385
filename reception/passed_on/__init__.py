"""What others passed on: registered under their number, with their day and the report that they want."""
