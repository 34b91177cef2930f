"""Who is measured: each contender with the settings it is measured in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contender:
    """`module`: its file in `benchmarks/peers`. `only`: the one set that it can be measured on.

    `hybrid`: in the second of its file's two settings, which for most is words and meaning joined.

    `shares_index`: it opens what its library's defaults built, for its own index is no other.
    `builds`, `keeps`, `ranks`: whether passages a second, disk and quality can be said of it.
    """

    name: str
    module: str
    hybrid: bool = False
    is_peer: bool = False
    shares_index: bool = False
    builds: bool = True
    keeps: bool = True
    ranks: bool = True
    only: str | None = None

    @property
    def index(self) -> str:
        """The name of the folder that its index is in."""
        return f"{self.module}-hybrid" if self.hybrid and not self.shares_index else self.module


BARE = Contender("bare ONNX Runtime", "bare", keeps=False, ranks=False)
SPINNING = Contender("bare ONNX Runtime, spinning", "bare", hybrid=True, keeps=False, ranks=False)
FLOORS = (BARE, SPINNING)
TORCH = Contender(
    "bare sentence-transformers",
    "sentence_transformers",
    is_peer=True,
    keeps=False,
    ranks=False,
)
RETRIEVAL = Contender("Insight, retrieval", "insight", hybrid=True)
ANSWER = Contender("Insight, whole answer", "answer", builds=False, ranks=False, only="boards")
TXTAI = Contender("txtai, defaults", "txtai", is_peer=True)
CONTENDERS = (
    *FLOORS,
    TORCH,
    RETRIEVAL,
    ANSWER,
    TXTAI,
    Contender("txtai, hybrid", "txtai", hybrid=True, is_peer=True),
    Contender("LangChain and FAISS, defaults", "langchain", is_peer=True),
    Contender(
        "LangChain and FAISS, hybrid", "langchain", hybrid=True, is_peer=True, shares_index=True
    ),
    Contender("Haystack, defaults", "haystack", is_peer=True),
    Contender("Haystack, hybrid", "haystack", hybrid=True, is_peer=True, shares_index=True),
)
