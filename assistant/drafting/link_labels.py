"""A document in, its links with what each is called out."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.types import AnswerLink
from corpus.types import Collection, Document, Link

LIKELIEST = ("evaluation", "storyboard", "directory", "website")  # where more may stand


def document_links(document: Document, collection: Collection) -> tuple[AnswerLink, ...]:
    """A document's links, labelled by their kind; a website keeps its own address as its label.

    An address to write to is written out. Of several with one label each says what its address
    alone has (`evaluation summary: keep`).
    """
    labels = [_label(link, collection) for link in document.links]
    found = []
    for link, label in zip(document.links, labels, strict=True):
        alone = _alone(link, document) if labels.count(label) > 1 else []
        found.append(AnswerLink(link.kind, ": ".join([label, *alone[-1:]]), link.url))
    return tuple(found)


def _alone(link: Link, document: Document) -> list[str]:
    """The parts of a link's address that none of the document's other addresses has."""
    others = {
        part for other in document.links if other is not link for part in other.url.split("/")
    }
    return [part for part in link.url.split("/") if part not in others]


def _label(link: Link, collection: Collection) -> str:
    kinds = collection.settings.collection.link_kinds
    label = kinds[link.kind].label if link.kind in kinds and link.kind != "website" else link.label
    _, written, address = link.url.partition("mailto:")
    return f"{label}: {address}" if written else label


def likeliest_links(documents: Sequence[str], collection: Collection) -> tuple[AnswerLink, ...]:
    """For each document its links of the kind most likely to hold what is missing."""
    found: list[AnswerLink] = []
    for document in (collection.by_id[name] for name in documents):
        links = document_links(document, collection)
        kinds = [kind for kind in LIKELIEST if any(link.kind == kind for link in links)]
        likely = [link for link in links if link.kind in kinds[:1]]
        named = [replace(link, label=f"{document.name}: {link.label}") for link in likely]
        found += named if len(documents) > 1 else likely
    return tuple(found)
