"""The website: home, the papers of the house, and the chat in the page."""
