"""At which unit an act is done, who stands there, and who must not: the accused-party wall (Art. 30)."""
