"""What a follow-up means by those that were shown before."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "earlier", "meant"),
    [
        ("which is in london", ["options for reducing numbers in care"],
         "which of Focus on Practice and Coram-i is in london"),
        ("caseloads?", ["family safeguarding vs focus on practice"],
         "caseloads (Family Safeguarding and Focus on Practice)?"),
        ("What did the police get out of it?", ["What is Family Safeguarding?"],
         "What did the police get out of Family Safeguarding?"),
        ("What did the young people say they wanted?", ["What is Achieving Change Together?"],
         "What did the young people say they wanted (Achieving Change Together)?"),
        ("who else does this", ["What is Daybreak?", "whats the cost of an FGC"],
         "who else does FGC"),
        ("and west berks?", ["Did Family Valued work in leeds?"], "Did west berks work?"),
        ("who else was involved?", ["What is Mockingbird?"], "who was involved (Mockingbird)?"),
        ("how many councils have taken it up", ["who does family group conferences"],
         "how many councils have taken family group conferences up"),
        ("So did arrests go down?", ["What is No Wrong Door?"],
         "So did arrests go down (No Wrong Door)?"),
        ("what is the difference with the House Project?", ["What is Achieving Change Together?"],
         "what is the difference with the House Project (Achieving Change Together)?"),
        ("how would I do that",
         ["what do the boards say about relationships with kids", "any examples"],
         "how would I do relationships with kids"),
        ("any costs for either", ["compare pause and growing futures"],
         "any costs for either (Pause and Growing Futures)?"),
        ("How did they do it?",
         ["We have a lot of agency staff and want to recruit better, what can I learn here?"],
         "How did Focus on Practice do it?"),
        ("And the savings?", ["What is FDAC?", "which councils have it"],
         "What about the savings (Family Drug and Alcohol Court)?"),
        ("What adaptations were made for local contexts?", ["Tell me about Pause"],
         "What adaptations were made for local contexts (Pause)?"),
        ("how do I write one", ["What's a theory of change?"],
         "how do I write a theory of change"),
        ("which councils have it", ["What is FDAC?", "how is it different from a normal court"],
         "which councils have Family Drug and Alcohol Court"),
        ("how did they do the research", ["mental health for looked after kids"],
         "how did Achieving Emotional Wellbeing do the research"),
        ("and of these only the ones with an evaluation", ["Which projects are about adoption?"],
         "Which of National Implementation Service, Coram-i and It's All About Me have "
         "an evaluation"),
        ("do we have to do it exactly the same as they did",
         ["How do you copy something from another council without making a mess of it"],
         "do we have to do it exactly the same as they did"),
        ("what about when it goes wrong",
         ["want to pilot a residential hub for teens. advice?", "how do i get staff on board"],
         "what about when it goes wrong"),
        ("what did it take", ["how should we test a new idea", "is there an example?"],
         "how should we test a new idea: what did it take"),
        ("Which projects had difficulty maintaining it?",
         ["What does fidelity mean in the context of adopting an innovation?"],
         "Which projects had difficulty maintaining fidelity?"),
        ("and the families, what did they think of it", ["whats project crewe"],
         "what did the families think of Project Crewe"),
        ("Were these results independently verified?", ["What did Family Safeguarding achieve?"],
         "Were Family Safeguarding's results independently verified?"),
        ("what should i read first", ["Who won the 2018 World Cup?"],
         "what should i read first"),
        ("ok and jobs for young people?", ["What do you know about volunteers in these projects?"],
         "What do you know about jobs for young people?"),
    ],
)  # fmt: skip
def test_what_those_shown_before_mean(
    boards: Assistant, question: str, earlier: list[str], meant: str
) -> None:
    assert boards.ask(question, earlier).searched_for == meant
