"""Facts and rules of the spa, in the standard library alone."""
