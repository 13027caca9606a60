"""What runs between a pipeline and its parts: steps are counted, a cancel is heard, and where a render stands can be kept and gone on from.

Every pipeline calls its transformer and its scheduler, and some (modular ones, HunyuanVideo 1.5) offer nothing else. So the tape sits on
those two seams and knows no pipeline: a step that was done before its process died is played back from what the scheduler had answered,
with its transformer left out, and everything around it runs as ever. That is why a resumed render ends bit-equal.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.utils import _pytree as pytree

Answer = tuple[Any, ...]
"""What a scheduler's step returns: the latents, and for some the clean picture it expects."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one scheduler stands after `answer`: its fields. LTX-2 has two of them, for picture and sound."""

    fields: dict[str, Any]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a render stands: `steps` are done; `chance` is the state of its random numbers."""

    steps: int
    desks: tuple[Desk, ...]
    chance: Tensor


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step is done. `expected` is the clean latent that it leads to, as far as can be told."""

    step: int
    expected: Tensor


class Hears(Protocol):
    """Who follows a render."""

    def check(self) -> None:
        """Raises what is to end the render; asked before each forward."""
        ...

    def stepped(self, stepped: Stepped) -> None:
        """A step was made here; those played back are not told of."""
        ...


@dataclass(slots=True)
class _Seat:
    """One scheduler on the tape: how many steps it has answered, and how it stood after the last."""

    scheduler: Any
    calls: int = 0
    desk: Desk | None = None


