"""Disputes 矛盾纠纷: filed on a phone, worked on, handed up, settled, closed by another person, turned into a case."""
