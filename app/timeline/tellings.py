"""What a tool tip in the timeline says: enough to know a clip without going to the board."""

from __future__ import annotations

from app.timeline.hits import Hit, OnBody, OnCorner, OnEdge, OnJoin, OnLevel, OnLine, OnMarker, OnSeam
from app.timeline.readings import reading
from app.timeline.showing import Showing, gist
from app.words import tr, word
from engine.film.cuts import Clip
from engine.film.timecode import timecode

STYLES = {"dissolve": word("Dissolve"), "fade": word("Fade through black"), "wipe": word("Wipe")}


def telling(showing: Showing, hit: Hit) -> str:
    """A sentence or two about what is there; "" for nothing."""
    if isinstance(hit, OnBody | OnEdge) and isinstance(hit.box.item, Clip):
        return "\n".join(_about(showing, hit.box.item))
    if isinstance(hit, OnCorner):
        return tr("Pull the corner inward for a fade or a dissolve.")
    if isinstance(hit, OnLevel) and isinstance(hit.box.item, Clip):
        return tr("Level {gain} dB: pull it up or down, double-click for 0.", gain=f"{hit.box.item.gain:+.1f}")
    if isinstance(hit, OnJoin):
        join = hit.join.join
        return f"{tr(STYLES[join.style])} · {tr('{n} frames', n=join.before + join.after)}"
    if isinstance(hit, OnLine):
        return f"{hit.spoken.line.text}\n{tr('Pull it over an edit for a J or an L cut.')}"
    if isinstance(hit, OnSeam):
        return reading(showing.readings, hit.seam)
    return hit.marker.text if isinstance(hit, OnMarker) else ""


def _about(showing: Showing, clip: Clip) -> list[str]:
    shot = showing.shot(clip)
    name = clip.footage.title if clip.footage else shot.slate if shot else "?"
    lines = [f"{name} · {timecode(clip.frames, showing.film.rate)[3:]}"]
    if shot is not None and (words := gist(showing, shot)):
        lines.append(_short(words))
    head, tail = showing.shortfall(clip)
    if head or tail:
        lines.append(tr("The take is {n} frames too short here.", n=head + tail))
    if clip.take is not None:
        lines.append(tr("Pinned: a new take does not change it."))
    return lines


def _short(text: str, longest: int = 90) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
