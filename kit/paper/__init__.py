"""What stands on paper: faces, QR codes, the words of a day."""
