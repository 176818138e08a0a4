"""Where CoreSync runs: the cloud, and one machine."""
