"""`insight serve` as it is deployed: its end, its workers, and behind nginx with TLS and a path."""

import json
import os
import shutil
import signal
import ssl
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from conftest import CHROMIUM, free_port
from playwright.sync_api import BrowserType, expect

ROOT = Path(__file__).parents[2]
NAME = "insight.example.org"
ASK = {"question": "How is Pause kept faithful to its model?"}
ENVIRONMENT = {**os.environ, "HF_HUB_OFFLINE": "1", "PYTHONPATH": str(ROOT)}
NGINX = shutil.which("nginx")


@contextmanager
def running(command: list[str], log: Path, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server process that answers on `address`/readyz, ended with SIGTERM if it still runs."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=ENVIRONMENT, cwd=ROOT)
        try:
            wait_until_ready(address, process, log)
            yield process
        finally:
            process.terminate()
            process.wait(30)


def wait_until_ready(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 180
    while True:
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        try:
            if httpx.get(f"{address}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)


def logged(log: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]


def test_sigterm_lets_an_answer_be_finished(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    script = f"""
        import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
        import server
        from fake import FakeAssistant
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


@dataclass(frozen=True)
class Deployed:
    """Insight with two workers behind nginx: the proxy's port, the service's own, its log."""

    port: int
    own: str
    log: Path

    def client(self, source: str = "127.0.0.1") -> httpx.Client:
        """A visitor from one address, who trusts the site's certificate."""
        trust = ssl.create_default_context(cafile=str(self.log.parent / "cert.pem"))
        transport = httpx.HTTPTransport(verify=trust, local_address=source)
        transport._pool._network_backend = Resolved(  # type: ignore[assignment]
            self.port, transport._pool._network_backend
        )
        return httpx.Client(transport=transport, base_url=f"https://{NAME}/insight", timeout=20)


class Resolved:
    """Resolves every name to loopback and the proxy's port, as a hosts file would."""

    def __init__(self, port: int, backend: object) -> None:
        self.port, self.backend = port, backend

    def connect_tcp(self, host: str, port: int, **more: object) -> object:
        return self.backend.connect_tcp("127.0.0.1", self.port, **more)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def deployed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    if NGINX is None:
        pytest.skip("nginx is not installed here")
    folder = tmp_path_factory.mktemp("deployed")
    port, plain, own = free_port(), free_port(), free_port()
    settings = folder / "settings.yaml"
    settings.write_text(
        f"port: {own}\nworkers: 2\naddress: https://{NAME}/insight\ntrusted_proxies: [127.0.0.1]\n"
    )
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
         "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
        check=True, capture_output=True,
    )  # fmt: skip
    site = (ROOT / "docs" / "nginx.conf").read_text()
    for ours, here in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;"),
        ("/etc/ssl/certs/insight.pem", str(folder / "cert.pem")),
        ("/etc/ssl/private/insight.key", str(folder / "key.pem")),
        ("server 127.0.0.1:7860;", f"server 127.0.0.1:{own};"),
    ):
        assert ours in site
        site = site.replace(ours, here)
    (folder / "site.conf").write_text(site)
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
        "events {}\nhttp { access_log off; include /etc/nginx/mime.types;\n"
        f"client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;\n"
        f"include {folder}/site.conf; }}\n"
    )
    log = folder / "log"
    serve = [sys.executable, str(ROOT / "cli.py"), "serve", "--settings", str(settings)]
    with running(serve, log, f"http://127.0.0.1:{own}"):
        proxy = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)])
        try:
            time.sleep(0.5)
            yield Deployed(port, f"http://127.0.0.1:{own}", log)
        finally:
            proxy.terminate()
            proxy.wait(10)


def test_behind_nginx_the_api_answers_and_the_log_has_the_visitor(deployed: Deployed) -> None:
    with deployed.client("127.0.0.5") as visitor:
        forged = {"X-Forwarded-For": "192.0.2.66", "X-Forwarded-Host": "evil.example"}
        reply = visitor.post("/api/ask", json=ASK, headers=forged)
        assert (reply.status_code, reply.json()["status"]) == (200, "answered")
        assert reply.headers["strict-transport-security"] == "max-age=31536000"
        assert visitor.get("/api/documents").status_code == 200
        own = {"Origin": f"https://{NAME}"}
        assert visitor.post("/api/ask", json=ASK, headers=own).status_code == 200
        other = {"Origin": "https://other.example"}
        assert visitor.post("/api/ask", json=ASK, headers=other).status_code == 403
        assert visitor.get("/metrics").status_code == 404
    seen = [(line["route"], line["client"]) for line in logged(deployed.log) if "client" in line]
    assert seen[-3:] == [
        ("/api/documents", "127.0.0.5"), ("/api/ask", "127.0.0.5"), ("other", "127.0.0.5"),
    ]  # fmt: skip


def test_behind_nginx_the_page_and_its_frame_answer_in_a_browser(
    deployed: Deployed, chromium: BrowserType
) -> None:
    mapped = [*CHROMIUM, f"--host-resolver-rules=MAP {NAME} 127.0.0.1:{deployed.port}"]
    with chromium.launch(executable_path="/usr/bin/chromium", args=mapped) as browser:
        page = browser.new_page(ignore_https_errors=True)
        for path in ("/insight/", "/insight/embed/", "/insight"):
            page.goto(f"https://{NAME}{path}")
            page.get_by_role("textbox").fill(ASK["question"])
            page.get_by_role("textbox").press("Enter")
            expect(page.get_by_text("[1]").first).to_be_visible(timeout=15_000)
        assert page.context.cookies() == []


def test_two_workers_share_the_work_and_add_up_their_figures(deployed: Deployed) -> None:
    def answers() -> float:
        lines = httpx.get(f"{deployed.own}/metrics").text.splitlines()
        return sum(
            float(x.rsplit(" ", 1)[1]) for x in lines if x.startswith("insight_answers_total{")
        )

    before = answers()

    def ask(_: int) -> int:  # a connection of its own for each, so that both workers are met
        return httpx.post(f"{deployed.own}/insight/api/ask", json=ASK, timeout=30).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(40))) == {200}
    assert answers() - before == 40
    started = [
        line for line in logged(deployed.log) if "Started server process" in str(line["message"])
    ]
    assert len(started) == 2
