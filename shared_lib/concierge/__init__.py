"""What needs a person: cases with an owner and a promise, and what guests say of their health."""
