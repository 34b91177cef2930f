"""What was measured, and how: each file but `served` is run by itself."""
