"""What a worker and its supervisor say to each other: one JSON object a line, requests in, events out.

Events are hints, the ledger's rows are the truth: an event that is lost or unknown may cost a progress bar, never a take.
So a message this version does not know is skipped with a log line, and pixels never travel here, only keys and paths.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

VERSION = 1

Lane = Literal["render", "desk"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hello:
    """The worker is up."""

    type: ClassVar[str] = "hello"
    pid: int
    lane: str = "render"


@dataclass(frozen=True, slots=True)
class Started:
    """The first picture of the job is about to be drawn."""

    type: ClassVar[str] = "started"
    key: str


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps; `seconds_left` for this job, None until it can be told."""

    type: ClassVar[str] = "progress"
    key: str
    done: int
    total: int
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What is being drawn looks like this now: `picture` is a JPEG's path inside the film's folder, replaced whole."""

    type: ClassVar[str] = "preview"
    key: str
    picture: str


PAUSED = "The queue is paused; nothing new is begun until it is resumed."
"""The note of a supervisor that finds the queue paused; whoever shows the queue shows that already."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line worth telling the user."""

    type: ClassVar[str] = "note"
    sentence: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The job is done; its take is in the store. `seconds` is how long it took, 0 when it was there already."""

    type: ClassVar[str] = "taken"
    key: str
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Failed:
    """The job cannot be done. `kind` is the name of the class in engine.errors."""

    type: ClassVar[str] = "failed"
    key: str
    sentence: str
    action: str = ""
    kind: str = "RenderFailed"


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The job was stopped before its end and left nothing behind."""

    type: ClassVar[str] = "cancelled"
    key: str


@dataclass(frozen=True, slots=True)
class Idle:
    """Every job of the last `Run` is answered."""

    type: ClassVar[str] = "idle"


@dataclass(frozen=True, slots=True)
class Log:
    """A log record from the worker: `level` as in the logging module."""

    type: ClassVar[str] = "log"
    level: int
    text: str


Event = Hello | Started | Progress | Preview | Note | Taken | Failed | Cancelled | Idle | Log
Report = Callable[[Event], None]
"""Receives events; must return soon."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: `payload` is the canonical order's JSON (`engine.plan.orders.canonical`) in the render lane,
    the chore's own JSON in the desk lane. `needs` are keys that must be done first."""

    key: str
    engine: str
    payload: str
    lane: Lane = "render"
    needs: tuple[str, ...] = ()
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Do these jobs, all for one engine; answered by one Taken, Failed or Cancelled per job, then Idle."""

    type: ClassVar[str] = "run"
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop these jobs of the present run; no keys: all of them."""

    type: ClassVar[str] = "cancel"
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shutdown:
    """Unload and leave."""

    type: ClassVar[str] = "shutdown"


Request = Run | Cancel | Shutdown

_EVENTS: dict[str, type[Any]] = {
    kind.type: kind for kind in (Hello, Started, Progress, Preview, Note, Taken, Failed, Cancelled, Idle, Log)
}
_REQUESTS: dict[str, type[Any]] = {kind.type: kind for kind in (Run, Cancel, Shutdown)}

T = TypeVar("T", bound="DataclassInstance")


def encode(message: Event | Request) -> bytes:
    """One line of UTF-8 JSON with its newline; no newline inside."""
    body = {"v": VERSION, "type": message.type, **asdict(message)}
    return json.dumps(body, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def decode_event(line: bytes) -> Event | None:
    """The event in a line; None (and a log line) when it is none this version knows."""
    return _decode(line, _EVENTS)


def decode_request(line: bytes) -> Request | None:
    """The request in a line; None (and a log line) when it is none this version knows."""
    return _decode(line, _REQUESTS)


def _decode(line: bytes, known: dict[str, type[Any]]) -> Any:
    try:
        body = json.loads(line)
        return _built(known[body["type"]], body)
    except (ValueError, KeyError, TypeError):
        _log.warning("A message nobody here understands was skipped: %.200r", line)
        return None


def _built(kind: type[T], body: dict[str, Any]) -> T:
    """Fields a newer peer added are dropped; lists become tuples again."""
    names = {field.name for field in fields(kind)}
    return kind(**{name: _value(name, value) for name, value in body.items() if name in names})


def _value(name: str, value: Any) -> Any:
    if name == "jobs":
        return tuple(_built(Job, job) for job in value)
    return tuple(value) if isinstance(value, list) else value
