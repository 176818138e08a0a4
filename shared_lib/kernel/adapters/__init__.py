"""The database, Pub/Sub, Cloud Tasks, keys and clock."""
