"""From draft to final: which engines could draw a take's order once more, and what each of them would leave out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.words import tr
from engine.assets import assets_folder
from engine.errors import StoryreelError
from engine.film.takes import Take
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.plan.estimate import unmet
from engine.plan.orders import ShotOrder

_PLAIN = ("animatic",)
"""What is drawn without a model is where a film begins, never where it ends."""


@dataclass(frozen=True, slots=True)
class Finisher:
    """An engine for the final; `lacks` says, in the language of now, what of the shot it cannot do."""

    engine: str
    title: str
    lacks: str = ""


def finishers(order: ShotOrder | None, take: Take) -> tuple[Finisher, ...]:
    """Engines other than the take's own, those that can do everything first."""
    found = [_finisher(each, order) for each in manifests() if each.engine not in (*_PLAIN, take.recipe.engine)]
    return tuple(sorted(found, key=lambda each: (bool(each.lacks), each.title)))


@cache
def manifests() -> tuple[ModelManifest, ...]:
    """Every engine that draws motion; one whose manifest cannot be read is no engine."""
    found: list[ModelManifest] = []
    for path in sorted((assets_folder() / "models").glob("*.json")):
        try:
            manifest = load_manifest(path.parent, path.stem)
        except StoryreelError:
            continue
        if "motion" in manifest.stages:
            found.append(manifest)
    return tuple(found)


def _finisher(manifest: ModelManifest, order: ShotOrder | None) -> Finisher:
    missing = ", ".join(tr(each) for each in unmet(order, manifest)) if order else ""
    lacks = tr("without {what}", what=missing) if missing else ""
    return Finisher(manifest.engine, manifest.title, lacks)
