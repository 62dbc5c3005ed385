"""The words of this room, one module a topic: no record is needed to know them (the schema names them)."""
