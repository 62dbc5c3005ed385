"""Work that takes longer than a page: a row with progress, taken up again after a kill, cancelled by its owner."""
