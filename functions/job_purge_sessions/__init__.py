"""Each night: what was kept long enough."""
