"""Every mail in every state: for people to look at, for tests to hold."""
