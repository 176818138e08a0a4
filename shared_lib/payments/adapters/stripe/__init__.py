"""Stripe takes money and gives it back."""