@dataclass(slots=True)
class Tape:
    """One render's. `resumed` is where it goes on."""

    hears: Hears
    generator: torch.Generator
    resumed: Standing | None = None
    passing: Callable[[], None] = lambda: None
    """Called before each forward that is really made."""
    forwards: int = 0
    _seats: list[_Seat] = field(default_factory=list)
    _chance: Tensor | None = None
    _outlines: list[Any] = field(default_factory=list)
    _turn: int = 0

    def __deepcopy__(self, memo: dict[int, Any]) -> Tape:
        return self  # LTX-2 copies its scheduler for the sound; both copies are on one tape

    @contextmanager
    def running(self, transformers: Sequence[nn.Module], scheduler: Any) -> Iterator[None]:
        """Sit on the seams of these parts while the block runs."""
        with ExitStack() as seams:
            for transformer in transformers:
                seams.enter_context(_tapped(transformer, self._forward))
            scheduler.__class__, plain = _on_tape(type(scheduler)), type(scheduler)
            scheduler.tape = self
            try:
                yield
            finally:
                scheduler.__class__ = plain
                del scheduler.tape

    def standing(self) -> Standing | None:
        """Where the render stands at the last step that all schedulers have made; None before the first."""
        desks = [seat.desk for seat in self._seats if seat.desk is not None]
        steps = {seat.calls for seat in self._seats}
        if self._chance is None or len(steps) != 1 or len(desks) != len(self._seats):
            return None
        return Standing(steps.pop(), tuple(desks), self._chance)

    @property
    def _done(self) -> int:
        """Steps that the first scheduler has answered."""
        return self._seats[0].calls if self._seats else 0

    @property
    def _played_back(self) -> int:
        return 0 if self.resumed is None else self.resumed.steps

    def _forward(self, original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """A forward of a step that is played back answers nothing, in the right shape. The first step is made again to learn the shapes."""
        self.hears.check()
        if 0 < self._done < self._played_back:
            blank = pytree.tree_map(_blank, self._outlines[self._turn % len(self._outlines)])
            self._turn += 1
            return blank
        self.passing()
        made = original(*args, **kwargs)
        self.forwards += 1
        if self._done == 0 and self._played_back:
            self._outlines.append(pytree.tree_map(_outline, made))
        return made

    def step(self, scheduler: Any, original: Callable[..., Answer], args: tuple[Any, ...], kwargs: Any) -> Answer:
        """A scheduler's step."""
        number, seat = self._seat(scheduler)
        if seat.calls < self._played_back:
            return self._played(number, seat, _device_of(args))
        before = getattr(scheduler, "step_index", None)
        answer = original(*args, **kwargs)
        seat.calls += 1
        seat.desk = Desk(_fields(scheduler), answer)
        self._chance = self.generator.get_state()
        if number == 0:
            self.hears.stepped(Stepped(seat.calls, _expected(scheduler, answer, args, before)))
        return answer

    def _played(self, number: int, seat: _Seat, device: torch.device) -> Answer:
        assert self.resumed is not None
        desk = self.resumed.desks[number]
        seat.calls += 1
        if seat.calls == self._played_back:
            seat.scheduler.__dict__.update(_there(desk.fields, device))
            seat.desk = desk
            self.generator.set_state(self.resumed.chance)
            self._chance = self.resumed.chance
        return tuple(_there(desk.answer, device))

    def _seat(self, scheduler: Any) -> tuple[int, _Seat]:
        for number, seat in enumerate(self._seats):
            if seat.scheduler is scheduler:
                return number, seat
        self._seats.append(_Seat(scheduler))
        return len(self._seats) - 1, self._seats[-1]


@functools.cache
def _on_tape(plain: type[Any]) -> type[Any]:
    """The scheduler's class with its step on the tape; the signature stays, because pipelines look at it."""

    @functools.wraps(plain.step)
    def step(self: Any, *args: Any, **kwargs: Any) -> Answer:
        return self.tape.step(self, functools.partial(plain.step, self), args, kwargs)

    return type(plain.__name__, (plain,), {"step": step})


@contextmanager
def _tapped(transformer: nn.Module, forward: Callable[..., Any]) -> Iterator[None]:
    original = transformer.forward
    held = transformer.__dict__.get("forward")
    transformer.forward = functools.wraps(original)(functools.partial(forward, original))
    try:
        yield
    finally:
        if held is None:
            del transformer.forward
        else:
            transformer.forward = held


_KEPT = (int, float, bool, str, type(None), Tensor)
_GIVEN = ("tape", "timesteps", "sigmas")
"""What a scheduler is given with its steps and does not learn from them."""


def _fields(scheduler: Any) -> dict[str, Any]:
    """What a scheduler remembers from step to step: numbers, tensors, and lists of them."""
    return {name: copy.copy(value) for name, value in vars(scheduler).items() if name not in _GIVEN and _keeps(value)}


def _keeps(value: Any) -> bool:
    return isinstance(value, _KEPT) or (isinstance(value, list) and all(isinstance(one, _KEPT) for one in value))


def _there(kept: Any, device: torch.device) -> Any:
    return pytree.tree_map(lambda one: one.to(device) if isinstance(one, Tensor) else one, kept)


def _device_of(args: tuple[Any, ...]) -> torch.device:
    return next(one.device for one in args if isinstance(one, Tensor))


def _outline(made: Any) -> Any:
    return made.new_empty(()).expand(made.shape) if isinstance(made, Tensor) else made


def _blank(outline: Any) -> Any:
    return outline.new_zeros(()).expand(outline.shape) if isinstance(outline, Tensor) else outline


def _expected(scheduler: Any, answer: Answer, args: tuple[Any, ...], before: int | None) -> Tensor:
    """The clean latent a step leads to: as the scheduler remembers it, as it answers it, or by the flow's own line."""
    remembered = [one for one in getattr(scheduler, "model_outputs", ()) if one is not None]
    latents, *others = answer
    if remembered:
        return remembered[-1]
    if others and isinstance(others[0], Tensor):
        return others[0]
    tensors = [one for one in args if isinstance(one, Tensor) and one.shape == latents.shape]
    if len(tensors) < 2 or not hasattr(scheduler, "sigmas"):
        return latents
    return tensors[1] - scheduler.sigmas[before or 0].to(tensors[1].device) * tensors[0]
