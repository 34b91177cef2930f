"""How long a question and a conversation may be: one limit for page, API, model and tools."""

from asked import LONGEST_QUESTION

QUESTION_CHARACTERS = LONGEST_QUESTION
EARLIER_QUESTIONS = 20  # that a question carries along, as its conversation
