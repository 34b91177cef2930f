"""Places in a row that are where one document is about, read as its name."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.reading.mentions import Mention, Target
from assistant.reading.narrowing import in_a_row


def with_places_as_name(
    text: str, mentions: Sequence[Mention], where: Mapping[str, Sequence[str]]
) -> list[Mention]:
    """The mentions, several places in a row as the document that alone is about all of them.

    `where`: for each document's id the places that it is about. None are where any is named.
    """
    placed = [m for m in mentions if any(target.facet == "place" for target in m.targets)]
    named = any(mention.names("document") for mention in mentions)
    row = all(in_a_row(text[one.end : other.start]) for one, other in pairwise(placed))
    if named or not row or len(placed) < 2:
        return list(mentions)
    values = {t.name for m in placed for t in m.targets if t.facet == "place"}
    about = [name for name, places in where.items() if values <= set(places)]
    if len(about) != 1:
        return list(mentions)
    whole = Mention(placed[0].start, placed[-1].end, (Target("document", about[0]),))
    others = [mention for mention in mentions if mention not in placed]
    return sorted([*others, whole], key=lambda mention: mention.start)
