"""Whether what was found answers: signals in, calibrated decisions out."""
