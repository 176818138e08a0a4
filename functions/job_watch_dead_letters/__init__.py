"""Events that consumers gave up on."""
