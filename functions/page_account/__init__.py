"""A guest's own pages."""
