"""Passes requests on to a server behind the door, and its answers back, without keeping them in memory."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any, ClassVar
from urllib.parse import urlsplit, urlunsplit

import aiohttp
import yarl
from jupyter_server.base.handlers import JupyterHandler
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError, authenticated, stream_request_body

from .places import LiveDataNodes, Places

#: Bytes; what is on its way between two servers at a time.
CHUNK = 1 << 20
#: Bytes of a request's body: a block device's worth, since nothing of it stays here.
UNLIMITED = 1 << 50
#: Of one connection, not of what lies behind it.
HOP_BY_HOP = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
}
#: What the browser tells JupyterLab alone: who it is and where it comes from.
OURS = {
    "host",
    "cookie",
    "authorization",
    "accept-encoding",
    "origin",
    "referer",
    "x-forwarded-context",
    "x-xsrftoken",
}
#: What a server behind the door may not tell a browser: it shares JupyterLab's origin.
THEIRS = {"set-cookie", "server", "date"}
#: What is not true of a body that was changed.
OF_THE_BODY = {"content-length", "last-modified", "etag"}


@stream_request_body
class RelayHandler(JupyterHandler):
    """A server behind the door."""

    #: For whoever reads that it does not answer.
    server: ClassVar[str]
    #: Content types of answers that are read and changed as a whole.
    changed: ClassVar[tuple[str, ...]] = ()

    def initialize(self, base: str, places: Places, live: LiveDataNodes) -> None:
        """Take what tornado has from the rule of the path."""
        self.base = base
        self.places = places
        self.live = live
        self.upstream, self.prefix = self.leads()
        self.chunks: asyncio.Queue[bytes | None] = asyncio.Queue(maxsize=1)
        self.answer: asyncio.Task[aiohttp.ClientResponse] | None = None
        self.session: aiohttp.ClientSession | None = None
        self.left = False

    def leads(self) -> tuple[str, str]:
        """Return the server's address, and the path under which the door shows it; no slash at their ends."""
        raise NotImplementedError

    def check_xsrf_cookie(self) -> None:
        """Let in what a page of this origin sends: those of Spark and Hadoop know no token for it."""
        origin = self.request.headers.get("Origin")
        known = hasattr(self, "_jupyter_current_user") and not self.token_authenticated
        if known and origin is not None and urlsplit(origin).netloc == self.request.host:
            return
        super().check_xsrf_cookie()

    async def prepare(self) -> None:
        """Check who asks before a byte of the body is read, then begin to pass it on."""
        self.request.connection.set_max_body_size(UNLIMITED)
        await super().prepare()
        if self._finished or self.current_user is None:
            return
        if self.request.path == self.prefix:
            self.redirect(self.prefix + "/")
            return
        if (
            re.search(r"/kill/?$", self.request.path)
            and not self.token_authenticated
            and not self.check_referer()
        ):
            raise HTTPError(403, "only a page of this origin ends an application")
        await self.permit()
        self.answer = asyncio.create_task(self.ask())

    async def permit(self) -> None:
        """Raise what is to be answered instead, when this is not a way through the door."""

    async def data_received(self, chunk: bytes) -> None:
        """Hand a part of the request's body on, as fast as the server takes it."""
        await self.offer(chunk)

    async def offer(self, chunk: bytes | None) -> None:
        """Wait until the server takes a part, or does not want any more."""
        if self.answer is not None:
            put = asyncio.create_task(self.chunks.put(chunk))
            await asyncio.wait({put, self.answer}, return_when=asyncio.FIRST_COMPLETED)
            put.cancel()

    async def body(self) -> AsyncIterator[bytes]:
        """Yield the request's body."""
        while (chunk := await self.chunks.get()) is not None:
            yield chunk

    async def ask(self) -> aiohttp.ClientResponse:
        """Send the request."""
        headers = {
            name: value
            for name, value in self.request.headers.get_all()
            if name.lower() not in HOP_BY_HOP | OURS
        }
        headers |= {"Accept-Encoding": "identity", "X-Forwarded-Context": self.prefix} | self.credentials()
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=5)
        self.session = aiohttp.ClientSession(
            auto_decompress=False, timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()
        )
        has_body = "Content-Length" in headers or "Transfer-Encoding" in self.request.headers
        return await self.session.request(
            self.request.method or "GET",
            yarl.URL(self.upstream + self.path() + self.query(), encoded=True),
            headers=headers,
            data=self.body() if has_body else None,
            allow_redirects=False,
        )

    def credentials(self) -> dict[str, str]:
        """Return the header fields that open the server."""
        return {}

    def path(self) -> str:
        """Return the path that the server knows, as it was sent."""
        return str(self.request.path[len(self.prefix) :])

    def query(self) -> str:
        """Return what was asked, without JupyterLab's token."""
        parts = [part for part in self.request.query.split("&") if part and not part.startswith("token=")]
        return "?" + "&".join(parts) if parts else ""

    @authenticated
    async def relay(self, *_: str) -> None:
        """Answer with what the server answers."""
        await self.offer(None)
        if self.answer is None:
            raise HTTPError(404)
        try:
            async with await self.answer as answer:
                self.head_of(answer)
                if answer.content_type in self.changed:
                    self.finish(self.change(await answer.read()))
                else:
                    await self.stream(answer)
        except (aiohttp.ClientError, TimeoutError) as failure:
            self.no_answer(failure)
        except asyncio.CancelledError:
            if not self.left:
                raise

    get = head = post = put = delete = relay

    def head_of(self, answer: aiohttp.ClientResponse) -> None:
        """Take over status and header fields."""
        self.set_status(answer.status, answer.reason)
        self.clear_header("Content-Type")
        for name, value in answer.headers.items():
            field = name.lower()
            if field == "location":
                self.set_header(name, self.location(value))
            elif field not in HOP_BY_HOP | THEIRS | (
                OF_THE_BODY if answer.content_type in self.changed else set()
            ):
                self.add_header(name, value)

    def location(self, address: str) -> str:
        """Return where a redirect leads, seen from before the door."""
        parts = urlsplit(address)
        if parts.netloc not in ("", urlsplit(self.upstream).netloc, self.request.host):
            return address
        if not parts.path.startswith("/"):
            return address
        path = parts.path if parts.path.startswith(self.prefix + "/") else self.prefix + parts.path
        return str(urlunsplit(("", "", path, parts.query, parts.fragment)))

    def change(self, body: bytes) -> bytes:
        """Return the body with its links leading through the door."""
        return body

    async def stream(self, answer: aiohttp.ClientResponse) -> None:
        """Pass the body on as fast as the browser takes it."""
        try:
            async for chunk in answer.content.iter_chunked(CHUNK):
                self.write(chunk)
                await self.flush()
            self.finish()
        except StreamClosedError:
            self.log.debug("%s: the browser wants no more", self.request.path)

    def no_answer(self, failure: BaseException) -> None:
        """Say that the server is not there, or cut an answer short that has begun."""
        self.log.warning("%s does not answer: %s", self.server, failure)
        if self._headers_written:
            self.request.connection.stream.close()
            return
        self.clear()
        self.set_status(502)
        self.finish(
            f"<!doctype html><title>{self.server}</title><p>{self.server} does not answer at the moment. "
            "<code>./bigdata status</code> says how the cluster does; then load this page again.</p>"
        )

    def on_finish(self) -> None:
        """End what is left of the talk with the server."""
        self.hang_up()
        super().on_finish()

    def on_connection_close(self) -> None:
        """Do not go on for a browser that has left."""
        super().on_connection_close()
        self.left = True
        self.hang_up()

    def hang_up(self) -> None:
        """Close the connection to the server."""
        if self.answer is not None and not self.answer.done():
            self.answer.cancel()
        if self.session is not None and not self.session.closed:
            closing: Any = asyncio.ensure_future(self.session.close())
            closing.add_done_callback(lambda _: None)
