"""`insight serve` by itself: its end, and what it says where it can't start."""

import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.running import free_port
from tests.service.process import ENVIRONMENT, ROOT, logged, running

ASK = {"question": "How is Pause kept faithful to its model?"}


def test_sigterm_lets_an_answer_be_finished(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    script = f"""
        import server
        from tests.service.fake import FakeAssistant
        from service.settings import Settings
        server.open_by = lambda settings: FakeAssistant(seconds=1.0)
        server.serve(Settings(port={port}, page=False))
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    address = f"http://127.0.0.1:{port}"
    with running(command, log, address) as process, ThreadPoolExecutor() as pool:
        asked = pool.submit(httpx.post, f"{address}/api/ask", json=ASK, timeout=10)
        time.sleep(0.4)
        process.send_signal(signal.SIGTERM)
        assert not asked.done()
        assert asked.result().json()["status"] == "answered"
        assert process.wait(5) in (0, -signal.SIGTERM)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{address}/healthz")
    assert "Traceback" not in log.read_text()
    assert [line["status"] for line in logged(log) if line.get("route") == "/api/ask"] == [200]


@pytest.mark.parametrize(
    ("text", "said"), [("prot: 1\n", ":1: prot: unknown key: remove it, or correct its spelling")]
)
def test_a_broken_settings_file_is_told_and_nothing_started(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    command = [sys.executable, str(ROOT / "cli.py"), "serve", "--settings", str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert (ended.returncode, ended.stderr) == (1, f"{path}{said}\n")


def test_a_missing_collection_is_told_without_a_traceback(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "serve", "--corpus", str(tmp_path / "none")]
    ended = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1].startswith(f"{tmp_path / 'none'}: no such folder")
    assert "Traceback" not in ended.stderr
