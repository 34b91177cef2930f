"""What earlier questions count for in a search, where no collection tells what was named."""

from collections.abc import Sequence

from assistant.follow_up import pronoun
from assistant.words import content

FEW_WORDS = 2  # content words up to which a question leans on what came before
LEANING = 0.4  # what the question before counts for one that leans on it, which itself counts 1
COMPLETE = 0.05  # the same for one that stands alone
FADING = 0.5  # of what a question counts, what the one before it does


def turn_weights(question: str, earlier: Sequence[str]) -> tuple[float, ...]:
    """What each of the earlier questions counts beside the last one, which counts 1; in order.

    A question that points back or has hardly a content word takes more of what came before
    (`benchmarks/LOG.md` has what else was tried).
    """
    leans = pronoun(question) is not None or len(content(question)) <= FEW_WORDS
    first = LEANING if leans else COMPLETE
    return tuple(first * FADING**back for back in reversed(range(len(earlier))))
