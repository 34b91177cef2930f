"""One file for each library that is measured beside this project; `process.py` runs any of them."""
