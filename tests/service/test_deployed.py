"""Two workers behind nginx with TLS and a public path, as docs/deploying.md has it."""

import shutil
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserType, expect

from tests.running import free_port, launch
from tests.service.process import ROOT, logged, running

NAME = "insight.example.org"
ASK = {"question": "How is Pause kept faithful to its model?"}
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


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
    assert NGINX, "install nginx: the site of docs/nginx.conf is tried with it"
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


def test_behind_nginx_an_office_may_open_several_pages_at_once(deployed: Deployed) -> None:
    with deployed.client("127.0.0.6") as office:  # five pages, none of whose files is kept
        assert {office.get("/widget.js").status_code for _ in range(5 * 65)} == {200}


def test_behind_nginx_the_page_and_its_frame_answer_in_a_browser(
    deployed: Deployed, chromium: BrowserType
) -> None:
    mapped = f"--host-resolver-rules=MAP {NAME} 127.0.0.1:{deployed.port}"
    with launch(chromium, mapped) as browser:
        page = browser.new_page(ignore_https_errors=True)
        for path in ("/insight/", "/insight/embed/", "/insight"):
            page.goto(f"https://{NAME}{path}")
            page.get_by_role("textbox").fill(ASK["question"])
            page.get_by_role("textbox").press("Enter")
            marker = page.locator("a.marker", has_text="[1]").first
            expect(marker).to_be_visible(timeout=15_000)
            marker.click()
            expect(page.locator(":focus")).to_have_js_property("tagName", "SPAN")
            assert "Pause" in (page.locator("mark").first.text_content() or "")
            page.keyboard.press("Escape")
            expect(marker).to_be_focused()
            page.get_by_role("textbox").fill("who runs it locally?")
            page.get_by_role("textbox").press("Enter")
            expect(page.locator(".searched")).to_have_text("who runs Pause locally?")
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
