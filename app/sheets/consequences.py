"""What another rate, size, style or language of a film would change, in sentences, before it is done."""

from __future__ import annotations

from app.words import tr
from engine.film.document import Film


def consequences(before: Film, after: Film) -> tuple[str, ...]:
    """One sentence for each thing that a person should know; none where nothing of weight changes."""
    told: list[str] = []
    if after.rate != before.rate:
        told += _of_rate(before, after)
    elif after.handles != before.handles:
        told.append(tr("Takes get {n} frames beyond each end of their shot.", n=after.handles))
    if any(getattr(before, name) != getattr(after, name) for name in _DRAWN_WITH):
        told.append(_of_takes(before))
    return tuple(each for each in told if each)


_DRAWN_WITH = ("rate", "raster", "style", "handles", "language")
"""What every order is made with: another value is another take."""


def _of_rate(before: Film, after: Film) -> list[str]:
    was, now = (sum(shot.duration for shot in film.played.shots) / film.rate for film in (before, after))
    kept = tr(
        "Shots, lines and cuts keep their seconds, rounded to whole frames: {was} s become {now} s.",
        was=f"{float(was):.2f}",
        now=f"{float(now):.2f}",
    )
    locked = sum(1 for cut in before.cuts if cut.locked)
    return [kept, tr("{n} locked cuts are counted anew.", n=locked) if locked else ""]


def _of_takes(film: Film) -> str:
    drawn = sum(1 for shot in film.shots if shot.chosen is not None and shot.chosen.recipe.origin == "rendered")
    if not drawn:
        return ""
    return tr("{n} takes are out of date then: they are kept and played until you render again.", n=drawn)
