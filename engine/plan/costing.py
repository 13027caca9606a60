"""What a film costs to draw with one model, shot by shot, before anything is drawn: patches, tokens, operations, seconds, memory.

Everything but the seconds follows from the film and the model's architecture; the seconds need a machine that has made a shot or two. What
is not known stays None and is said so, because a number nobody measured is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.plan.architecture import Architecture, flops_per_forward, grid, parameters, tokens
from engine.plan.capabilities import ModelManifest, Recipe
from engine.plan.finals import steps_of
from engine.plan.native import drawn_length, native_pass, native_size, needed, too_long
from engine.plan.orders import ShotOrder
from engine.plan.references import references_for
from engine.plan.speed import Pace, memory_for, seconds_for

_DRAFT = 0.4
_MANY_STEPS = 10
_BYTES = {"bfloat16": 2, "float16": 2, "float32": 4}


@dataclass(frozen=True, slots=True)
class TakeCost:
    """One take. `patches` are in time, height and width; `memory_mb` is the peak that was measured, or at least the weights and
    what passes through one block; `too_long` that the model cannot draw so many pictures in one pass."""

    width: int
    height: int
    pictures: int
    patches: tuple[int, int, int]
    tokens: int
    forwards: int
    flops: int
    seconds: float | None
    memory_mb: int
    too_long: bool


@dataclass(frozen=True, slots=True)
class Prices:
    """A person's own prices: what the machine draws from the wall while it works, what energy costs, what the machine costs an hour."""

    watts: float | None = None
    per_kwh: float | None = None
    per_hour: float | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """What all the takes come to, with what a run takes once; None where a speed or a price is not known."""

    takes: int
    tokens: int
    flops: int
    seconds: float | None
    kwh: float | None
    money: float | None
    memory_mb: int


def recipe_of(order: ShotOrder, manifest: ModelManifest) -> Recipe | None:
    """How the order is sampled. A draft is the recipe of the model's distilled weights where it has them, else its own in two fifths of
    its steps, because the same seed and size then lead to much the same shot; a model that needs few steps, or has timesteps of its
    own, is as quick as it can be."""
    usual = manifest.defaults
    if order.finish == "draft" and manifest.drafts is not None:
        return manifest.drafts.recipe
    if usual is None or order.finish != "draft" or usual.steps < _MANY_STEPS or usual.timesteps:
        return usual
    return usual.with_(steps=round(usual.steps * _DRAFT))


def forwards(recipe: Recipe, steps: int) -> int:
    """Passes through the transformer in so many of its steps: guidance takes two a step."""
    return steps * (2 if recipe.guidance > 1 else 1)


def take_cost(order: ShotOrder, manifest: ModelManifest, pace: Pace | None = None) -> TakeCost | None:
    """What the order costs with that model; None for an engine whose architecture is not known."""
    made_of, recipe = manifest.made_of, recipe_of(order, manifest)
    if made_of is None or recipe is None or manifest.native is None:
        return None
    width, height = native_size(order.raster, manifest)
    stretched = order.overlong == "stretch" and too_long(order, manifest)
    pictures = (
        native_pass(order, manifest).frames
        if stretched
        else needed(drawn_length(order, manifest), order.rate, manifest)
    )
    all_tokens = tokens(made_of, width, height, pictures, len(references_for(order, manifest)))
    passes = forwards(recipe, steps_of(order, manifest, recipe))
    return TakeCost(
        width=width,
        height=height,
        pictures=pictures,
        patches=grid(made_of, width, height, pictures),
        tokens=all_tokens,
        forwards=passes,
        flops=passes * flops_per_forward(made_of, all_tokens) + (made_of.decode_flops or 0) * width * height * pictures,
        seconds=seconds_for(pace, made_of, all_tokens, passes, width * height * pictures) if pace else None,
        memory_mb=(memory_for(pace, all_tokens) if pace else None) or _memory(manifest, made_of, all_tokens),
        too_long=not stretched and too_long(order, manifest),
    )


def bill(takes: Sequence[TakeCost], prices: Prices = Prices(), opening: float = 0.0) -> Bill:
    """What the takes come to at these prices, in a run that takes `opening` seconds once."""
    timed = [take.seconds for take in takes if take.seconds is not None]
    seconds = opening + sum(timed) if len(timed) == len(takes) else None
    kwh = seconds / 3600 * prices.watts / 1000 if seconds is not None and prices.watts is not None else None
    energy = kwh * prices.per_kwh if kwh is not None and prices.per_kwh is not None else None
    rent = seconds / 3600 * prices.per_hour if seconds is not None and prices.per_hour is not None else None
    return Bill(
        takes=len(takes),
        tokens=sum(take.tokens for take in takes),
        flops=sum(take.flops for take in takes),
        seconds=seconds,
        kwh=kwh,
        money=None if energy is None and rent is None else (energy or 0) + (rent or 0),
        memory_mb=max((take.memory_mb for take in takes), default=0),
    )


def least_memory(manifest: ModelManifest) -> int | None:
    """Bytes of the transformer's weights as they are kept; None where the architecture is not known."""
    return None if manifest.made_of is None else parameters(manifest.made_of) * _BYTES[manifest.dtype_of("transformer")]


def _memory(manifest: ModelManifest, made_of: Architecture, seen: int) -> int:
    """At least: the transformer's weights, and in one block its input, its queries, keys and values, and the feed-forward's
    inside, all of every token. (The text encoder has left by then.)"""
    each = _BYTES[manifest.dtype_of("transformer")]
    widest = max(made_of.stacks, key=lambda stack: stack.feed_forward)
    inside = (5 * widest.width + widest.feed_forward) * (seen + made_of.text_tokens)
    return round((parameters(made_of) + inside) * each / 1e6)
