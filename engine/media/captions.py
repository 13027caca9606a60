"""Spoken lines as captions on the cut's timeline: when each is on the screen, and where its text breaks.

The times come from the clips and not from the shots, because a caption must follow its line through trims and over cuts:
a line that begins before its shot (J cut) or ends after it (L cut) keeps doing so as long as the clip reaches that end.
At most two lines of text are shown at once; longer speeches are paged, each page on screen in proportion to its text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from engine.film.cuts import Clip, Cut, Track
from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.shots import Line, Shot

LONGEST_LINE = 40
"""Columns: a Latin letter takes one, a Chinese character two. 40 letters or 20 characters, the trade's usual limit."""

TOGETHER = 12
"""Two lines that begin within this many frames of each other are spoken together, and shown together."""

SHORTEST = Fraction(6, 5)
"""Seconds: shorter, and two words are gone before the eye has found them."""

_CLOSING = set("、，。！？；：）》〉」』】〕”’…—·,.!?;:)]}%")
_OPENING = set("（《〈「『【〔“‘([{")
_SENTENCE_END = set("。！？!?.…")
_PAUSE = set("，、；：,;:—")
_PARTICLES = set("的了着过吗呢吧啊呀是在")
_CLINGING = {
    "a",
    "an",
    "the",
    "of",
    "to",
    "in",
    "on",
    "at",
    "by",
    "for",
    "and",
    "or",
    "but",
    "with",
    "from",
    "my",
    "your",
    "his",
}


@dataclass(frozen=True, slots=True)
class Caption:
    """Up to two lines of text over record frames [start, start + frames)."""

    start: int
    frames: int
    lines: tuple[str, ...]

    @property
    def end(self) -> int:
        """The first frame on which it is gone."""
        return self.start + self.frames


@dataclass(frozen=True, slots=True)
class _Spoken:
    line: str
    text: str
    start: int
    end: int
    limit: int = 0  # the end of its shot in the cut: so long a short line may stay on the screen


def captions(film: Film, cut: Cut) -> tuple[Caption, ...]:
    """Every caption of the cut, in order; none overlap, all lie inside [0, cut.frames)."""
    longest = longest_line(film.raster)
    spoken = _apart(_joined(_spoken(film, cut)), longest)
    pages = [(page, said.limit) for said in spoken for page in _pages(said, longest)]
    least = round(SHORTEST * film.rate)
    following = [*(page.start for page, _ in pages), cut.frames][1:]
    return tuple(
        _readable(page, least, min(limit, after)) for (page, limit), after in zip(pages, following, strict=True)
    )


def _readable(page: Caption, least: int, limit: int) -> Caption:
    """The caption for at least `least` frames, where its shot and the next caption leave the time."""
    return replace(page, frames=max(page.frames, min(least, limit - page.start)))


def longest_line(raster: Raster) -> int:
    """Columns that fit into the safe width (80%) of the raster at the caption's size; less in upright pictures."""
    return min(LONGEST_LINE, int(raster.width * 0.8 / (caption_size(raster) / 2)))


def caption_size(raster: Raster) -> float:
    """Height of the caption's em square in pixels: a twentieth of the picture's shorter side."""
    return min(raster.width, raster.height) / 20


def columns(text: str) -> int:
    """Width of a text in columns (Unicode TR 11: wide and full-width characters take two)."""
    return sum(2 if _wide(sign) else 1 for sign in text)


def wrapped(text: str, longest: int = LONGEST_LINE) -> tuple[str, ...]:
    """The text in one line if it fits, otherwise in two of nearly equal length, broken where a reader would breathe.

    A text too long for two lines still comes back as two, for the caller to page or to shrink.
    """
    text = " ".join(text.split())
    if columns(text) <= longest:
        return (text,) if text else ()
    return _halves(text, 0.4, longest) or (text,)


def _spoken(film: Film, cut: Cut) -> Iterator[_Spoken]:
    shots = {shot.id: shot for shot in film.shots}
    for track in cut.playing:
        for at, clip in _clips(track):
            shot = shots.get(clip.shot or "")
            for line in shot.lines if shot else ():
                first, end = _heard(line, shot, clip) if shot else (0, 0)
                first, end = max(0, at + first - clip.start), min(cut.frames, at + end - clip.start)
                if line.text.strip() and first < end:
                    yield _Spoken(line.id, line.text, first, end, max(end, min(cut.frames, at + clip.frames)))


def _clips(track: Track) -> Iterator[tuple[int, Clip]]:
    at = 0
    for item in track.items:
        if item.kind == "clip":
            yield at, item
        if item.kind != "transition":
            at += item.frames


