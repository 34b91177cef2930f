"""What a collection's own files may say: `collection.yaml`, `vocabulary.yaml` and one file a board.

Each model is the shape of a file, refused as a whole where a key is unknown or a type is wrong.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, RootModel, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Address = Annotated[
    str, StringConstraints(pattern=r"^(https?://[^\s/]+\.[^\s/]+\S*|mailto:\S+@\S+\.\S+)$")
]


class Strict(BaseModel):
    """A part of a file: unknown keys and wrong types are faults."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class LinkEntry(Strict):
    """A link as the source gives it; its kind is read from the address."""

    label: Text
    url: Address


class RelationEntry(Strict):
    """`who` (this document, unless said) stands in relation `kind` to `what`; `words` show it."""

    kind: Text
    what: Identifier
    words: Text
    who: Identifier | None = None


class DocumentEntry(Strict):
    """One document of a board. A fact is a value that stands in the text, or `value: its words`."""

    id: Identifier
    title: Text
    text: Text
    kind: Text = "document"
    name: Text | None = None
    section: str = ""
    read_more: str = ""
    aliases: list[Text] = []
    links: list[LinkEntry] = []
    facts: dict[str, list[Text | dict[str, str]]] = {}
    relations: list[RelationEntry] = []


class BoardFile(Strict):
    """A file of documents that share a board (a volume, a report, ...)."""

    title: Text
    documents: list[DocumentEntry]
    board: int | None = None
    source: str = ""
    year: int | None = None


class Kind(Strict):
    """A kind of document: how one and many are called, and whether lists count it."""

    one: Text = "document"
    many: Text = "documents"
    label: Text = "Document"
    counted: bool = False
    words: list[Text] = []


class LinkKind(Strict):
    """A kind of link: the part of an address that shows it, and the words people use for it."""

    address: str
    label: Text
    words: list[Text]


class ContactEntry(Strict):
    """Whom to turn to for what the collection does not hold."""

    kind: Text = "contact"
    label: Text
    url: Address


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
    logo: Annotated[str, StringConstraints(pattern=r"^([\w-]+\.(svg|png|jpg))?$")] = ""
    contact: ContactEntry | None = None
    kinds: dict[str, Kind] = {}
    link_kinds: dict[str, LinkKind] = {}
    shown_facets: list[str] = []
    examples: list[Text] = []


class Facet(Strict):
    """A facet's values, the words people use for each, and values that hold others."""

    label: Text
    values: dict[str, list[str]] = {}
    broader: dict[str, list[str]] = {}


class Thing(Strict):
    """Something that relations name and no document is about."""

    name: Text
    aliases: list[Text] = []


class RelationKind(Strict):
    """A kind of relation and the words with which people ask for it.

    `arrow` is what the picture says between the two names, such as "adapted"; empty: not drawn.
    `by_facet`: facets hold the same, so that a list asks them instead.
    """

    words: list[Text] = []
    by_facet: bool = False
    arrow: str = ""


class VocabularyFile(Strict):
    """`vocabulary.yaml`: the words people use for what the documents hold."""

    facets: dict[str, Facet] = {}
    abbreviations: dict[str, Text] = {}
    things: dict[Identifier, Thing] = {}
    relations: dict[str, RelationKind] = {}


class PlainEntry(Strict):
    """Everyday wordings of the sentence in which `words` stand, and questions that it answers."""

    words: Text
    says: list[Text]


class PlainFile(RootModel[dict[Identifier, list[PlainEntry]]]):
    """`plain.yaml`: for documents by id, their sentences in everyday words; never shown."""


class UnsaidFile(RootModel[dict[Identifier, list[Text]]]):
    """`unsaid.yaml`: for documents by id, questions that lie near and that no text answers."""


class PropertyEntry(Strict):
    """What documents have in common, how people ask for it, and the words of each that show it."""

    name: Text
    asked: list[Text]
    members: dict[Identifier, Text]


class PropertiesFile(RootModel[list[PropertyEntry]]):
    """`properties.yaml`."""


class Settings(Strict):
    """Both settings files of a collection, as the program reads them."""

    collection: CollectionFile = CollectionFile()
    vocabulary: VocabularyFile = VocabularyFile()
