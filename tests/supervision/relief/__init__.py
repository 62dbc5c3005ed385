"""Tests of relief."""
