"""From draft to final: which engines could draw a take's order once more, and what each of them would miss or leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.state.engines import manifests
from app.words import tr, word
from engine.film.takes import Take
from engine.plan.capabilities import ModelManifest
from engine.plan.drafts import BEGINNINGS
from engine.plan.estimate import unmet
from engine.plan.finals import Way, way_of
from engine.plan.orders import ShotOrder
from engine.shelf.readiness import hurdle

_WAYS: Mapping[Way, str] = {
    "video": word("starts from its pictures"),
    "control": word("follows its motion"),
    "seed": word("the same seed"),
}


@dataclass(frozen=True, slots=True)
class Finisher:
    """An engine for the final; `lacks` says, in the language of now, what it would have to have or what it cannot do, `way` what of
    the take it goes by."""

    engine: str
    title: str
    lacks: str = ""
    way: Way = "seed"


def finishers(order: ShotOrder | None, take: Take) -> tuple[Finisher, ...]:
    """Engines that finish a film, those that can do everything first; a model finishes its own drafts too."""
    others = (each for each in manifests().values() if each.engine not in BEGINNINGS and _is_further(each, take))
    found = [Finisher(each.engine, tr(each.title), ", ".join(_lacks(each, order)), way_of(each)) for each in others]
    return tuple(sorted(found, key=lambda each: (bool(each.lacks), each.title)))


def stopped(found: Sequence[Finisher]) -> frozenset[str]:
    """The engines among them that cannot draw on this machine now. Asks the disk, so not in the GUI thread. Raises StorageFailed."""
    known = manifests()
    return frozenset(each.engine for each in found if each.engine in known and hurdle(known[each.engine]) is not None)


def way_words(way: Way) -> str:
    """What of the take the final goes by."""
    return tr(_WAYS[way])


def _is_further(manifest: ModelManifest, take: Take) -> bool:
    return manifest.engine != take.recipe.engine or take.recipe.finish == "draft"


def _lacks(manifest: ModelManifest, order: ShotOrder | None) -> Iterator[str]:
    if order is None:
        return
    given = {
        "references": (any(subject.references for subject in order.cast), word("reference pictures")),
        "first_frame": (order.first_frame is not None, word("a first frame")),
        "last_frame": (order.last_frame is not None, word("a last frame")),
    }
    for need in manifest.needs:
        there, words = given.get(need, (True, ""))
        if not there:
            yield tr("needs {what}", what=tr(words))
    for left_out in unmet(order, manifest):
        yield tr("without {what}", what=tr(left_out))
