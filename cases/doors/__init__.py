"""One row an act: all that the house knows of it beside its law."""
