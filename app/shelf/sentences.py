"""A model and a machine in words: what a shelf card and the hardware page say."""

from __future__ import annotations

from app.shelf.fitting import Fit, Fits, NeedsNone, NoCard, Tight, TooLarge, weights_mb
from app.words import in_a_row, tr, word
from engine.machine import Machine
from engine.plan.capabilities import ModelManifest

ABILITIES: dict[str, str] = {
    "text": word("words"),
    "cast": word("cast"),
    "references": word("reference pictures"),
    "first_frame": word("first frame"),
    "last_frame": word("last frame"),
    "panels": word("drawn panels"),
    "control": word("blocked by the animatic"),
    "audio": word("sound"),
}


LITTLE_MEMORY_MB = 6000
"""Of the machine's own memory: the editor, a worker and an export want about four gigabytes beside the system."""


def gigabytes(megabytes: int) -> str:
    """As people read a size."""
    if megabytes < 1000:
        return tr("{size} MB", size=megabytes)
    return tr("{size} GB", size=f"{megabytes / 1000:.1f}" if megabytes < 10_000 else f"{megabytes / 1000:.0f}")


def size_told(manifest: ModelManifest) -> str:
    """What its weights weigh."""
    weight = weights_mb(manifest)
    if weight is None:
        return tr("size not known yet")
    known = manifest.hub is not None and manifest.hub.bytes is not None
    return gigabytes(weight) if known else tr("about {size}", size=gigabytes(weight))


def fit_told(fit: Fit) -> tuple[str, str]:
    """The sentence, and its kind for a label."""
    match fit:
        case NeedsNone(None):
            return tr("Needs no graphics card."), "ok"
        case NeedsNone(needs):
            return tr("Needs no graphics card, and about {size} of memory.", size=gigabytes(needs or 0)), "ok"
        case Fits(needs):
            return tr("Fits this machine: needs about {size} of the card.", size=gigabytes(needs)), "ok"
        case Tight(needs):
            told = tr(
                "Works with its parts moved in and out of the card ({size} at once): slower.", size=gigabytes(needs)
            )
            return told, "warn"
        case TooLarge(needs):
            return tr("Too large for this card: {size} at once.", size=gigabytes(needs)), "bad"
        case NoCard(None):
            return tr("Needs a graphics card; this machine has none."), "muted"
        case NoCard(needs):
            told = tr("Needs a graphics card with about {size}; this machine has none.", size=gigabytes(needs or 0))
            return told, "muted"
        case _:
            return tr("Whether it fits is not known yet."), "muted"


def abilities_told(manifest: ModelManifest) -> str:
    """What it can be given, in a line."""
    return tr(", ").join(tr(ABILITIES[what]) for what in manifest.conditions)


def machine_told(machine: Machine) -> str:
    """One sentence: what this machine can do."""
    if machine.missing:
        return in_a_row(*(tr(each) for each in machine.missing))
    if machine.memory_mb is not None and machine.memory_mb < LITTLE_MEMORY_MB:
        return tr("This machine has little memory: it draws animatics, best with other programs closed.")
    card = machine.card
    if card is None:
        return tr("This machine draws animatics and drafts; video models need a graphics card.")
    if card.memory_mb < 10_000:
        return tr("This machine draws animatics and drafts, and small video models with patience.")
    if card.memory_mb < 40_000:
        return tr("This machine runs small and middling video models.")
    return tr("This machine runs every video model on the shelf.")
