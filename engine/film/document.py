"""The film: the whole document as one immutable value. Edits in `engine.film.board` and `engine.film.cutting` return
a new one; `engine.film.store` writes it to disk.

`checked` tells whether every id that is used exists; it runs where a film enters (load, import), not on every edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from engine.film.cast import Place, Prop, Subject
from engine.film.cuts import Cut
from engine.film.rate import FILM, Raster, Rate
from engine.film.shots import Scene, Shot
from engine.film.style import PAPER, StyleSheet
from engine.film.values import Value

SCHEMA = "Film.1"

Language = Literal["en", "zh"]
Numbering = Literal["free", "locked"]
"""Locked numbers never change: what comes in gets a letter (12A), what goes out leaves its number behind, omitted."""
T = TypeVar("T", Subject, Prop, Place)


class Film(Value):
    """A film. `style` names a file in assets/styles, or is one of its own in full; `handles` is how many frames a take has
    beyond each end of its shot; `start` is the timecode (in frames) of the first frame, one hour by trade custom when
    exported."""

    title: str = "Untitled"
    author: str = ""
    rate: Rate = FILM
    raster: Raster = Raster()
    language: Language = "en"
    style: str | StyleSheet = PAPER
    engine: str = "animatic"
    handles: Annotated[int, Field(ge=0, le=240)] = 6
    start: Annotated[int, Field(ge=0)] = 0
    numbering: Numbering = "free"
    cast: tuple[Subject, ...] = ()
    props: tuple[Prop, ...] = ()
    places: tuple[Place, ...] = ()
    scenes: tuple[Scene, ...] = ()
    cuts: tuple[Cut, ...] = ()

    @property
    def shots(self) -> Iterator[Shot]:
        """Every shot in story order, omitted ones too."""
        return (shot for scene in self.scenes for shot in scene.shots)

    @property
    def played(self) -> Film:
        """The film without what is omitted: what is planned, drawn and put together."""
        if not any(shot.omitted for shot in self.shots) and not any(scene.omitted for scene in self.scenes):
            return self
        scenes = (
            s.with_(shots=tuple(shot for shot in s.shots if not shot.omitted)) for s in self.scenes if not s.omitted
        )
        return self.with_(scenes=tuple(scenes))

    def subject(self, subject_id: str) -> Subject:
        """The subject of that id; KeyError when there is none."""
        return _by_id(self.cast, subject_id)

    def prop(self, prop_id: str) -> Prop:
        """The prop of that id; KeyError when there is none."""
        return _by_id(self.props, prop_id)

    def place(self, place_id: str) -> Place:
        """The place of that id; KeyError when there is none."""
        return _by_id(self.places, place_id)

    def shot(self, shot_id: str) -> Shot:
        """The shot of that id; KeyError when there is none."""
        for shot in self.shots:
            if shot.id == shot_id:
                return shot
        raise KeyError(shot_id)


def _by_id(values: tuple[T, ...], wanted: str) -> T:
    for value in values:
        if value.id == wanted:
            return value
    raise KeyError(wanted)
