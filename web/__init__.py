"""The page's parts: answers as safe HTML, the plain pages, the picture, exports and feedback."""
