"""A question in its conversation in, a cited answer out."""
