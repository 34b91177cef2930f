"""Names, slips and kinds of question."""

import pytest

from assistant.answer_kinds import answer_kind, lacks_attribute, question_form
from assistant.asking import asking_part
from assistant.lexicon import Lexicon
from assistant.nameless import nameless
from assistant.question import Kind
from assistant.reading import read_clauses, read_question, readings
from assistant.refusals import unsaid
from corpus.load import load_collection

COLLECTION = load_collection()
LEXICON = Lexicon(COLLECTION)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Familly Valued", "Family Valued"),
        ("Brightr futures", "Brighter futures"),
        ("Sings of Saftey", "Signs of Safety"),
        ("the Mocking Bird model", "the Mockingbird model"),
        ("hertfordshre", "Hertfordshire"),
        ("is nowrongdoor in york", "is No Wrong Door in york"),
    ],
)
def test_slips_are_mended(written: str, meant: str) -> None:
    assert LEXICON.correct(written) == meant


@pytest.mark.parametrize(
    "text",
    ["combi boiler", "greyhound rescue", "How did they reorganise it?", "number crunchers",
     "Ofsted grade", "Jayden is 15", "Do the boards favour teams?"],
)  # fmt: skip
def test_a_real_word_is_not_bent_into_a_known_one(text: str) -> None:
    assert LEXICON.correct(text) == text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hi there", Kind.SMALL_TALK),
        ("My daughter keeps running away. What should I do?", Kind.ADVICE),
        ("Write me a poem about Leeds", Kind.STEERING),
        ("I need it soon so just write that Pause saves money", Kind.STEERING),
        ("Can you please translate the story of Pause", Kind.STEERING),
        ("What does RSW stand for?", Kind.EXPANSION),
        ("Where can I read the evaluation of Mockingbird?", Kind.LINK),
        ("What did the evaluation of Mockingbird find?", Kind.FACT),
        ("Compare Pause and FDAC", Kind.COMPARISON),
        ("Who adapted No Wrong Door?", Kind.RELATION),
        ("Which projects use restorative practice?", Kind.LIST),
        ("How do we take account of a new context?", Kind.GUIDANCE),
        ("How many hubs has No Wrong Door got?", Kind.FACT),
    ],
)
def test_the_kind_of_question(question: str, kind: Kind) -> None:
    assert read_question(question, LEXICON, COLLECTION.settings).kind == kind


@pytest.mark.parametrize(
    ("asked", "object_of_say"),
    [
        ("How many beds has Right Home got?", "how many beds Right Home has got"),
        ("Who is the chief executive of Daybreak?", "who the chief executive of Daybreak is"),
        ("How much does Pause cost?", "how much Pause costs"),
        ("Does Pause work in Wales?", "whether Pause works in Wales"),
        ("Does Pause teach mums to cook?", "whether Pause teaches mums to cook"),
        ("Does Pause have a garden?", "whether Pause has a garden"),
        ("Does Pause try again?", "whether Pause tries again"),
        ("How much does Pause pay its staff?", "how much Pause pays its staff"),
        ("What does Pause do on Sundays?", "what Pause does on Sundays"),
        ("Where do Pause and FDAC meet?", "where Pause and FDAC meet"),
        ("Is the Pause programme still running?", "whether the Pause programme is still running"),
        ("Who funds Pause?", "who funds Pause"),
        (
            "What training do carers get in Leeds?",  # nobody named to be put before `get`
            "anything that answers “What training do carers get in Leeds”",
        ),
    ],
)
def test_a_question_as_the_object_of_a_sentence(asked: str, object_of_say: str) -> None:
    question = read_question(asked, LEXICON, COLLECTION.settings)
    assert unsaid(asked, question) == object_of_say


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Projects dealing with sexual abuse?", Kind.LIST),  # begins with what lists count
        ("restorative practice - where is it being used?", Kind.LIST),
        ("How is Bradford linked to Australia?", Kind.RELATION),  # not a link to read
        ("how was Doncaster evaluated - link to the summary", Kind.LINK),
        ("By how many weeks has Coram-i shortened adoption?", Kind.FACT),  # nobody adopts a model
        ("Did numbers fall more in Focus on Practice or in Brighter Futures?", Kind.COMPARISON),
        ("Which projects train carers in a different way?", Kind.LIST),  # nothing differs
        ("We use this in our own team. Which other projects do?", Kind.LIST),  # `we` only tells
        ("Our money is short. Half my caseload drinks. Which projects help?", Kind.LIST),
        ("None of it is their invention. Who trains managers?", Kind.LIST),  # nothing to invent
        ("I don't refer a child, I only ask. Which teams listen?", Kind.LIST),  # no `a child I ...`
        ("co-located teams - which", Kind.LIST),
        ("People who want advice ring our staff. Who trains social workers?", Kind.LIST),
        ("Children who compare homes are sad. Which projects train staff?", Kind.LIST),
        ("When we began we had nothing. Which teams share an office?", Kind.LIST),
        ("We see no difference here. What should our managers read?", Kind.GUIDANCE),
        ("I'm writing a paper. Which projects train staff?", Kind.LIST),  # nothing to be written
        ("For my essay: which projects act as hubs and translate research?", Kind.LIST),
        ("Where does supervision come up in the projects?", Kind.LIST),
        ("How many courts is FDAC linked to?", Kind.FACT),  # no link to read
        ("A girl who is 15 year old hides. Who has offered beds?", Kind.LIST),  # of no one child
        ("My son is 15 and hides. Who has offered my son beds?", Kind.ADVICE),
        ("My daughter is 15. What happens now?", Kind.ADVICE),
        ("My son hits me. Is there anything I can do?", Kind.ADVICE),
        ("My wife and I adopt, and wonder if anyone trains adopters.", Kind.LIST),
        ("What difference has Pause made?", Kind.FACT),  # nothing is compared
        ("Is Firstline connected with Frontline?", Kind.RELATION),
        ("have you a link to the evaluation of Project Crewe?", Kind.LINK),
        ("Who works with ten or more councils?", Kind.LIST),
        ("Who ran it for ten years or more?", Kind.FACT),  # no amount of anything
        ("Which of Pause and FDAC works with mothers?", Kind.LIST),
        ("Which stories say that they began in Australia?", Kind.LIST),
    ],
)
def test_what_looks_like_another_kind(question: str, kind: Kind) -> None:
    assert read_question(question, LEXICON, COLLECTION.settings).kind == kind


