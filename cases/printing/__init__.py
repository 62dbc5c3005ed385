"""What goes to paper: letters as PDF and Word, printed forms, the printed glossary."""
