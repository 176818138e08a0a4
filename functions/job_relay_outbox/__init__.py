"""Events and refunds that did not get out."""
