"""The widget for any site: its script, the frame's side of it, and an example site."""
