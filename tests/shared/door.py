"""A cluster's door as programs see it: JupyterLab's address and its token."""

from __future__ import annotations

import http.client
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Answer:
    """What came back, and the beginning of its body."""

    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes

    @property
    def text(self) -> str:
        """Return the body as text."""
        return self.body.decode(errors="replace")


@dataclass(frozen=True)
class Door:
    """Where it is, and what opens it."""

    host: str
    token: str

    @classmethod
    def told_by(cls, address: str) -> Door:
        """Take it from what ``bigdata notebook --no-browser`` prints."""
        parts = urlsplit(address.strip())
        return cls(parts.netloc, parse_qs(parts.query)["token"][0])

    @property
    def origin(self) -> str:
        """Return what a browser calls its origin."""
        return f"http://{self.host}"

    @property
    def pass_(self) -> dict[str, str]:
        """Return the header field that lets a program in."""
        return {"Authorization": f"token {self.token}"}

    def ask(
        self,
        path: str,
        headers: dict[str, str] | None = None,
        method: str = "GET",
        body: bytes | Iterable[bytes] | None = None,
    ) -> Answer:
        """Send a request without following redirects; with the token unless ``headers`` are given."""
        connection = http.client.HTTPConnection(self.host, timeout=120)
        try:
            connection.request(method, path, body, self.pass_ if headers is None else headers)
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()
