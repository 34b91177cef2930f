"""A collection's own words in, a small change to its embedding model's weights out."""
