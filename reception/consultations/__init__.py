"""Consultations: three fields and no clock of the law, one key to a petition, some looked at by another."""
