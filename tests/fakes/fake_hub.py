"""A hub on the loopback: serves repositories from memory as huggingface.co does, as far as a download asks, and counts what it sent."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

LARGE = 1000
"""Bytes from which on a file is kept by its sha256, as large files are on the hub."""


@dataclass
class FakeHub:
    """`repos`: name -> file -> content, each at one `revision`; `gated` and `down` say no; `sent` counts bytes by file."""

    repos: dict[str, dict[str, bytes]]
    revision: str = "1" * 40
    gated: set[str] = field(default_factory=set)
    down: bool = False
    lies: dict[str, bytes] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)
    endpoint: str = ""

    def listing(self, name: str) -> dict[str, object]:
        siblings = [_sibling(file, content) for file, content in self.repos[name].items()]
        return {
            "id": name,
            "modelId": name,
            "sha": self.revision,
            "siblings": siblings,
            "private": False,
            "tags": [],
            "downloads": 0,
        }


@contextmanager
def serving(repos: Mapping[str, Mapping[str, bytes]]) -> Iterator[FakeHub]:
    """The hub while it runs; `endpoint` is its address."""
    hub = FakeHub({name: dict(files) for name, files in repos.items()})

    class Handler(_Handler):
        fake = hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub.endpoint = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    fake: FakeHub
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""

    def _answer(self, *, body: bool) -> None:
        path = unquote(urlsplit(self.path).path).strip("/")
        if self.fake.down:
            return self._say(503, b"{}", body=body)
        if path.startswith("api/models/"):
            name, _, revision = path.removeprefix("api/models/").partition("/revision/")
            return self._repo(name, revision, body)
        name, _, rest = path.partition("/resolve/")
        revision, _, file = rest.partition("/")
        return self._file(name, file, body)

    def _repo(self, name: str, revision: str, body: bool) -> None:
        if name not in self.fake.repos:
            return self._say(404, b"{}", body=body, code="RepoNotFound")
        if name in self.fake.gated:
            return self._say(403, b"{}", body=body, code="GatedRepo")
        if revision not in ("main", self.fake.revision):
            return self._say(404, b"{}", body=body, code="RevisionNotFound")
        return self._say(200, json.dumps(self.fake.listing(name)).encode(), body=body)

    def _file(self, name: str, file: str, body: bool) -> None:
        content = self.fake.lies.get(file, self.fake.repos.get(name, {}).get(file))
        if content is None:
            return self._say(404, b"{}", body=body, code="EntryNotFound")
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
        self.fake.sent[file] = self.fake.sent.get(file, 0) + len(content) - start
        return self._say(206 if start else 200, content[start:], body=body, span=(start, len(content)))

    def _say(
        self, status: int, content: bytes, *, body: bool, code: str = "", span: tuple[int, int] | None = None
    ) -> None:
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
        if status == 206 and span:
            self.send_header("Content-Range", f"bytes {span[0]}-{span[1] - 1}/{span[1]}")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if body:
            self.wfile.write(content)


def _sibling(file: str, content: bytes) -> dict[str, object]:
    blob = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
    told: dict[str, object] = {"rfilename": file, "size": len(content), "blobId": blob}
    if len(content) >= LARGE:
        told["lfs"] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 130}
    return told
