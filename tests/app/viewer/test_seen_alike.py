"""The cut that is exported is the cut that was played: the same picture, mixed by the same weight, at every frame."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import pytest

from app.viewer.programme import CutProgramme, Dark, Filmed, Mixed, Picture
from engine.film.cuts import Clip, Cut, Gap, Item, Track, Transition
from engine.film.document import Film
from engine.film.rate import FILM, PAL
from engine.film.resolve import Strip
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take
from engine.media.pieces import Card, Media, Reel, Side, pieces

Seen: TypeAlias = tuple[str, str, str, Fraction]
"""(what is seen, what comes in, how, by which weight); "master.mov 7" is a picture, "" black or nothing."""


class Vault:
    """Every take's pictures are there."""

    def media(self, strip: Strip) -> Media | None:
        take = strip.take
        return Media(take.media, take.digest, take.frames, take.rate) if take else None

    def panel(self, shot: Shot) -> Card | None:
        return None


def film(rate: Fraction) -> Film:
    frames = round(36 * rate / FILM)
    takes = {
        name: Take(
            id=name, recipe=Recipe(engine="x"), rate=rate, frames=frames, head=6, media=f"{name}/master.mov", digest="0" * 64
        )
        for name in "abc"
    }  # fmt: skip
    shots = (Shot(id=name, slate=name.upper(), action="", duration=24, takes=(take,)) for name, take in takes.items())
    return Film(scenes=(Scene(id="s", number="1", shots=tuple(shots)),))


def clip(name: str, start: int = 0, frames: int = 24) -> Clip:
    return Clip(id=f"{name}{start}", shot=name, start=start, frames=frames)


def join(style: str, before: int, after: int) -> Transition:
    return Transition.model_validate(
        {"id": f"{style}{before}-{after}", "style": style, "before": before, "after": after}
    )


def exported(movie: Film, cut: Cut) -> list[Seen]:
    found: list[Seen] = []
    for piece in pieces(movie, cut, Vault(), (), burn_in=False):
        for frame in range(piece.frames):
            mix = piece.mix
            side = _of(piece.side, frame)
            found.append(
                (side, _of(mix.incoming, frame), mix.style, Fraction(mix.phase + frame, mix.span))
                if mix
                else (side, "", "", Fraction(0))
            )
    return found


def _of(side: Side, frame: int) -> str:
    if isinstance(side, Card):
        return ""
    assert isinstance(side, Reel)
    index = side.first + min(max(frame - side.hold_head, 0), side.count - 1)
    return f"{side.path} {index}"


def played(movie: Film, cut: Cut) -> Iterator[Seen]:
    programme = CutProgramme(movie, cut, Path())
    for frame in range(programme.frames):
        now = programme.at(frame)
        if isinstance(now, Mixed):
            yield _name(now.outgoing), _name(now.incoming), now.style, now.weight
        else:
            yield _name(now), "", "", Fraction(0)


def _name(picture: Picture) -> str:
    if isinstance(picture, Dark):
        return ""
    assert isinstance(picture, Filmed)
    return f"{picture.files[-1].as_posix()} {picture.index}"


CUTS: dict[str, tuple[Item, ...]] = {
    "straight": (clip("a"), clip("b", 4, 12), clip("c", -6, 30)),
    "fades at both ends": (join("fade", 0, 7), clip("a"), clip("b"), join("fade", 5, 0)),
    "a dissolve and a wipe": (clip("a"), join("dissolve", 4, 5), clip("b"), join("wipe", 6, 6), clip("c")),
    "through black": (clip("a"), join("fade", 5, 6), clip("b")),
    "into a gap and out of it": (
        clip("a"),
        join("dissolve", 6, 0),
        Gap(id="g", frames=9),
        join("fade", 0, 3),
        clip("b"),
    ),
    "longer than the take": (clip("a", -6, 44), clip("b", 20, 14)),
}


@pytest.mark.parametrize("name", CUTS)
def test_the_cut_exported_is_the_cut_played(name: str) -> None:
    movie, cut = film(FILM), Cut(id="c", name="A", tracks=(Track(id="v", items=CUTS[name]),))
    seen = exported(movie, cut)
    assert len(seen) == cut.frames
    assert seen == list(played(movie, cut))


def test_a_take_above_hides_the_middle_of_a_dissolve_in_both() -> None:
    upper = Track(id="w", items=(Gap(id="h", frames=22), clip("c", 0, 3)))
    lower = Track(id="v", items=(clip("a"), join("dissolve", 6, 6), clip("b")))
    cut = Cut(id="c", name="A", tracks=(lower, upper))
    assert exported(film(FILM), cut) == list(played(film(FILM), cut))


def test_it_is_as_long_at_another_rate() -> None:
    cut = Cut(id="c", name="A", tracks=(Track(id="v", items=CUTS["fades at both ends"]),))
    movie = film(PAL)
    assert len(exported(movie, cut)) == len(list(played(movie, cut))) == cut.frames
