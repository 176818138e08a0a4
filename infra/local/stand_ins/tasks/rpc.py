"""A stand-in for a Google service that speaks gRPC, from the messages of the service's own client."""

import contextlib
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Self

import grpc

from infra.local.stand_ins.stand_in import StandIn
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import Clock, real_now

TICK = 0.05
"""Seconds between two looks at the clock: a jump of business time shows no other way."""


class Refused(Exception):
    """What the service answers instead of doing what was asked."""

    def __init__(self, status: grpc.StatusCode, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


def invalid(why: str) -> Refused:
    """Return the refusal of an argument."""
    return Refused(grpc.StatusCode.INVALID_ARGUMENT, why)


def missing(name: str) -> Refused:
    """Return the refusal of a name that nothing has."""
    return Refused(grpc.StatusCode.NOT_FOUND, f"Requested entity was not found: {name}")


def not_known_here(what: str) -> Refused:
    """Return the refusal of what the service knows and its stand-in doesn't."""
    return Refused(grpc.StatusCode.UNIMPLEMENTED, f"{what} is not known here")


def taken(name: str) -> Refused:
    """Return the refusal of a name that something has, or had until lately."""
    return Refused(grpc.StatusCode.ALREADY_EXISTS, f"Requested entity already exists: {name}")


@dataclass(frozen=True)
class Rpc:
    """One method: what does it, and how its messages are read and written."""

    call: Callable[[Any], Any]
    read: Callable[[bytes], Any]
    write: Callable[[Any], bytes]


class RpcStandIn(StandIn, ABC):
    """Serves `methods` of `service` on `address` by gRPC, controls by HTTP, and calls `tick` now and then."""

    service = "google.cloud.Service"
    most_calls = 8
    """Calls that are served at once."""
    largest_request = 4 * 1024 * 1024
    """Bytes that are read; beyond them gRPC itself answers RESOURCE_EXHAUSTED."""

    def __init__(self, *, store: Store | None = None, clock: Clock = real_now, port: int = 0) -> None:
        super().__init__(store=store, clock=clock, port=0)
        self._stopping = threading.Event()
        self._ticker = threading.Thread(target=self._tick_on, daemon=True)
        self._workers = ThreadPoolExecutor(self.most_calls)
        options = [("grpc.so_reuseport", 0), ("grpc.max_receive_message_length", self.largest_request)]
        self._rpc = grpc.server(self._workers, options=options)
        self._rpc.add_generic_rpc_handlers((self._handlers(),))
        self.address = f"127.0.0.1:{self._rpc.add_insecure_port(f'127.0.0.1:{port}')}"

    @abstractmethod
    def methods(self) -> Mapping[str, Rpc]:
        """Return what the service can do, by the name of the method."""

    @abstractmethod
    def tick(self) -> None:
        """Do what is due."""

    def start(self) -> Self:
        """Serve until `stop`."""
        super().start()
        self._rpc.start()
        self._ticker.start()
        return self

    def stop(self) -> None:
        """Stop doing what is due, then stop serving; requests under way are left to themselves."""
        self._stopping.set()
        self._ticker.join()
        self._rpc.stop(grace=None).wait()
        self._workers.shutdown()
        super().stop()

    @property
    def running(self) -> bool:
        """Whether it serves, and still does what is due."""
        return super().running and self._ticker.is_alive()

    def _tick_on(self) -> None:
        while not self._stopping.wait(TICK):
            with contextlib.suppress(Refused):  # what was due may be gone by now
                self.tick()

    def _handlers(self) -> grpc.GenericRpcHandler:
        handlers = {
            name: grpc.unary_unary_rpc_method_handler(self._served(rpc.call), rpc.read, rpc.write)
            for name, rpc in self.methods().items()
        }
        return grpc.method_handlers_generic_handler(self.service, handlers)

    def _served(self, call: Callable[[Any], Any]) -> Callable[[Any, grpc.ServicerContext], Any]:
        def serve(request: Any, context: grpc.ServicerContext) -> Any:  # noqa: ANN401 -- any message
            self._wait_as_told(context)
            if self.faults.fails():
                context.abort(grpc.StatusCode.UNAVAILABLE, "The service is currently unavailable.")
            try:
                answer = call(request)
            except Refused as refused:
                context.abort(refused.status, refused.why)
            if self.faults.drops():
                context.abort(grpc.StatusCode.UNAVAILABLE, "Socket closed")
            return answer

        return serve

    def _wait_as_told(self, context: grpc.ServicerContext) -> None:
        """Be as slow as was told, for as long as that is so and somebody waits."""
        faults, end = self.faults, time.monotonic() + self.faults.latency_ms / 1000
        while time.monotonic() < end and self.faults is faults and context.is_active():
            if self._stopping.wait(0.01):
                break
