"""A follow-up in its conversation in, a question that stands alone out."""
