"""How a command talks: bars and sentences for a person, or one JSON object a line for a program (`--json`).

Results go to standard output, everything else to standard error, so that both can be piped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from rich.console import Console as Terminal
from rich.markup import escape
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class Bar(Protocol):
    """One long piece of work."""

    def at(self, done: float, total: float, what: str = "") -> None:
        """`done` of `total`, working on `what`."""
        ...


class Console(Protocol):
    """What every command may say. `for_people`: whether somebody may be asked something."""

    for_people: bool

    def say(self, sentence: str) -> None:
        """One line worth knowing."""
        ...

    def event(self, type_: str, **facts: Any) -> None:
        """A fact for programs; people do not see it."""
        ...

    def result(self, text: str, **facts: Any) -> None:
        """What the command was asked for."""
        ...

    def problem(self, sentence: str, action: str, kind: str, exit_code: int) -> None:
        """What went wrong and what to do."""
        ...

    def bar(self, title: str) -> Any:
        """A context manager that yields a Bar."""
        ...


class _Piped(Terminal):
    """A terminal that leaves a reader who went away to the command line; rich would end the program on the spot."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class PersonConsole:
    """Bars when the terminal has a person at it, plain lines when it does not."""

    for_people = True

    def __init__(self) -> None:
        self._out = _Piped(highlight=False, soft_wrap=True)
        self._err = _Piped(stderr=True, highlight=False, soft_wrap=True)

    def say(self, sentence: str) -> None:
        """One line on standard error."""
        self._err.print(escape(sentence))

    def event(self, type_: str, **facts: Any) -> None:
        """Nothing: people read sentences."""

    def result(self, text: str, **facts: Any) -> None:
        """The text on standard output."""
        self._out.print(escape(text))

    def problem(self, sentence: str, action: str, kind: str, exit_code: int) -> None:
        """The sentence, and the action below it."""
        self._err.print(f"[bold red]{escape(sentence)}[/]" + (f"\n{escape(action)}" if action else ""))

    @contextmanager
    def bar(self, title: str) -> Iterator[Bar]:
        """A bar that a person can watch; silent when nobody does."""
        columns = (TextColumn("{task.description:<15}"), BarColumn(30), _Frames(), _Left(compact=True))
        with Progress(*columns, console=self._err, transient=True, disable=not self._err.is_terminal) as progress:
            yield _RichBar(progress, title)


class _Frames(ProgressColumn):
    """120/1821 frames."""

    def render(self, task: Task) -> Text:
        total = "?" if task.total is None else f"{task.total:.0f}"
        return Text(f"{task.completed:.0f}/{total} frames", no_wrap=True)


class _Left(TimeRemainingColumn):
    """1:20 left; nothing until it can be told."""

    def render(self, task: Task) -> Text:
        return Text("") if task.time_remaining is None else super().render(task).append(" left")


class _RichBar:
    def __init__(self, progress: Progress, title: str) -> None:
        self._progress = progress
        self._title = title
        self._task = progress.add_task(title, total=None)

    def at(self, done: float, total: float, what: str = "") -> None:
        described = f"{self._title} {escape(what)}".strip()
        self._progress.update(self._task, completed=done, total=total, description=described)


class JsonConsole:
    """One JSON object a line on standard output; `type` says what it is."""

    for_people = False

    def say(self, sentence: str) -> None:
        """{"type": "note", "sentence": ...}"""
        self.event("note", sentence=sentence)

    def event(self, type_: str, **facts: Any) -> None:
        """{"type": type_, ...facts}"""
        sys.stdout.write(
            json.dumps({"type": type_, **facts}, default=str) + "\n"
        )  # ASCII: whatever the pipe's encoding
        sys.stdout.flush()

    def result(self, text: str, **facts: Any) -> None:
        """{"type": "result", ...facts}"""
        self.event("result", **(facts or {"text": text}))

    def problem(self, sentence: str, action: str, kind: str, exit_code: int) -> None:
        """{"type": "error", "sentence": ..., "action": ..., "kind": ..., "exit_code": ...}"""
        self.event("error", sentence=sentence, action=action, kind=kind, exit_code=exit_code)

    @contextmanager
    def bar(self, title: str) -> Iterator[Bar]:
        """Progress events, at most one per whole per cent."""
        yield _JsonBar(self, title)


class _JsonBar:
    def __init__(self, console: JsonConsole, title: str) -> None:
        self._console = console
        self._title = title
        self._last = -1

    def at(self, done: float, total: float, what: str = "") -> None:
        per_cent = int(100 * done / total) if total else 0
        if per_cent != self._last:
            self._last = per_cent
            self._console.event("progress", task=self._title, done=done, total=total, what=what)
