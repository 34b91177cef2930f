"""A question for something to read on in, the links of the right kind out."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.draft import READ_ON, Draft, Section, Statement
from assistant.drafting.facts import overview
from assistant.drafting.link_labels import document_links
from assistant.finding.evidence import Evidence
from assistant.language.ordinals import joined
from assistant.language.phrases import any_as_written, any_stands_in
from assistant.language.words import language, stems
from assistant.reading.conditions import find_by_facts
from assistant.reading.question import SHARED, Question
from assistant.types import AnswerLink, Status
from corpus.schema import ContactEntry
from corpus.types import Collection, Document, Passage

MOST = 3  # documents whose links are given
FEW = 2  # documents after which an answer leaves the links to its sources


def answer_link(question: Question, evidence: Evidence) -> Draft:
    """The links asked for; where that kind does not exist, that is said, with what there is."""
    collection = evidence.collection
    documents = [collection.by_id[name] for name in question.documents[:MOST]]
    kinds = {link.kind for document in documents for link in document.links}
    if "contact" in question.link_kinds and "contact" not in kinds:
        return _contact(evidence, documents)
    documents = documents or _of_topic(question, evidence)
    sections, links, complete = [], list[AnswerLink](), True
    for document in documents:
        opening, given, told = _given(document, question, collection)
        shown = pointer(document) or tuple(s.passage for s in overview(evidence, document.id)[:1])
        sections.append(Section(opening, (Statement(document.id, shown),)))
        links += given
        complete = complete and told
    status = Status.ANSWERED if complete else Status.PARTLY
    return Draft(status, tuple(sections), tuple(dict.fromkeys(links)))


def _given(
    document: Document, question: Question, collection: Collection
) -> tuple[str, Sequence[AnswerLink], bool]:
    """What is said of a document's links, those given, and whether they are the ones asked for."""
    settings, name = collection.settings.collection, f"**{document.name}**"
    every = document_links(document, collection)
    wanted = tuple(link for link in every if link.kind in question.link_kinds)
    if wanted or (every and not question.link_kinds):
        return f"For {name}, {settings.name} link to:", wanted or every, True
    speaker = settings.name[0].upper() + settings.name[1:]
    if not question.link_kinds:
        given = (_written(settings.contact),) if settings.contact else ()
        write = " You can write to:" if given else ""
        return f"{speaker} give no link for {name}.{write}", given, False
    asked = " or ".join(settings.link_kinds[kind].label for kind in question.link_kinds)
    there = "What they do link to:" if every else "They give no link for it."
    return f"{speaker} link to no {asked} for {name}. {there}", every, False


def _of_topic(question: Question, evidence: Evidence) -> list[Document]:
    """The documents meant where none is named: those with links that have the facts named.

    Where a kind of link is asked for, the facts are places and organisations. Else those that tell
    of the topic in so many words, else the one that is nearest.
    """
    collection = evidence.collection
    named = question.mentions
    if question.link_kinds:
        named = tuple(m for m in named if any(t.facet in SHARED for t in m.targets))
    by_facts = find_by_facts(replace(question, mentions=named, link_kinds=()), collection)
    telling = [evidence.index.sentences[n].document_id for n in evidence.telling]
    told = by_facts or [collection.by_id[name] for name in dict.fromkeys(telling)]
    kinds = question.link_kinds
    linked = [d for d in told if any(not kinds or link.kind in kinds for link in d.links)]
    return (linked or told)[:MOST] or [_nearest(question, evidence)]


def _nearest(question: Question, evidence: Evidence) -> Document:
    """The document meant where none is named, of those with such a link if any has one.

    The one that holds most of what is asked about, and of these the nearest.
    """
    collection = evidence.collection
    kinds = collection.settings.collection.link_kinds
    phrases = [phrase for kind in question.link_kinds for phrase in kinds[kind].words]
    linked = {stem for phrase in phrases for stem in stems(phrase)}
    asked = {word.stem for word in question.subjects} - linked
    near = list(dict.fromkeys(s.passage.document_id for s in evidence.sentences))
    documents = [collection.by_id[name] for name in near]
    having = [d for d in documents if any(k.kind in question.link_kinds for k in d.links)]
    return max(having or documents, key=lambda d: len(asked & set(stems(d.text))))


def pointer(document: Document) -> tuple[Passage, ...]:
    """The source's own sentence that points to further reading, if it has one."""
    start = document.body_end + 2
    if start >= len(document.text):
        return ()
    return (Passage(document.id, start, len(document.text), document.text[start:]),)


def _written(contact: ContactEntry) -> AnswerLink:
    """The collection's contact as a link of an answer."""
    return AnswerLink(contact.kind, contact.label, contact.url)


def _contact(evidence: Evidence, documents: Sequence[Document]) -> Draft:
    """The collection's contact, with the sentence that invites to write there.

    `documents`: those named, which have no contact of their own; their links are given too.
    """
    collection = evidence.collection
    contact = collection.settings.collection.contact
    if contact is None:
        return Draft(Status.PARTLY, (Section("The collection gives no contact."),))
    giving = [d for d in collection.documents if contact.url in [li.url for li in d.links]]
    found = [s for s in evidence.index.sentences if s.document_id in [d.id for d in giving]]
    inviting = [s for s in found if any_stands_in([contact.kind], s.text)] or found
    shown = tuple(Statement(s.document_id, (s,)) for s in inviting[:1])
    speaker = collection.settings.collection.name
    by_phone = any_as_written(language()["by_phone"], evidence.question.text)
    named = joined([f"**{document.name}**" for document in documents])
    missing = ["no phone number"] if by_phone else []
    there = {link.kind for document in documents for link in document.links}
    kinds = collection.settings.collection.link_kinds
    lacking = [kinds[kind].label for kind in evidence.question.link_kinds if kind not in there]
    missing += [f"no {' or '.join(lacking)} for {named}"] if documents else []
    given = f"{speaker[0].upper()}{speaker[1:]} give {joined(missing)}. " if missing else ""
    own = [link for d in giving for link in document_links(d, collection)]
    beside = [link for link in own if link.url != contact.url and not documents]
    links = (_written(contact), *beside, *labelled_links(documents, collection))
    asked = "The one that they give is for all:" if documents else "You can write to:"
    section = Section(f"{given}{asked}", shown)
    return Draft(Status.PARTLY if missing else Status.ANSWERED, (section,), links)


def answered(collection: Collection, *sections: Section) -> Draft:
    """An answer of those sections that hold something, with links to read on."""
    kept = tuple(section for section in sections if section.statements)
    draft = Draft(Status.ANSWERED, kept)
    links = read_on(draft.documents, collection)
    return replace(draft, sections=(*kept, READ_ON), links=links) if links else draft


def read_on(documents: Sequence[str], collection: Collection) -> tuple[AnswerLink, ...]:
    """The links of up to `FEW` documents, each labelled with its document's name."""
    if len(documents) > FEW:
        return ()
    return labelled_links([collection.by_id[name] for name in documents], collection)


def labelled_links(
    documents: Sequence[Document], collection: Collection, kinds: Sequence[str] | None = None
) -> tuple[AnswerLink, ...]:
    """The documents' links, each labelled with its document's name; of those kinds if given."""
    return tuple(
        replace(link, label=f"{document.name}: {link.label}")
        for document in documents
        for link in document_links(document, collection)
        if kinds is None or link.kind in kinds
    )
