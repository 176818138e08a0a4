"""Those who wait are offered the places that have opened."""
