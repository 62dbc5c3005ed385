"""The feed 变动 (design §16): what was committed, in that order, as far as one reader may see it."""
