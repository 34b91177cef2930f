"""What the files of people's own words may say: what they ask, and who has in common what they ask.

Each model is the shape of a file, as in `schema.py`.
"""

from dataclasses import dataclass, field

from corpus.strict import Identifier, Strict, Text


@dataclass(frozen=True)
class PlainEntry(Strict):
    """Everyday wordings of the sentence in which `words` stand, and questions that it answers.

    Where several are given, of each of these sentences: a need that they meet together.
    """

    words: Text | list[Text]
    says: list[Text]


# `plain.yaml`: for documents by id, their sentences in everyday words; never shown.
PlainFile = dict[Identifier, list[PlainEntry]]
# `unsaid.yaml`: for documents by id, questions that lie near and that no text answers.
UnsaidFile = dict[Identifier, list[Text]]
# `off_topic.yaml`: what people ask of any assistant, on subjects that no text is about.
OffTopicFile = list[Text]


@dataclass(frozen=True)
class ItselfEntry(Strict):
    """What people ask of the assistant itself, and what it says then."""

    reply: Text
    asked: list[Text]


ItselfFile = list[ItselfEntry]  # `itself.yaml`


@dataclass(frozen=True)
class PropertyEntry(Strict):
    """What documents have in common, how people ask for it, and the words of each that show it."""

    name: Text
    asked: list[Text]
    members: dict[Identifier, Text]


PropertiesFile = list[PropertyEntry]  # `properties.yaml`


@dataclass(frozen=True)
class UsualEntry(Strict):
    """What people ask of every counted document, in wordings that call it `it`.

    `told`: by id, the words of those that tell it. `open`: those of which readers may judge
    otherwise. All others don't tell it.
    """

    name: Text
    asked: list[Text]
    told: dict[Identifier, Text] = field(default_factory=dict)
    open: list[Identifier] = field(default_factory=list)


UsualFile = list[UsualEntry]  # `usual.yaml`
