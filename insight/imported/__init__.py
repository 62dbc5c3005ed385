"""Repeats among what came in many at once: looked for by the worker, joined or dismissed by a person."""
