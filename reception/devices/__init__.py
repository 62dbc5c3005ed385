"""Devices of the desk behind a small program on the same machine: ID-card reader, document camera, receipt printer."""
