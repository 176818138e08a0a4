"""What the house promises in writing: the legal documents, each in versions that stay as they were published."""
