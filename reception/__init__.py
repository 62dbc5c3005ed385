"""Reception: the front door of an office. Letters, telephone and fax; what is opened, handed in and called back."""
