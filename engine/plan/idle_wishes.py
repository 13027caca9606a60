"""A wish that changes nothing of a shot's pictures is no part of its order, so that what is there is not drawn again for a word.

It goes by the manifests that come with Storyreel alone: a film's plan is the same on every machine. What a model cannot do (a control video
that it does not take) stays in the order, because it has to be said.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from engine.assets import assets_folder
from engine.errors import Unsupported
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.plan.costing import recipe_of
from engine.plan.native import too_long
from engine.plan.orders import ShotOrder


def without_idle(order: ShotOrder) -> ShotOrder:
    """The order with those wishes alone that make a difference to its pictures."""
    if not (order.between or order.finish or order.overlong or order.drafted):
        return order
    manifest = _shipped(order.engine)
    idle = {} if manifest is None else _idle(order, manifest)
    return order.with_(**idle) if idle else order


def _idle(order: ShotOrder, manifest: ModelManifest) -> dict[str, Any]:
    """What to change: fields of the order."""
    if manifest.family is None:
        return {"between": "", "finish": "", "overlong": "", "drafted": None}
    idle: dict[str, Any] = {}
    if not too_long(order, manifest):
        idle["overlong"] = ""
        if manifest.native is not None and manifest.native.rate == order.rate:
            idle["between"] = ""
    recipe = recipe_of(order, manifest)
    if recipe is not None and recipe.between == order.between:
        idle["between"] = ""
    if order.finish == "draft" and recipe == manifest.defaults:
        idle["finish"] = ""
    return idle


@cache
def _shipped(engine: str) -> ModelManifest | None:
    try:
        return load_manifest(assets_folder() / "models", engine)
    except Unsupported:
        return None
