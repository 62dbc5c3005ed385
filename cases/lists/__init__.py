"""Lists, figures and filters: what waits for a person, paged by key."""
