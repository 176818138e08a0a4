"""How requests become use cases."""
