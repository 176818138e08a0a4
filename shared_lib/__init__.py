"""What CoreSync is, whoever calls."""
