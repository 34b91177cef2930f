"""The `insight` command: what a person or a script calls. Heavy imports wait for their command."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from eval_questions import command as evaluation


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 answered or done, 1 a fault of the input, 2 wrong usage."""
    options = parser().parse_args(arguments)
    return int(options.run(options))


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(prog="insight", description="Ask a trusted collection of texts.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    ask = commands.add_parser("ask", help="answer a question, or several as one conversation")
    ask.add_argument("questions", nargs="*", metavar="QUESTION")
    ask.add_argument("--json", action="store_true", help="one answer object a line")
    ask.set_defaults(run=run_ask)
    evaluate = commands.add_parser(
        "eval", help="score the assistant on questions with known answers"
    )
    evaluation.add_arguments(evaluate)
    evaluate.set_defaults(run=evaluation.run)
    for command in (ask,):
        command.add_argument("--corpus", type=Path, metavar="DIR")
        command.add_argument("--index", type=Path, metavar="DIR")
    return top


def run_ask(options: argparse.Namespace) -> int:
    """Answer the questions as one conversation."""
    from assistant.open import open_assistant

    folders: dict[str, Any] = {"corpus": options.corpus} if options.corpus else {}
    assistant = open_assistant(index=options.index, **folders)
    for number, question in enumerate(options.questions):
        answer = assistant.ask(question, options.questions[:number])
        print(json.dumps(answer.to_dict()) if options.json else answer.text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
