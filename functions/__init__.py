"""How the world reaches us: one folder, one deployed function, one trigger."""
