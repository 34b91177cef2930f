"""How likely it is that the collection covers a question."""

from index.ranker import Ranking


def coverage_score(question: str, ranking: Ranking, spans: list[tuple[int, int]]) -> float:
    """The greatest mean MaxSim of any text, at most 1; higher is more likely covered."""
    return float(ranking.late.max()) if len(ranking.late) else 0.0