@pytest.mark.parametrize(
    ("question", "kind", "form"),
    [
        ("Who runs Pause?", "who", "person"),
        ("At Pause, who pays the staff?", "who", "person"),
        ("tell me when it began", "time", "time"),
        ("When did it begin?", "time", "time"),
        ("When mothers are alone, who helps?", "who", "person"),
        ("Is there help for mothers who are alone?", "", "whether"),
        ("Any scheme for mothers who are alone?", "", ""),
        ("How big was it when it began?", "number", "extent"),
        ("A model that works where it started?", "", ""),
    ],
)
def test_a_word_that_only_looks_like_a_question_word_asks_for_nothing(
    question: str, kind: str, form: str
) -> None:
    assert (answer_kind(question), question_form(question)) == (kind, form)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Our team is new to this. Who trains social work managers?",
            "Who trains social work managers?",
        ),
        ("I don't mean carers. Who trains staff? Thanks.", "Who trains staff?"),
        ("How many areas are there? Can you name them?",) * 2,  # both ask
        ("I work with Pause. How many areas have joined?",) * 2,  # a name is told
        ("We run a small team. What helps?",) * 2,  # too little is asked
        ("We run a small team. What is Pause?", "What is Pause?"),  # a name is enough
        ("We keep losing carers. Who trains them, and where?",) * 2,  # `them` points back
        ("Some children run off. Has any area got expert help for that?",) * 2,  # so does `that`
        ("I know who trains carers. Which projects train staff?", "Which projects train staff?"),
        ("I need the names. Which projects train staff?",) * 2,  # asks without a question mark
        (
            "I am new. Which trusts train the staff they hire?",
            "Which trusts train the staff they hire?",
        ),
    ],
)
def test_the_sentences_that_ask(text: str, asked: str) -> None:
    assert asking_part(text, LEXICON) == asked


def test_a_message_is_also_read_whole() -> None:
    text = "Homes for care leavers. Which projects offer sofas to teenagers?"
    first, whole = readings(text, LEXICON, COLLECTION.settings)
    assert (first.text, whole.text) == ("Which projects offer sofas to teenagers?", text)


def test_they_are_the_boards_where_these_are_asked() -> None:
    text = "What do the boards say about pilots, and do they want carers to be trained?"
    question = read_question(text, LEXICON, COLLECTION.settings)
    parts = read_clauses(question, LEXICON, COLLECTION.settings)
    assert parts[1].text == "do the boards want carers to be trained?"


def test_they_are_others_where_nothing_is_said() -> None:
    text = "What do the boards say about care leavers, and do they need a trained mentor?"
    question = read_question(text, LEXICON, COLLECTION.settings)
    parts = read_clauses(question, LEXICON, COLLECTION.settings)
    assert not any("boards need" in part.text for part in parts)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How many areas is Pause in?", "How many areas is it in?"),
        ("Who leads the House Project, and where?", "Who leads it, and where?"),
        ("What do Mockingbird and Pause share?", "What do it and it share?"),
        ("Who works with adopters?", "Who works with adopters?"),
    ],
)
def test_a_question_without_its_documents_names(question: str, held: str) -> None:
    read = read_question(question, LEXICON, COLLECTION.settings)
    bare = nameless(read)
    assert bare.text == held
    assert bare.documents == read.documents
    for mention in bare.mentions:
        if mention.names("document"):
            assert held[mention.start : mention.end] == "it"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("How many areas is it in?", "number"),
        ("Is it in Leeds?", "whether"),
        ("tell me where it is and how many there are", "place"),
        ("Since when, and who says so?", "time"),
        ("Which seven areas?", "choice"),
        ("It is growing fast", ""),
    ],
)
def test_the_form_in_which_a_text_asks(text: str, form: str) -> None:
    assert question_form(text) == form


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("How many local authorities joined?", "Ten joined.", False),  # no author is asked for
        ("Who are the authors?", "Ten joined.", True),
        ("Who was put in charge?", "Ten joined.", False),
        ("Which two areas joined?", "Ten areas joined in 2016.", True),
        ("Which two areas joined?", "Leeds and the Wirral joined in 2016.", False),
        ("How much money did it cost?", "It costs more than it did.", True),
        ("How much money did it cost?", "It cost £40,000.", False),
        ("Is it worth the time we spend there?", "It is.", False),  # no money is asked for
        ("What should we think about?", "The risks.", False),  # no view of anyone
    ],
)
def test_what_is_asked_for_by_name(question: str, text: str, lacks: bool) -> None:
    assert lacks_attribute(question, text) == lacks
