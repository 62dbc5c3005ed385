"""The outbox: what is to be told to somebody, how it went out, and what is not known of it."""
