"""What earlier questions count for in a search, where no collection tells what was named."""

from collections.abc import Mapping, Sequence

from assistant.language.words import content
from assistant.reading.follow_up import pronoun
from index.ranker import Earlier
from index.types import Encoding

FEW_WORDS = 2  # content words up to which a question leans on what came before
LEANING = 0.4  # what the question before counts for one that leans on it, which itself counts 1
COMPLETE = 0.05  # the same for one that stands alone
FADING = 0.5  # of what a question counts, what the one before it does


def weigh_turns(
    question: str, earlier: Sequence[str], encodings: Mapping[str, Encoding]
) -> list[Earlier]:
    """The earlier questions with what each counts beside the last one, which counts 1; in order.

    A question that points back or has hardly a content word takes more of what came before
    (`benchmarks/LOG.md` has what else was tried).
    """
    leans = pronoun(question) is not None or len(content(question)) <= FEW_WORDS
    first = LEANING if leans else COMPLETE
    return [
        Earlier(text, encodings[text], first * FADING ** (len(earlier) - number))
        for number, text in enumerate(earlier, start=1)
    ]
