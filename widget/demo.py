"""The example site, as a server of its own: another origin, with a strict policy, and Insight."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

HERE = Path(__file__).parent
PAGES = {
    "/": ("demo.html", "text/html"),
    "/demo.css": ("demo.css", "text/css"),
    "/demo.js": ("demo.js", "text/javascript"),
}
INSIGHT, SITE, PORT = "http://127.0.0.1:7860", "http://127.0.0.1:7861", 7861


class ExampleSite(ThreadingHTTPServer):
    """The example site; `insight` is the address of the service that its page holds."""

    def __init__(self, host: str, port: int, insight: str = INSIGHT) -> None:
        super().__init__((host, port), Page)
        self.insight = insight
        self.page = (HERE / "demo.html").read_text(encoding="utf-8")


class Page(BaseHTTPRequestHandler):
    """Sends the three files of the example site, with Insight's address written in."""

    server: ExampleSite

    def do_GET(self) -> None:
        """Send one file."""
        path = urlsplit(self.path).path
        if path not in PAGES:
            self.send_error(404)
            return
        name, kind = PAGES[path]
        insight = self.server.insight
        text = (
            self.server.page if name == "demo.html" else (HERE / name).read_text(encoding="utf-8")
        )
        body = text.replace("INSIGHT", insight).encode()
        policy = (
            f"default-src 'none'; script-src 'self' {insight}; style-src 'self'; "
            f"frame-src {insight}; img-src 'self'; base-uri 'none'; form-action 'none'"
        )
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", policy)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Log nothing: the service's own log is what a keeper looks at."""


def main() -> None:
    """Serve Insight and, beside it, the example site."""
    from server import serve
    from service.settings import Settings

    Thread(target=ExampleSite("127.0.0.1", PORT).serve_forever, daemon=True).start()
    print(f"The example site: {SITE}", flush=True)
    serve(Settings.model_validate({"sites": {SITE: ["embed"]}}))


if __name__ == "__main__":
    main()
