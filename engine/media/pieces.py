"""The cut as pieces to encode: each is everything that decides its pixels, and nothing else, so its hash is its name.

A piece knows takes by their digest and words by their text, never ids or (unless timecode is burned in) where on the
timeline it lies. So a shot that moves, or whose neighbour changes, is not encoded again.

The weight of the incoming side of a mix at picture i is (phase + i) / span. A dissolve or wipe of n pictures runs from
1/(n+1) to n/(n+1); a fade to black ends on black, and a fade from black begins on it. A fade between two shots is
two pieces, which keeps every piece a mix of no more than two sides.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from typing import Literal, Protocol, TypeAlias

from engine.film.cuts import Cut
from engine.film.document import Film
from engine.film.resolve import Black, Blend, Run, Segment, Strip, segments, within
from engine.film.shots import Shot
from engine.media.captions import Caption

_NOT_RENDERED = {"en": "not rendered yet", "zh": "尚未渲染"}
_MISSING = {"en": "footage is missing", "zh": "素材缺失"}

TITLE_SECONDS = Fraction(3)
_TITLE_FADE_SECONDS = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Reel:
    """Pictures from a file: `count` of them from `first` on, at `rate`, shown for `frames` film frames.

    `lead` is the time of picture `first` before the piece's first frame (zero when rates are equal). `hold_head` and
    `hold_tail` are film frames that the medium lacks, filled with its nearest picture. `path` is not part of the key.
    """

    path: str
    digest: str
    of: str
    first: int
    count: int
    rate: Fraction
    lead: Fraction
    hold_head: int
    hold_tail: int
    fill: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A still: black, the title, a slate that stands in for a missing take, or a storyboard panel (its digest in `words`)."""

    kind: Literal["black", "title", "slate", "panel"]
    words: tuple[str, ...] = ()
    path: str = ""


Side: TypeAlias = Reel | Card
BLACK = Card("black")


@dataclass(frozen=True, slots=True)
class Mix:
    """From the piece's `side` to `incoming`; see the module's docstring for the weights."""

    style: Literal["dissolve", "wipe"]
    incoming: Side
    phase: int
    span: int


