"""A guest's journey; a package, so that its browser and clock end with it, before other tests start theirs."""
