"""A standalone question in, what it names and of what kind it is out."""
