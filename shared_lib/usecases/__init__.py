"""What we do, a verb for each module."""
