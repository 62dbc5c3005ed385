"""What stands on paper: faces, QR and check codes, the words of a day, letters as PDF and Word."""
