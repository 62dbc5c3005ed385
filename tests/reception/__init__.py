"""Tests of the reception room."""
