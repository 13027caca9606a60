"""The engines that a person may choose from: those we ship and those whose manifests they dropped on the shelf themselves.

A manifest may be dropped or corrected while the editor is open, so what was read is kept only while the shelf's folder of
manifests looks the same. Weights are another matter: whether they are here is `engine.shelf.readiness`, asked in a thread.
"""

from __future__ import annotations

from functools import lru_cache

from app.words import word
from engine.plan.capabilities import ModelManifest, Stage
from engine.shelf.manifests import every, own_stamp

SAME_ALWAYS = frozenset({"animatic", "import"})
"""Engines for which a seed changes nothing that a person would choose between."""

STAGED_ALIKE = word(
    "The animatic engine stages every take alike: another seed moves only the wind, the weather and the sway of the camera."
)
"""Said where further takes of such an engine are asked for."""


def manifests(stage: Stage = "motion") -> dict[str, ModelManifest]:
    """Every engine that does this part of the work, those that need no GPU first."""
    return _sorted(stage, own_stamp())


@lru_cache(maxsize=4)
def _sorted(stage: Stage, stamp: tuple[tuple[str, int], ...]) -> dict[str, ModelManifest]:
    found = [manifest for manifest in every() if stage in manifest.stages]
    return {each.engine: each for each in sorted(found, key=lambda each: (each.needs_gpu, each.title))}


def title_of(engine: str) -> str:
    """How the engine is called in English; its id where no manifest is left of it."""
    known = manifests().get(engine) or manifests("key frame").get(engine)
    return known.title if known else engine
