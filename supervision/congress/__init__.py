"""Reports to the people's congress and the consultative conference, their remarks and our replies."""
