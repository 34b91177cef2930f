"""The `insight` command: what a person or a script calls. Heavy imports wait for their command."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from asked import check_question, read_batch
from eval_questions import command as evaluation
from faults import told
from tuning import command as tuning

if TYPE_CHECKING:
    from service.settings import Settings

# Answering keeps numpy's products on one thread (index/late.py), and starting more takes .05 s.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

INTERRUPTED = 130  # what a shell expects after Ctrl-C


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 answered or done, 1 a fault of the input, 2 wrong usage."""
    options = parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has had enough; there is nothing left to flush to
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(prog="insight", description="Ask a trusted collection of texts.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    ask = commands.add_parser("ask", help="answer a question, or several as one conversation")
    ask.add_argument("questions", nargs="*", metavar="QUESTION")
    ask.add_argument("--json", action="store_true", help="one answer object a line")
    batch = "with --json: a conversation a line, each a JSON array of questions, the last answered"
    ask.add_argument("--batch", type=Path, metavar="FILE", help=batch)
    ask.set_defaults(run=run_ask, wrong_usage=ask.error)
    build = commands.add_parser("build", help="check the collection and build its index")
    build.set_defaults(run=run_build)
    tune = commands.add_parser("tune", help="fit the embedding model to the collection's own words")
    tuning.add_arguments(tune)
    tune.set_defaults(run=tuning.run)
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
    feedback = commands.add_parser("feedback", help="export what people said of the answers")
    feedback.add_argument("file", type=Path, metavar="FILE", help="the settings' feedback file")
    feedback.add_argument("--gaps", action="store_true", help="only the questions declined")
    feedback.set_defaults(run=run_feedback)
    check = commands.add_parser("check", help="say what is wrong with the collection's files")
    check.set_defaults(run=run_check)
    doctor = commands.add_parser("doctor", help="say what is wrong with this installation")
    doctor.set_defaults(run=run_doctor)
    for command in (ask, build, serve, mcp, check, doctor):
        command.add_argument("--corpus", type=Path, metavar="DIR", help="the collection's folder")
        command.add_argument("--index", type=Path, metavar="DIR", help="where its index is kept")
        command.add_argument("--model", metavar="NAME", help="a model's folder or name")
    return top


def run_ask(options: argparse.Namespace) -> int:
    """Answer the questions as one conversation, or the last question of each in a file."""
    if bool(options.batch) == bool(options.questions):
        options.wrong_usage("give either QUESTION or --batch FILE")
    if options.batch and not options.json:
        options.wrong_usage("--batch goes with --json")
    return told(lambda: answer_all(options))


def answer_all(options: argparse.Namespace) -> None:
    """Check every question first, then print each answer as it is found."""
    if options.batch:
        conversations = read_batch(options.batch)
    else:
        asked = [check_question(question) for question in options.questions]
        conversations = [asked[: number + 1] for number in range(len(asked))]

    from assistant.open import open_assistant
    from corpus.load import BOARDS
    from terminal import Bar, answer_lines

    assistant = open_assistant(
        options.corpus or BOARDS, options.index, options.model, Bar("index").step
    )
    for *earlier, question in conversations:
        answer = assistant.ask(question, earlier)
        if options.json:
            print(json.dumps(answer.to_dict()), flush=True)
        else:
            print(*answer_lines(answer, len(conversations) > 1), sep="\n", flush=True)


def run_build(options: argparse.Namespace) -> int:
    """Check the collection, then build its index; only what changed is encoded."""

    def run() -> None:
        from assistant.open import build, default_index_folder
        from corpus.load import BOARDS, load_collection
        from index.model import own_model
        from terminal import Bar

        corpus = options.corpus or BOARDS
        collection = load_collection(corpus)
        folder = options.index or default_index_folder(corpus)
        model = options.model or own_model(corpus)
        index = build(collection, folder, model, Bar("index").step).index
        print(f"{folder}: {len(index.passages)} passages, {len(index.sentences)} sentences")

    return told(run)


def run_serve(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    settings = settings_of(options, "corpus", "index", "model", "host", "port", "workers")
    if settings is None:
        return 1
    import server

    return told(lambda: server.serve(settings))


def run_mcp(options: argparse.Namespace) -> int:
    """Serve the tools on stdin and stdout."""
    settings = settings_of(options, "corpus", "index", "model")
    if settings is None:
        return 1
    import server

    return told(lambda: server.serve_tools(settings))


def run_feedback(options: argparse.Namespace) -> int:
    """Print every verdict as a JSON line, or the questions that were declined."""

    def run() -> None:
        from web.feedback import exported

        print(exported(options.file, options.gaps), end="")

    return told(run)


def run_check(options: argparse.Namespace) -> int:
    """Print every fault of the collection's files, or what they hold."""

    def run() -> None:
        from corpus.load import BOARDS, load_collection
        from terminal import collection_line

        folder = options.corpus or BOARDS
        print(f"{folder}: no fault: {collection_line(load_collection(folder))}")

    return told(run)


def run_doctor(options: argparse.Namespace) -> int:
    """Print what was found of the installation, a line each; 1 where one is at fault."""
    from doctor import findings

    good = True
    for finding in findings(options.corpus, options.index, options.model):
        good = good and finding.good
        print(f"{'ok   ' if finding.good else 'FAULT'} {finding.text}", flush=True)
    return 0 if good else 1


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
