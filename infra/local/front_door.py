"""One address for everything: plays the cloud's load balancer, and passes paths unchanged to the functions."""

import asyncio
import concurrent.futures
import threading
from collections.abc import Mapping
from typing import Protocol, Self

import aiohttp
from aiohttp import web
from multidict import CIMultiDict
from yarl import URL

from infra.local.compression import compressed, is_compressible, takes_gzip, vary
from infra.local.routes import function_for
from infra.local.startup_error import StartupError
from shared_lib.web.http import HEADERS

_SECONDS_TO_ANSWER = 60
_WHOLE = 64 * 1024
"""Answers up to this many bytes are passed on in one piece, longer and endless ones as they come."""
_OF_THIS_HOP = frozenset(
    {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding"}
    | {"upgrade", "expect"}
)
TOO_LARGE = {"code": "TOO_LARGE", "message": "at most 1 MiB"}
"""What a function would say itself: none takes so much."""
_NOT_FOUND = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Not here</title>
<meta name="viewport" content="width=device-width">
<style>body{background:#0e1012;color:#e8e4dc;font:18px sans-serif;display:grid;place-items:center;height:90vh}</style>
<p>There is nothing at this address.</p></html>"""


class Backends(Protocol):
    """What the door needs to know of the functions."""

    def exists(self, name: str) -> bool:
        """Tell whether there is such a function."""

    async def port(self, name: str) -> int:
        """Return where it answers, or raise StartupError."""

    def capacity(self, name: str) -> int:
        """Return how many requests it takes at a time."""


class FrontDoor:
    """Serves on a port of loopback (0 takes a free one) until `stop`; `fixed` holds ports of what is no function.

    What a function can't take yet waits here in the order in which it came, as it does in the cloud.
    """

    def __init__(self, backends: Backends, *, port: int = 0) -> None:
        self.fixed: dict[str, int] = {}
        self._backends = backends
        self._wanted = port
        self._listening: concurrent.futures.Future[int] = concurrent.futures.Future()
        self._thread = threading.Thread(target=self._run, name="front door", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending = asyncio.Event()
        self._free: dict[str, asyncio.Semaphore] = {}

    def start(self) -> Self:
        """Listen; raise OSError when the port is taken."""
        self._thread.start()
        self.port = self._listening.result()
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def stop(self) -> None:
        """Stop listening, and cut what is under way."""
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._ending.set)
            self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except OSError as error:
            self._listening.set_exception(error)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        # A connection for each request: under load a function may close an idle one just as it is used again.
        connector = aiohttp.TCPConnector(limit=0, force_close=True, use_dns_cache=False)
        timeout = aiohttp.ClientTimeout(total=None, sock_read=_SECONDS_TO_ANSWER)
        async with aiohttp.ClientSession(
            connector=connector, timeout=timeout, auto_decompress=False, cookie_jar=aiohttp.DummyCookieJar()
        ) as self._session:
            # Bodies pass as they came, compressed or not: their length and encoding are said in the headers beside.
            server = web.Server(self._handle, access_log=None, auto_decompress=False)
            runner = web.ServerRunner(server, shutdown_timeout=1)
            await runner.setup()
            try:
                await web.TCPSite(runner, "127.0.0.1", self._wanted, backlog=1024).start()
                self._listening.set_result(runner.addresses[0][1])
                await self._ending.wait()
            finally:
                await runner.cleanup()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if not request.raw_path.startswith("/"):  # "GET http://somebody/" asks a proxy, and this is none
            return web.Response(status=400, text="Ask for a path of this site.\n")
        return await self._answer(request)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        name = function_for(request.path)
        if name is None:
            return web.Response(status=404, text=_NOT_FOUND, content_type="text/html")
        if name not in self.fixed and not self._backends.exists(name):
            return web.Response(status=404, text=f"There is no {name} here yet.\n")
        try:
            return await self._pass_on_at_most_twice(request, name)
        except StartupError as trouble:
            return _sorry(502, str(trouble))
        except TimeoutError:
            return _sorry(504, f"{name} took too long to answer.")
        except aiohttp.ClientError:
            return _sorry(502, f"{name} broke off before it had answered.")

    async def _pass_on_at_most_twice(self, request: web.BaseRequest, name: str) -> web.StreamResponse:
        """Call again where nobody listened: the function died a moment ago, and what must not be sent twice was not."""
        try:
            return await self._pass_on(request, name)
        except aiohttp.ClientConnectorError:
            return await self._pass_on(request, name)

    async def _pass_on(self, request: web.BaseRequest, name: str) -> web.StreamResponse:
        try:
            body = await request.read() if request.body_exists else None
        except web.HTTPRequestEntityTooLarge:
            return web.json_response(TOO_LARGE, status=413, headers=HEADERS)
        if name in self.fixed:
            return await self._call(request, body, self.fixed[name])
        async with self._places(name):
            if request.transport is None:  # whoever waited has left
                return web.Response(status=499)
            return await self._call(request, body, await self._backends.port(name))

    def _places(self, name: str) -> asyncio.Semaphore:
        if name not in self._free:
            self._free[name] = asyncio.Semaphore(self._backends.capacity(name))
        return self._free[name]

    async def _call(self, request: web.BaseRequest, body: bytes | None, port: int) -> web.StreamResponse:
        async with self._session.request(
            request.method,
            URL(f"http://127.0.0.1:{port}{request.raw_path}", encoded=True),
            headers=_headers_inwards(request),
            data=body,
            allow_redirects=False,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
        ) as answer:
            return await _pass_back(request, answer)


def _headers_inwards(request: web.BaseRequest) -> CIMultiDict[str]:
    """Add what the cloud's balancer adds: the address that called it, and its own, after whatever the caller claims."""
    headers = _end_to_end(request.headers)
    claimed = request.headers.getall("X-Forwarded-For", [])
    headers["X-Forwarded-For"] = ", ".join([*claimed, request.remote or "127.0.0.1", "127.0.0.1"])
    headers["X-Forwarded-Proto"] = request.scheme
    return headers


def _end_to_end(headers: Mapping[str, str]) -> CIMultiDict[str]:
    return CIMultiDict((name, value) for name, value in headers.items() if name.lower() not in _OF_THIS_HOP)


async def _pass_back(request: web.BaseRequest, answer: aiohttp.ClientResponse) -> web.StreamResponse:
    headers = _end_to_end(answer.headers)
    if request.method != "HEAD" and is_compressible(answer.status, headers, answer.content_length):
        return await _pass_back_text(request, answer, headers)
    if answer.content_length is not None and answer.content_length <= _WHOLE:
        return web.Response(status=answer.status, reason=answer.reason, headers=headers, body=await answer.read())
    passed = web.StreamResponse(status=answer.status, reason=answer.reason, headers=headers)
    await passed.prepare(request)
    async for piece in answer.content.iter_any():
        await passed.write(piece)
    await passed.write_eof()
    return passed


async def _pass_back_text(
    request: web.BaseRequest, answer: aiohttp.ClientResponse, headers: CIMultiDict[str]
) -> web.Response:
    """Pass text on in one piece, compressed where the caller takes it."""
    body = await answer.read()
    vary(headers)
    if takes_gzip(request.headers.get("Accept-Encoding", "")):
        body = await asyncio.to_thread(compressed, headers, body)
    return web.Response(status=answer.status, reason=answer.reason, headers=headers, body=body)


def _sorry(status: int, sentence: str) -> web.Response:
    return web.Response(status=status, text=f"{sentence}\n", headers={"Retry-After": "2"})
