"""How we get what the use cases need, one vendor in each folder."""
