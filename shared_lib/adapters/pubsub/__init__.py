"""Pub/Sub carries booking events to those who follow them."""
