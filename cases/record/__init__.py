"""What an act leaves behind: the chain of events, search terms, follow-ups and notices."""
