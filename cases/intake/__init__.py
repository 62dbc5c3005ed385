"""Registering from a page: drafts kept, similar cases suggested, nothing refused."""
