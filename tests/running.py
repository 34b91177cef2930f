"""A real server on loopback, and what a real Chromium is started with."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, BrowserType

CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
INSTALLED = os.environ.get("CHROMIUM", "/usr/bin/chromium")


class Running:
    """An app served by uvicorn in a thread of its own, on a free port or a given one."""

    def __init__(self, app: Any, host: str = "127.0.0.1", port: int = 0) -> None:
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind((host, port))
        self.port = int(self._listener.getsockname()[1])
        self.address = f"http://{host}:{self.port}"
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                proxy_headers=False,
                timeout_graceful_shutdown=1,
            )
        )
        self._thread = threading.Thread(
            target=self._server.run, args=([self._listener],), daemon=True
        )
        self._thread.start()
        deadline = time.monotonic() + 20
        while not self._server.started:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.01)

    def stop(self) -> None:
        """End the server cleanly; its port is free again."""
        self._server.should_exit = True
        self._thread.join(10)
        self._listener.close()


@contextmanager
def serving(app: Any, host: str = "127.0.0.1") -> Iterator[str]:
    """The address of a served app, from its start to its clean end."""
    running = Running(app, host)
    yield running.address
    running.stop()


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def launch(chromium: BrowserType, *more: str) -> Browser:
    """A browser: the machine's own Chromium, or where there is none the one playwright has."""
    path = INSTALLED if Path(INSTALLED).exists() else None
    return chromium.launch(executable_path=path, args=[*CHROMIUM, *more])
