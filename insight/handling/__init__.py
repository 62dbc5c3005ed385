"""How a petition may be handled: kind, path, unit, tier, each suggested with its reason. It suggests, a person decides."""
