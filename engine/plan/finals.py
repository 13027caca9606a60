"""How a final comes of a take that was approved: from its pictures, led by its motion, or from nothing but the same seed.

A model that can start from a video keeps the draft's layout and motion, because only the noise above a certain level is drawn anew; one that
takes a control video follows the draft's motion; of any other the same seed leads to much the same shot, and that is said.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import Literal

from engine.film.takes import Take
from engine.plan.capabilities import ModelManifest, Recipe
from engine.plan.orders import DraftOrder, ShotOrder

Way = Literal["seed", "video", "control"]

NOISE = 0.75
"""Of the draft so much is noise when its final begins (SDEdit, Meng et al. 2022): composition and motion outlive it, texture and faces do
not, which is what a final is for."""

_FROM_VIDEO = frozenset({"WanPipeline", "LTXConditionPipeline", "CogVideoXPipeline"})
"""Pipelines whose weights diffusers also runs from a video."""


def way_of(manifest: ModelManifest) -> Way:
    """How that model makes a final of a take."""
    if manifest.family == "wan-vace":
        return "control"
    return "video" if manifest.pipeline in _FROM_VIDEO and not manifest.modular else "seed"


def starts_from_video(order: ShotOrder, manifest: ModelManifest) -> bool:
    """Whether the order's take is drawn over that of its draft."""
    return order.drafted is not None and order.pickup is None and way_of(manifest) == "video"


def _from_noise(recipe: Recipe) -> int:
    """Of the recipe's steps so many are made from the level of noise at which a final begins. A shifted schedule of n steps is at
    shift*s / (1 + (shift-1)*s) when the share s of them is left."""
    shift = recipe.shift or 1.0
    left = NOISE / (shift - (shift - 1) * NOISE)
    return max(1, round(recipe.steps * left))


def steps_of(order: ShotOrder, manifest: ModelManifest, recipe: Recipe) -> int:
    """The steps that are really made. (LTX goes through all of them: its draft waits until the noise has come down to it.)"""
    if manifest.family == "ltx" or not starts_from_video(order, manifest):
        return recipe.steps
    return _from_noise(recipe)


def started_from(take: Take, film_rate: Fraction) -> DraftOrder | None:
    """What an order says of the take that it starts from; None for media that no store keeps."""
    if take.stored is None:
        return None
    return DraftOrder(take=take.stored, head=take.head, rate=film_rate if take.retime == "retimed" else take.rate)


def draft_picture(order: ShotOrder, number: int) -> int:
    """Which of the draft's pictures is seen at picture `number` of the order's take; it may lie outside of the draft."""
    assert order.drafted is not None
    return order.drafted.head + floor((number - order.head) * order.drafted.rate / order.rate)


def in_words(order: ShotOrder, manifest: ModelManifest) -> str:
    """How the order's final comes of its draft, for a person."""
    recipe = manifest.defaults
    match way_of(manifest):
        case "video" if recipe is not None:
            return f"The final starts from its draft's pictures: {steps_of(order, manifest, recipe)} of {recipe.steps} steps over them."
        case "control":
            return f"The final is led by {_LEADS[order.control]}."
        case _:
            return f"{manifest.title} cannot start from a take's pictures; the final is drawn from the same seed in all its steps."


_LEADS = {
    "": "the motion of its draft",
    "depth": "the shot's own blocking (depth)",
    "pose": "the shot's own blocking (pose)",
}
"""What leads a model of control video: a guide pass that was chosen goes before the draft."""
