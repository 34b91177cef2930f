"""Where the time of one answer goes: `python -m benchmarks.profiled` writes `profile.txt`."""

from itertools import islice

from pyinstrument import Profiler

from assistant.open import open_assistant
from benchmarks.lines import PROFILE
from benchmarks.served import different_questions

WARM, ASKED = 20, 200


def main() -> None:
    """Profile many different questions in a warm process, so that their mean shows."""
    assistant = open_assistant()
    questions = different_questions()
    for question in islice(questions, WARM):
        assistant.ask(question)
    profiler = Profiler(interval=0.0005)
    with profiler:
        for question in islice(questions, ASKED):
            assistant.ask(question)
    drawn = profiler.output_text(unicode=True, show_all=False, timeline=False)
    tree = [line.rstrip() for line in drawn.splitlines() if "─" in line]
    head = f"Seconds of {ASKED} answers to different questions, by pyinstrument."
    PROFILE.write_text("\n".join([head, "", *tree]) + "\n")


if __name__ == "__main__":
    main()
