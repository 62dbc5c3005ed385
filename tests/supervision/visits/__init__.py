"""Tests of return visits."""