@dataclass(frozen=True, slots=True)
class Burn:
    """Slate, timecode and frame number in the picture: the slate, and the record frame of the piece's first picture."""

    slate: str
    start: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What is encoded at once: `frames` film frames. Captions lie inside the piece, counted from its first frame."""

    frames: int
    side: Side
    mix: Mix | None = None
    captions: tuple[Caption, ...] = ()
    burn: Burn | None = None

    @property
    def waits(self) -> bool:
        """Whether a take is still missing here: a slate or a panel stands in for it."""
        sides = (self.side, self.mix.incoming if self.mix else BLACK)
        return any(isinstance(side, Card) and side.kind in ("slate", "panel") for side in sides)

    def key(self, settings: Sequence[str]) -> str:
        """sha256 of the canonical JSON of this piece and the encoder's settings."""
        facts = asdict(self)
        for side in (facts["side"], (facts["mix"] or {}).get("incoming", {})):
            side["path"] = side["of"] = ""
        text = json.dumps([facts, list(settings)], sort_keys=True, default=str, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Media:
    """Where a strip's pictures are: the file and its digest, its length in pictures, its rate."""

    path: str
    digest: str
    frames: int
    rate: Fraction


class Finder(Protocol):
    """Says where a strip's pictures are."""

    def media(self, strip: Strip) -> Media | None:
        """The master of the strip's take, or its footage; None when it is not there."""
        ...

    def panel(self, shot: Shot) -> Card | None:
        """A picture to hold while the shot has no take."""
        ...


def pieces(
    film: Film,
    cut: Cut,
    finder: Finder,
    captions: Iterable[Caption],
    *,
    burn_in: bool,
    span: tuple[int, int] | None = None,
) -> Iterator[Piece]:
    """The picture of the cut over record frames `span` (None: all of it), in order; the pieces' frames add up to it."""
    bench = _Bench(film, {shot.id: shot for shot in film.shots}, finder)
    first, end = span or (0, cut.frames)
    spoken, at, passed = list(captions), first, 0
    for segment in within(segments(film, cut), first, end):
        for piece in bench.pieces_of(segment):
            while passed < len(spoken) and spoken[passed].end <= at:
                passed += 1
            burn = Burn(bench.slates(segment), at) if burn_in else None
            yield replace(piece, captions=tuple(_inside(spoken[passed:], at, piece.frames)), burn=burn)
            at += piece.frames


def title_pieces(film: Film) -> tuple[Piece, ...]:
    """The title card: out of black, held, into black."""
    frames = max(3, round(TITLE_SECONDS * film.rate))
    fade = max(1, round(_TITLE_FADE_SECONDS * film.rate))
    card = Card("title", (film.title, film.author))
    return (
        Piece(fade, BLACK, Mix("dissolve", card, 0, fade)),
        Piece(frames - 2 * fade, card),
        Piece(fade, card, Mix("dissolve", BLACK, 1, fade)),
    )


@dataclass(frozen=True, slots=True)
class _Bench:
    """The film on the cutting bench, its shots at hand by id."""

    film: Film
    shots: Mapping[str, Shot]
    finder: Finder

    def pieces_of(self, segment: Segment) -> Iterator[Piece]:
        """One piece for most segments, two for a fade between two shots."""
        if isinstance(segment, Black):
            yield Piece(segment.frames, BLACK)
        elif isinstance(segment, Run):
            yield Piece(segment.frames, self.side(segment.strip))
        elif segment.outgoing is None or segment.incoming is None:
            yield self.one_sided(segment)
        elif segment.style == "fade":
            yield from self.through_black(segment)
        else:
            mix = Mix(segment.style, self.side(segment.incoming), segment.offset + 1, segment.length + 1)
            yield Piece(segment.frames, self.side(segment.outgoing), mix)

    def one_sided(self, segment: Blend) -> Piece:
        """From black (phase 0: the first picture is black) or to black (the last one is)."""
        style = "wipe" if segment.style == "wipe" else "dissolve"
        if segment.incoming is not None:
            return Piece(segment.frames, BLACK, Mix(style, self.side(segment.incoming), segment.offset, segment.length))
        assert segment.outgoing is not None  # a Blend has at least one side
        return Piece(segment.frames, self.side(segment.outgoing), Mix(style, BLACK, segment.offset + 1, segment.length))

    def through_black(self, segment: Blend) -> Iterator[Piece]:
        """The first half falls to black, the second rises from it; a track above may hide a part of either."""
        fall = segment.length // 2
        falling = max(0, min(segment.frames, fall - segment.offset))
        rising = segment.frames - falling
        if falling and segment.outgoing is not None:
            strip = segment.outgoing.part(0, falling)
            yield self.one_sided(replace(segment, frames=falling, outgoing=strip, incoming=None, length=fall))
        if rising and segment.incoming is not None:
            strip, offset = segment.incoming.part(falling, rising), segment.offset + falling - fall
            rise = segment.length - fall
            yield self.one_sided(
                replace(segment, frames=rising, outgoing=None, incoming=strip, offset=offset, length=rise)
            )

    def side(self, strip: Strip) -> Side:
        """The best that exists for a strip: its media, a panel, or a slate."""
        shot = self.shots.get(strip.shot or "")
        media = self.finder.media(strip)
        if media is not None:
            return _reel(self.film.rate, strip, media, f"shot {shot.slate}" if shot else media.path)
        language = self.film.language
        if shot is None:
            return Card("slate", ("—", strip.footage.path if strip.footage else "", _MISSING[language]))
        return self.finder.panel(shot) or Card("slate", (shot.slate, shot.action, _NOT_RENDERED[language]))

    def slates(self, segment: Segment) -> str:
        """The slates of what a segment shows, for the burn-in."""
        if isinstance(segment, Black):
            return ""
        strips = (segment.strip,) if isinstance(segment, Run) else (segment.outgoing, segment.incoming)
        shots = [self.shots.get(strip.shot or "") for strip in strips if strip is not None]
        return " / ".join(shot.slate for shot in shots if shot is not None)


def _reel(film_rate: Fraction, strip: Strip, media: Media, of: str) -> Reel:
    retimed = strip.take is not None and strip.take.retime == "retimed"
    rate = film_rate if retimed else media.rate
    head = min(strip.short_head, strip.frames - 1)
    tail = min(strip.short_tail, strip.frames - 1 - head)
    before = strip.take.head if strip.take is not None else 0
    start, end = strip.start + head, strip.start + strip.frames - tail - 1
    first, last = (
        min(max(before + math.floor(frame * rate / film_rate), 0), media.frames - 1) for frame in (start, end)
    )
    return Reel(
        path=media.path,
        digest=media.digest,
        of=of,
        first=first,
        count=last - first + 1,
        rate=rate,
        lead=max(Fraction(0), Fraction(start) / film_rate - (first - before) / rate),
        hold_head=head,
        hold_tail=tail,
        fill=strip.take is not None and strip.take.fit == "cropped",
    )


def _inside(spoken: Iterable[Caption], start: int, frames: int) -> Iterator[Caption]:
    """The captions (in order) that show during [start, start + frames), counted from `start` and cut to fit."""
    for one in spoken:
        if one.start >= start + frames:
            return
        first, end = max(one.start, start), min(one.end, start + frames)
        if first < end:
            yield Caption(first - start, end - first, one.lines)
