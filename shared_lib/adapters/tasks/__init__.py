"""Cloud Tasks: work at its time."""
