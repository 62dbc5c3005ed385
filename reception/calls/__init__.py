"""The telephone: a page made for typing while one listens, calls back, recordings that the caller was told of."""
