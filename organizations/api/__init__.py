"""The door of the organizations floor for programs."""
