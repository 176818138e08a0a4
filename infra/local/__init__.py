"""The whole system on one machine: database, emulators, stand-ins for vendors, console."""
