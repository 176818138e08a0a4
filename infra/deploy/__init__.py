"""Brings the cloud in line with the lists of this repository."""
