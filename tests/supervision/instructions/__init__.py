"""Tests of leaders' instructions and of tasks."""
