"""The website chat."""
