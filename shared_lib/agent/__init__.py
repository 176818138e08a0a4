"""The agent: what people say, what follows from it, and how we answer."""
