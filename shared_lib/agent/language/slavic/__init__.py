"""What Russian and Ukrainian share: how a time is said; patterns name in brackets what differs."""
