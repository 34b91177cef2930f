"""The one door to ir-measures: rankings and qrels in, per-question values out."""

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import Qrel, ScoredDoc

from eval_questions.statistics import Values

MEASURES = ("nDCG@10", "RR", "R@1", "R@3", "R@5")
Rankings = Mapping[str, Sequence[str]]


def retrieval_values(
    qrels: Rankings, rankings: Rankings, measures: Sequence[str] = MEASURES
) -> dict[str, Values]:
    """For each measure the value of every query of `qrels`; 0 for a query without a ranking.

    nDCG@10: Jarvelin and Kekalainen 2002, gain 1 for a relevant passage. RR: 1 / rank of the first
    relevant one. R@k: the share of the relevant ones among the first k. Computed by ir-measures
    (MacAvaney, Macdonald and Ounis 2022) over the lists as ranked: no two passages tie.
    """
    values: dict[str, dict[str, float | None]] = {
        name: dict.fromkeys(qrels, 0.0) for name in measures
    }
    parsed = [ir_measures.parse_measure(name) for name in measures]
    for metric in ir_measures.iter_calc(parsed, graded(qrels), scored(rankings)):
        values[str(metric.measure)][metric.query_id] = float(metric.value)
    return dict(values)


def graded(qrels: Rankings) -> list[Qrel]:
    """One judgement of relevance 1 for each passage."""
    return [Qrel(query, name, 1) for query, names in qrels.items() for name in names]


def scored(rankings: Rankings) -> list[ScoredDoc]:
    """The lists with scores that fall by one from place to place."""
    return [
        ScoredDoc(query, name, float(len(names) - place))
        for query, names in rankings.items()
        for place, name in enumerate(names)
    ]
