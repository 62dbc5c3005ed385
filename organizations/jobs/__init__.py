"""Long work as people have it: asked for, noted in the journal, found again, cancelled, its file fetched."""
