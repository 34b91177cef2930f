"""A document in, its links with what each is called out."""

from assistant.types import AnswerLink
from corpus.types import Collection, Document, Link


def document_links(document: Document, collection: Collection) -> tuple[AnswerLink, ...]:
    """A document's links, labelled by their kind; a website keeps its own address as its label.

    An address to write to is written out. Of several with one label each says what its address
    alone has (`evaluation summary: keep`).
    """
    labels = [_label(link, collection) for link in document.links]
    parts = [part for link in document.links for part in dict.fromkeys(link.url.split("/"))]
    found = []
    for link, label in zip(document.links, labels, strict=True):
        alone = [part for part in link.url.split("/") if parts.count(part) == 1]
        several = labels.count(label) > 1 and alone
        found.append(AnswerLink(link.kind, f"{label}: {alone[-1]}" if several else label, link.url))
    return tuple(found)


def _label(link: Link, collection: Collection) -> str:
    kinds = collection.settings.collection.link_kinds
    label = kinds[link.kind].label if link.kind in kinds and link.kind != "website" else link.label
    _, written, address = link.url.partition("mailto:")
    return f"{label}: {address}" if written else label
