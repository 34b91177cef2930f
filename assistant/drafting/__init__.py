"""What was found in, the draft of an answer out: for each kind of question its own way."""
