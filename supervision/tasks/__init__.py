"""Tasks of units: given, received, reported, checked by another; instructions and meetings both make them."""
