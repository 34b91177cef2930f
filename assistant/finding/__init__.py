"""A question that was read in, the sentences of the collection that bear on it out."""
