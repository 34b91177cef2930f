"""The `insight` command: what a person or a script calls. Heavy imports wait for their command."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval_questions import command as evaluation

if TYPE_CHECKING:
    from service.settings import Settings


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
    serve = commands.add_parser("serve", help="serve the chat page, the widget and the API")
    serve.add_argument("--settings", type=Path, metavar="FILE")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.add_argument("--workers", type=int)
    serve.set_defaults(run=run_serve)
    mcp = commands.add_parser("mcp", help="be a tool for another assistant, on stdin and stdout")
    mcp.add_argument("--settings", type=Path, metavar="FILE")
    mcp.set_defaults(run=run_mcp)
    evaluate = commands.add_parser(
        "eval", help="score the assistant on questions with known answers"
    )
    evaluation.add_arguments(evaluate)
    evaluate.set_defaults(run=evaluation.run)
    for command in (ask, serve, mcp):
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


def run_serve(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    settings = settings_of(options, "corpus", "index", "host", "port", "workers")
    if settings is None:
        return 1
    import server

    return told(lambda: server.serve(settings))


def run_mcp(options: argparse.Namespace) -> int:
    """Serve the tools on stdin and stdout."""
    settings = settings_of(options, "corpus", "index")
    if settings is None:
        return 1
    import server

    return told(lambda: server.serve_tools(settings))


def told(run: Callable[[], None]) -> int:
    """0 after a run, or 1 after its fault in the collection or the index has been printed."""
    from corpus.types import CorpusError
    from index.types import IndexFault

    try:
        run()
    except (CorpusError, IndexFault) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def settings_of(options: argparse.Namespace, *names: str) -> "Settings | None":
    """The settings file's content with the command's own options over it; None after its faults."""
    from service.settings import SettingsError, load_settings

    try:
        return load_settings(options.settings, **{name: getattr(options, name) for name in names})
    except SettingsError as error:
        print(error, file=sys.stderr)
        return None


if __name__ == "__main__":
    sys.exit(main())
