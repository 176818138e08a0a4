"""Mails to guests: which, when, and what became of them."""
