"""A run's rankings and judgements in, TREC files out, for any tool that reads them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from eval_questions.retrieval import graded, scored
from eval_questions.run import SYSTEMS, Run


def write_trec(run: Run, folder: Path, name: str) -> list[Path]:
    """Write `NAME.qrels` and one `NAME.SYSTEM.run` a system into `folder`; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.qrels"]
    lines = [f"{q.query_id} 0 {q.doc_id} {q.relevance}\n" for q in graded(run.qrels)]
    paths[0].write_text("".join(lines), encoding="utf-8")
    for system in SYSTEMS:
        rankings = {o.question.id: o.rankings[system] for o in run.outcomes}
        paths.append(folder / f"{name}.{system}.run")
        paths[-1].write_text("".join(run_lines(rankings, system)), encoding="utf-8")
    return paths


def run_lines(rankings: Mapping[str, Sequence[str]], system: str) -> list[str]:
    """`query Q0 passage rank score system`, one line for each place of each ranking."""
    lines, last, rank = [], "", 0
    for hit in scored(rankings):
        rank = rank + 1 if hit.query_id == last else 1
        last = hit.query_id
        lines.append(f"{hit.query_id} Q0 {hit.doc_id} {rank} {hit.score:g} {system}\n")
    return lines
