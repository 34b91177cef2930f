"""The settings file: everything that is wrong is said, with its line and its mend."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from service.settings import Settings, SettingsError, load_settings, origin

EXAMPLE = Path(__file__).parents[2] / "docs" / "settings.example.yaml"


def faults(folder: Path, text: str) -> list[str]:
    path = folder / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        load_settings(path)
    return [fault.removeprefix(f"{path}:") for fault in error.value.faults]


def test_all_faults_are_told_at_once_with_line_and_mend(tmp_path: Path) -> None:
    text = "port: 8000\nprot: 8000\nworkers: none\nsites:\n  https://a.example: [embed, steal]\n"
    assert faults(tmp_path, text) == [
        "3: workers: Input should be a valid integer, unable to parse string as an integer"
        " (found 'none'): correct the value",
        "5: sites.https://a.example.1: Input should be 'embed', 'call' or 'read'"
        " (found 'steal'): correct the value",
        "2: prot: unknown key: remove it, or correct its spelling",
    ]


@pytest.mark.parametrize(
    "site",
    ["a.example", "https://*.example", "https://a.example/x", "ftp://a.example", "null", "*"],
)
def test_a_site_is_an_origin_in_full(tmp_path: Path, site: str) -> None:
    assert len(faults(tmp_path, f"sites:\n  '{site}': [embed]\n")) == 1


def test_an_origin_has_one_form() -> None:
    assert origin("HTTPS://WWW.Example.org:443/") == "https://www.example.org"
    assert origin("http://127.0.0.2:8001") == "http://127.0.0.2:8001"


def test_paths_start_at_the_file_and_options_come_last(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("corpus: texts\nindex: /var/index\nport: 8000\n", encoding="utf-8")
    settings = load_settings(path, port=9000, host=None)
    assert settings.corpus == tmp_path / "texts"
    assert (settings.index, settings.port, settings.host) == (Path("/var/index"), 9000, "127.0.0.1")


def test_a_wrong_option_or_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"--port: .* 65535"):
        load_settings(None, port=70000)
    with pytest.raises(SettingsError, match="no such file"):
        load_settings(tmp_path / "none.yaml")


def test_a_short_key_is_refused_and_a_key_is_never_printed() -> None:
    with pytest.raises(ValidationError):
        Settings(openai_key="short")  # type: ignore[arg-type]
    assert "a long enough key" not in repr(Settings(openai_key="a long enough key"))  # type: ignore[arg-type]


def test_the_example_is_valid_and_explains_every_key() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert load_settings(EXAMPLE)
    assert [
        key for key in Settings.model_fields if f"\n{key}:" not in f"\n{text.replace('# ', '')}"
    ] == []
