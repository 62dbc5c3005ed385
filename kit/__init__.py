"""What every room needs and no room owns; knows Django, and neither cases nor staff."""
