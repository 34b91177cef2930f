"""Who is measured: each contender with the settings it is measured in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contender:
    """`module`: its file in `benchmarks/peers`. `only`: the one set that it can be measured on.

    `builds`, `keeps`, `ranks`: whether passages a second, disk and quality can be said of it.
    """

    name: str
    module: str
    hybrid: bool = False
    is_peer: bool = False
    builds: bool = True
    keeps: bool = True
    ranks: bool = True
    only: str | None = None


CONTENDERS = (
    Contender("bare ONNX Runtime", "bare", keeps=False, ranks=False),
    Contender("Insight, retrieval", "insight", hybrid=True),
    Contender("Insight, whole answer", "answer", builds=False, ranks=False, only="boards"),
    Contender("txtai, defaults", "txtai", is_peer=True),
    Contender("txtai, hybrid", "txtai", hybrid=True, is_peer=True),
    Contender("LangChain and FAISS, defaults", "langchain", is_peer=True),
    Contender("LangChain and FAISS, hybrid", "langchain", hybrid=True, is_peer=True),
    Contender("Haystack, defaults", "haystack", is_peer=True),
    Contender("Haystack, hybrid", "haystack", hybrid=True, is_peer=True),
)
