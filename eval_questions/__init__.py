"""The questions with their gold spans, and the suite that scores a run."""
