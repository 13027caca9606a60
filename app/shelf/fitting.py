"""Whether a model fits this machine: counted from its layers and the card's memory, said in one sentence before anything is fetched.

A guess is worse than a count that says what it is: weights are counted at two bytes, the way they are loaded; what pictures need on
top is roughly a third of the transformer's and never under two gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from engine.machine import Machine
from engine.plan.architecture import parameters
from engine.plan.capabilities import ModelManifest

_BYTES = 2  # a weight in bfloat16
_LEAST_WORK_MB = 2000


@dataclass(frozen=True, slots=True)
class Fits:
    """All of it stays on the card."""

    needs_mb: int


@dataclass(frozen=True, slots=True)
class NeedsNone:
    """It draws without a graphics card; `memory_mb` is of the machine's own memory, None where nobody measured it."""

    memory_mb: int | None


@dataclass(frozen=True, slots=True)
class Tight:
    """It works, with parts moved between the machine's memory and the card's: slower."""

    needs_mb: int


@dataclass(frozen=True, slots=True)
class TooLarge:
    """Not even its largest part goes on the card."""

    needs_mb: int


@dataclass(frozen=True, slots=True)
class NoCard:
    """It needs a graphics card and there is none: days, not minutes."""

    needs_mb: int | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Its layers are not known."""


Fit: TypeAlias = Fits | NeedsNone | Tight | TooLarge | NoCard | Unknown


def weights_mb(manifest: ModelManifest) -> int | None:
    """What its weights take in memory, or weigh on the disk, in MB; None where nobody knows its layers."""
    if manifest.hub is not None and manifest.hub.bytes is not None:
        return manifest.hub.bytes // 1_000_000
    if manifest.made_of is None:
        return None
    return _BYTES * (parameters(manifest.made_of) + (manifest.made_of.encoder_parameters or 0)) // 1_000_000


def fit(manifest: ModelManifest, machine: Machine) -> Fit:
    """How the model would do on this machine."""
    if not manifest.needs_gpu:
        return NeedsNone(manifest.cost.memory_mb)
    whole, part = weights_mb(manifest), _largest_mb(manifest)
    if machine.card is None:
        return NoCard(part)
    if whole is None or part is None:
        return Unknown()
    work = max(_LEAST_WORK_MB, part // 3)
    if whole + work <= machine.card.memory_mb:
        return Fits(whole + work)
    return Tight(part + work) if part + work <= machine.card.memory_mb else TooLarge(part + work)


def _largest_mb(manifest: ModelManifest) -> int | None:
    """One expert of the transformer, or the text encoder: whatever must be on the card at once."""
    made_of = manifest.made_of
    if made_of is None:
        return None
    return _BYTES * max(parameters(made_of) // made_of.experts, made_of.encoder_parameters or 0) // 1_000_000
