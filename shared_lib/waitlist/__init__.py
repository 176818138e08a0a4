"""Who waits for a time, and the offers they get."""
