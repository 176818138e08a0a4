"""The website: home, legal documents, and the chat in the page."""
