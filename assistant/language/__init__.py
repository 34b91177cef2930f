"""English as questions use it: words, phrases, kinds of answer, slips. Knows no collection."""
