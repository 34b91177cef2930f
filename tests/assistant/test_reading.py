"""Names, slips and kinds of question."""

import pytest

from assistant.drafting.unsaid import unsaid
from assistant.reading.lexicon import Lexicon
from assistant.reading.question import Kind
from assistant.reading.read import read_question
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
        ("did Daybrake help", "did Daybreak help"),
        ("peple in care", "people in care"),
        ("keeping SWs in Hants", "keeping social workers in Hampshire"),
    ],
)
def test_slips_are_mended(written: str, meant: str) -> None:
    assert LEXICON.correct(written) == meant


@pytest.mark.parametrize(
    "text",
    ["combi boiler", "greyhound rescue", "How did they reorganise it?", "number crunchers",
     "Ofsted grade", "Jayden is 15", "Do the boards favour teams?", "Who is with Barnardo's?"],
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
            "When was the Innovation Programme launched?",
            "when the Innovation Programme was launched",
        ),
        ("What is the need?", "what the need is"),
        (
            "What training do tutors get in Leeds?",  # nobody known to be put before `get`
            "anything that answers “What training do tutors get in Leeds”",
        ),
        ("What training do carers get in Leeds?", "what training carers get in Leeds"),
        ("What did Pause cost?", "what Pause cost"),
        ("Did Pause stop the drift into care?", "whether Pause stopped the drift into care"),
        ("What did Pause carers say?", "anything that answers “What did Pause carers say”"),
        ("How long does Pause normally take?", "how long Pause normally takes"),
        ("what evidence is there that it works", "what evidence there is that it works"),
        (
            "What may we bend and what must we keep?",
            "anything that answers “What may we bend and what must we keep”",
        ),
        ("could we do it here do you think", "whether you could do it here"),
        ("how do I make the case to my director", "how to make the case to your director"),
        ("what should I be asking my director", "what you should be asking your director"),
        ("Do the boards say how to recruit carers?", "how to recruit carers"),
        ("any savings from Pause", "anything about savings from Pause"),
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
        ("A child in care runs away. What should I do?", Kind.ADVICE),
        ("What does a child in care say of change?", Kind.FACT),  # any such child
        ("What does my child protection team need?", Kind.FACT),  # of no one child
        ("My son hits me. Is there anything I can do?", Kind.ADVICE),
        ("My wife and I adopt, and wonder if anyone trains adopters.", Kind.LIST),
        ("What difference has Pause made?", Kind.FACT),  # nothing is compared
        ("Is Firstline connected with Frontline?", Kind.RELATION),
        ("have you a link to the evaluation of Project Crewe?", Kind.LINK),
        ("Who works with ten or more councils?", Kind.LIST),
        ("Who ran it for ten years or more?", Kind.FACT),  # no amount of anything
        ("Which of Pause and FDAC works with mothers?", Kind.LIST),
        ("Which stories say that they began in Australia?", Kind.LIST),
        ("How many courts does FDAC link up with?", Kind.FACT),  # a number, no link to read
        ("My girl is 15 and hides. What does the project in Leeds do?", Kind.FACT),
        ("My daughter likes people. Is there a quick way into social work?", Kind.FACT),
        ("where do i read more about the Icelandic idea?", Kind.LINK),
    ],
)
def test_what_looks_like_another_kind(question: str, kind: Kind) -> None:
    assert read_question(question, LEXICON, COLLECTION.settings).kind == kind


@pytest.mark.parametrize("text", ["foster carers", "edge of care projects", "knife crime"])
def test_a_topic_alone_asks_what_there_is(text: str) -> None:
    question = read_question(text, LEXICON, COLLECTION.settings)
    assert question.text == f"Is there anything about {text}?"
    assert question.kind is Kind.LIST


@pytest.mark.parametrize("text", ["barnahus results", "who helps foster carers", "I need a list"])
def test_what_names_a_story_or_asks_is_no_topic(text: str) -> None:
    assert read_question(text, LEXICON, COLLECTION.settings).text == text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is the Leeds training compulsory?",
         "anything that answers “Is the Leeds training compulsory”"),
        ("Can Ealing's foster carers adopt?",
         "anything that answers “Can Ealing's foster carers adopt”"),
        ("Has the Mockingbird model's licence expired?",
         "whether the Mockingbird model's licence has expired"),
        ("Was Leeds inspected by Ofsted?", "whether Leeds was inspected by Ofsted"),
    ],
)  # fmt: skip
def test_a_clause_is_turned_only_where_its_subject_is_whole(question: str, said: str) -> None:
    assert unsaid(question, read_question(question, LEXICON, COLLECTION.settings)) == said


def test_a_slip_keeps_its_case_unless_a_name_is_meant() -> None:
    assert LEXICON.correct("how meny in hartfordshire") == "how many in Hertfordshire"
