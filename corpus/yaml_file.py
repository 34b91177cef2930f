"""A YAML file in, its checked content out; every fault with its line and its mend."""

from pathlib import Path
from typing import Any, TypeVar

import yaml

Model = TypeVar("Model")
Place = tuple[int | str, ...]

FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where libyaml is there
WHAT = {
    "missing": "missing key",
    "extra_forbidden": "unknown key",
    "unexpected_keyword_argument": "unknown key",
}
MENDS = {
    "missing": "add this key",
    "extra_forbidden": "remove it, or correct its spelling",
    "unexpected_keyword_argument": "remove it, or correct its spelling",
    "string_type": "write text; put quotation marks round a number, a date or a yes/no",
    "string_pattern_mismatch": "correct its form",
    "string_too_short": "write something here, or remove the key",
}


class YamlFile:
    """One YAML file: its values, and the line that each of them stands on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults: list[str] = []
        self.values: Any = None
        self._node: yaml.Node | None = None
        try:
            text = path.read_text(encoding="utf-8")
            try:
                self._read(text, FAST)
            except yaml.YAMLError:  # the slower reader says better what is wrong
                self._read(text, yaml.SafeLoader)
            self._find_repeated_keys(self._node)
        except UnicodeDecodeError as error:
            self.fault(1, f"not UTF-8 text ({error.reason})", "save the file as UTF-8")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = error.problem or error.context or "unreadable"
            line = mark.line + 1 if mark else 1
            self.fault(line, f"broken YAML: {problem}", "check indentation and quotation marks")
        except yaml.YAMLError as error:
            self.fault(1, f"broken YAML: {error}", "remove what a text editor would not show")

    def _read(self, text: str, reader: Any) -> None:
        loader = reader(text)
        self._node = loader.get_single_node()
        self.values = loader.construct_document(self._node) if self._node else None

    def fault(self, line: int, what: str, mend: str) -> None:
        """Note a fault at a line of this file, with its mend."""
        self.faults.append(f"{self.path}:{line}: {what}: {mend}")

    def fault_at(self, place: Place, what: str, mend: str) -> None:
        """Note a fault at a place of the content, such as `("documents", 3, "id")`."""
        self.fault(self.line(place), what, mend)

    def line(self, place: Place) -> int:
        """The line (from 1) of a place, or of the nearest part that encloses it."""
        node, line = self._node, 1
        for step in place:
            child = None
            if isinstance(node, yaml.MappingNode):
                pairs = [(k, v) for k, v in node.value if k.value == str(step)]
                if pairs:
                    line, child = pairs[0][0].start_mark.line + 1, pairs[0][1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                child = node.value[step]
                line = child.start_mark.line + 1
            if child is None:
                break
            node = child
        return line

    def check(self, model: type[Model], context: dict[str, Any] | None = None) -> Model | None:
        """The content as `model`, or None with a fault noted for everything that is wrong."""
        from pydantic import TypeAdapter, ValidationError  # heavy, and not needed for asking

        if self.faults:
            return None
        try:
            return TypeAdapter(model).validate_python(self.values or {}, context=context)
        except ValidationError as error:
            for fault in error.errors():
                place = fault["loc"]
                where = ".".join(str(step) for step in place) or "the file"
                found = f"{fault['msg']} (found {str(fault['input'])[:60]!r})"
                what = WHAT.get(fault["type"], found)
                mend = MENDS.get(fault["type"], "correct the value")
                self.fault_at(place, f"{where}: {what}", mend)
            return None

    def _find_repeated_keys(self, node: yaml.Node | None) -> None:
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if str(key.value) in seen:
                    line = key.start_mark.line + 1
                    self.fault(line, f"key {key.value!r} stands here twice", "keep one of them")
                seen.add(str(key.value))
                self._find_repeated_keys(value)
        elif isinstance(node, yaml.SequenceNode):
            for child in node.value:
                self._find_repeated_keys(child)
