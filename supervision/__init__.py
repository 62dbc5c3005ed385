"""The supervision room: no deadline passes unseen, no case is nobody's (Art. 38-41)."""
