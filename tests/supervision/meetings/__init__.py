"""Tests of meetings and of the reports to congress and conference."""