def _heard(line: Line, shot: Shot, clip: Clip) -> tuple[int, int]:
    """The part of a line that a clip lets through, in frames of the shot."""
    first, end = line.start, line.start + line.frames
    clip_end = clip.start + clip.frames
    if end <= clip.start or first >= clip_end:
        return 0, 0
    overhangs_head = clip.start <= 0 and first < 0
    overhangs_tail = clip_end >= shot.duration and end > shot.duration
    return first if overhangs_head else max(first, clip.start), end if overhangs_tail else min(end, clip_end)


def _joined(spoken: Iterable[_Spoken]) -> list[_Spoken]:
    """In order of time; the parts of one line that touch (a razored clip, a sound track beside its picture) are one."""
    whole: list[_Spoken] = []
    for said in sorted(spoken, key=lambda said: (said.line, said.start)):
        last = whole[-1] if whole else None
        if last is not None and last.line == said.line and said.start <= last.end:
            whole[-1] = replace(last, end=max(last.end, said.end), limit=max(last.limit, said.limit))
        else:
            whole.append(said)
    return sorted(whole, key=lambda said: (said.start, said.end))


def _apart(spoken: list[_Spoken], longest: int) -> list[_Spoken]:
    """No two at once: lines spoken together share a caption or take turns; otherwise the next one ends the last."""
    apart: list[_Spoken] = []
    for said in spoken:
        last = apart[-1] if apart else None
        if last is None or last.end <= said.start:
            apart.append(said)
        elif said.start - last.start < TOGETHER:
            apart[-1:] = _sharing(last, said, longest)
        else:
            apart[-1:] = [replace(last, end=said.start), said]
    return apart


def _sharing(one: _Spoken, other: _Spoken, longest: int) -> list[_Spoken]:
    start, end = min(one.start, other.start), max(one.end, other.end)
    texts = [f"– {' '.join(said.text.split())}" for said in (one, other)]
    if "\n" not in one.text and all(columns(text) <= longest for text in texts):
        return [replace(one, text="\n".join(texts), start=start, end=end)]
    share = columns(one.text) / max(1, columns(one.text) + columns(other.text))
    turn = start + max(1, min(end - start - 1, round((end - start) * share)))
    return [replace(one, start=start, end=turn), replace(other, start=turn, end=end)]


def _pages(said: _Spoken, longest: int) -> Iterator[Caption]:
    if said.text.startswith("– ") and "\n" in said.text:
        yield Caption(said.start, said.end - said.start, tuple(said.text.split("\n")))
        return
    texts = list(_paged(" ".join(said.text.split()), longest))[: said.end - said.start]
    weights = [columns(text) for text in texts]
    edges = [said.start + (said.end - said.start) * sum(weights[:n]) // sum(weights) for n in range(len(texts) + 1)]
    for text, (start, end) in zip(texts, pairwise(edges), strict=True):
        if start < end:
            yield Caption(start, end - start, wrapped(text, longest))


def _paged(text: str, longest: int) -> Iterator[str]:
    """Pieces that fit into two lines each, divided at the ends of sentences where possible."""
    lines = wrapped(text, longest)
    if len(lines) < 2 or all(columns(line) <= longest for line in lines):
        yield text
        return
    for half in _halves(text, 0.5, columns(text)) or ():
        yield from _paged(half, longest)


def _halves(text: str, pull: float, longest: int) -> tuple[str, str] | None:
    """The best division in two: near the middle, after punctuation rather than between words, never after 'the'.

    `pull` (0 to 1) is how far from the middle the end of a sentence may draw the break; a half that is wider than
    `longest` is taken only when there is no other. None when the text cannot be broken at all.
    """
    places = list(_breaks(text))
    if not places:
        return None
    place = min(places, key=lambda place: _unease(text[:place].rstrip(), text[place:].lstrip(), pull, longest))
    return text[:place].rstrip(), text[place:].lstrip()


def _unease(left: str, right: str, pull: float, longest: int) -> float:
    """How badly a text reads when it is broken between `left` and `right`."""
    total = columns(left) + columns(right)
    unease = float(abs(columns(right) - columns(left)))
    unease += 1000.0 * (max(columns(left), columns(right)) > longest)
    if left[-1] in _SENTENCE_END:
        return unease - total * pull
    if left[-1] in _PAUSE:
        return unease - total * pull * 0.8
    if left[-1] in _PARTICLES:
        return unease - total * 0.08
    return unease + total * 0.12 * (left.rsplit(" ", 1)[-1].casefold() in _CLINGING)


def _breaks(text: str) -> Iterator[int]:
    """Every place where a line may break: at spaces, and between Chinese characters except around punctuation
    (after the Chinese rules of GB/T 15834: nothing closing begins a line, nothing opening ends one)."""
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        if after == " " or after in _CLOSING or before in _OPENING:
            continue
        if before == " " or _wide(before) or _wide(after):
            yield place
    if " " not in text and not any(map(_wide, text)) and len(text) > LONGEST_LINE:
        yield len(text) // 2


def _wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"
