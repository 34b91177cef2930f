"""How long a question and a conversation may be: one limit for page, API, model and tools."""

QUESTION_CHARACTERS = 2_000
EARLIER_QUESTIONS = 20  # that a question carries along, as its conversation
