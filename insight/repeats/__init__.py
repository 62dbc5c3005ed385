"""Repeats: texts sketched by the worker, found again while somebody types."""
