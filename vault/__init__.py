"""Keys, sealing and keyed digests for personal fields; no Django on this floor."""
