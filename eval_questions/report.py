"""A run's record in, a self-contained HTML page out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval_questions.measures import ANSWER_MEASURES
from eval_questions.plots import category_plot, confusion_plot, coverage_plot, recall_plot
from eval_questions.retrieval import MEASURES
from eval_questions.run import SYSTEMS
from eval_questions.table import interval, short

TEMPLATES = Path(__file__).parent / "templates"
GRADED = (
    "story_recall", "citation_recall", "citation_precision", "first_right", "fact_recall",
    "link_recall", "exact", "missing_named",
)  # fmt: skip


def write_report(record: Mapping[str, Any], path: Path) -> None:
    """Write the page of a record to `path`, whose folder is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report(record), encoding="utf-8")


def report(record: Mapping[str, Any]) -> str:
    """The page: it loads nothing, and is the same for the same record."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"short": short, "interval": interval}
    return environment.get_template("report.html").render(
        record=record,
        figures=record["figures"],
        questions=sorted(record["questions"], key=_merit),
        systems=SYSTEMS,
        retrieval_measures=MEASURES,
        answer_measures=ANSWER_MEASURES,
        plots={
            "recall": recall_plot(record),
            "categories": category_plot(record),
            "coverage": coverage_plot(record),
            "confusion": confusion_plot(record),
        },
    )


def _merit(question: Mapping[str, Any]) -> tuple[float, float, float, str]:
    """The worst first: by completeness, then status, then the mean of the parts."""
    values = question["values"]
    parts = [values[key] for key in GRADED if key in values]
    mean = sum(parts) / len(parts) if parts else 0.0
    return values["complete"], values["status"], mean, question["id"]
