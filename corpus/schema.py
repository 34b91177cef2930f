"""What a collection's own files may say: `collection.yaml`, `vocabulary.yaml` and one file a board.

Each model is the shape of a file, refused as a whole where a key is unknown or a type is wrong.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from corpus.strict import Identifier, Strict, Text, Written

Colour = Annotated[str, Written(r"^#[0-9a-fA-F]{6}$")]
Address = Annotated[str, Written(r"^(https?://[^\s/]+\.[^\s/]+\S*|mailto:\S+@\S+\.\S+)$")]


@dataclass(frozen=True)
class LinkEntry(Strict):
    """A link as the source gives it; its kind is read from the address."""

    label: Text
    url: Address


@dataclass(frozen=True)
class RelationEntry(Strict):
    """`who` (this document, unless said) stands in relation `kind` to `what`; `words` show it."""

    kind: Text
    what: Identifier
    words: Text
    who: Identifier | None = None


@dataclass(frozen=True)
class DocumentEntry(Strict):
    """One document of a board. A fact is a value that stands in the text, or `value: its words`.

    `where`: the places it is about, as its title or text calls them; shown beside its name.
    """

    id: Identifier
    title: Text
    text: Text
    kind: Text = "document"
    name: Text | None = None
    section: str = ""
    read_more: str = ""
    where: list[Text] = field(default_factory=list)
    aliases: list[Text] = field(default_factory=list)
    links: list[LinkEntry] = field(default_factory=list)
    facts: dict[str, list[Text | dict[str, str]]] = field(default_factory=dict)
    relations: list[RelationEntry] = field(default_factory=list)


@dataclass(frozen=True)
class BoardFile(Strict):
    """A file of documents that share a board (a volume, a report, ...)."""

    title: Text
    documents: list[DocumentEntry]
    board: int | None = None
    source: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Kind(Strict):
    """A kind of document: how one and many are called, and whether lists count it.

    `about`: what it tells is of the collection itself, and answers who asks of that; its `words`
    are what else that is called.
    """

    one: Text = "document"
    many: Text = "documents"
    label: Text = "Document"
    counted: bool = False
    about: bool = False
    words: list[Text] = field(default_factory=list)


@dataclass(frozen=True)
class LinkKind(Strict):
    """A kind of link: the part of an address that shows it, and the words people use for it."""

    address: str
    label: Text
    words: list[Text]


@dataclass(frozen=True)
class ContactEntry(Strict):
    """Whom to turn to for what the collection does not hold."""

    label: Text
    url: Address
    kind: Text = "contact"


@dataclass(frozen=True)
class CollectionFile(Strict):
    """`collection.yaml`: what the collection is called and covers, and the page's own sentences."""

    title: Text = "Collection"
    name: Text = "these texts"
    about: Text = "This collection holds the documents listed under Browse."
    covers: str = ""
    privacy: str = ""
    case_advice: str = "I can't advise on decisions about a particular person."
    rights: str = ""
    accent: Colour = "#1d4f91"
    logo: Annotated[str, Written(r"^([\w-]+\.(svg|png|jpg))?$")] = ""
    contact: ContactEntry | None = None
    kinds: dict[str, Kind] = field(default_factory=dict)
    link_kinds: dict[str, LinkKind] = field(default_factory=dict)
    shown_facets: list[str] = field(default_factory=list)
    examples: list[Text] = field(default_factory=list)

    @cached_property
    def counted(self) -> tuple[Kind, ...]:
        """The kinds of document that lists count."""
        return tuple(kind for kind in self.kinds.values() if kind.counted)


@dataclass(frozen=True)
class Facet(Strict):
    """A facet's values, the words people use for each, and values that hold others.

    `exact`: every document that has a value has it as a fact, so that it decides who is listed.
    `asked`: words that ask for a value beside its own (`based in Leeds`). `called`: those for all
    of its values (`which councils are named?`). `opposites`: the words for not having a value.
    """

    label: Text
    exact: bool = False
    asked: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    broader: dict[str, list[str]] = field(default_factory=dict)
    opposites: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Thing(Strict):
    """Something that relations name and no document is about."""

    name: Text
    aliases: list[Text] = field(default_factory=list)


@dataclass(frozen=True)
class RelationKind(Strict):
    """A kind of relation and the words with which people ask for it.

    `arrow` is what the picture says between the two names, such as "adapted"; empty: not drawn.
    `by_facet`: facets hold the same, so that a list asks them instead. `direct`: words that ask of
    the thing named itself, not of what it has that relation to in turn.
    """

    words: list[Text] = field(default_factory=list)
    direct: list[Text] = field(default_factory=list)
    by_facet: bool = False
    arrow: str = ""


@dataclass(frozen=True)
class VocabularyFile(Strict):
    """`vocabulary.yaml`: the words people use for what the documents hold.

    `abbreviations`: short forms that the texts use, `shorthand` those that people alone use, and
    other spellings: what each stands for. `alike`: groups of words for the same, as far as it is
    counted.
    """

    facets: dict[str, Facet] = field(default_factory=dict)
    abbreviations: dict[str, Text] = field(default_factory=dict)
    shorthand: dict[str, Text] = field(default_factory=dict)
    alike: list[list[Text]] = field(default_factory=list)
    things: dict[Identifier, Thing] = field(default_factory=dict)
    relations: dict[str, RelationKind] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings(Strict):
    """Both settings files of a collection, as the program reads them."""

    collection: CollectionFile = field(default_factory=CollectionFile)
    vocabulary: VocabularyFile = field(default_factory=VocabularyFile)
