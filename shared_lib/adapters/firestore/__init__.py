"""Firestore holds the sessions of the chat."""
