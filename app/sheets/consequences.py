"""What another rate, size, style or language of a film would change, in sentences, before it is done.

The film itself is not changed for that: counting every frame of a long one anew takes a twelfth of a second, and only its length is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.words import tr
from engine.film.document import Film, Language
from engine.film.rate import Raster
from engine.film.retiming import retimed, seconds_at
from engine.film.style import StyleSheet


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole film, as a person wants it. `handles` None: they keep their seconds, like all else."""

    title: str
    author: str
    rate: Fraction
    raster: Raster
    style: str | StyleSheet
    language: Language
    handles: int | None

    def applied(self, film: Film) -> Film:
        """The film that has them."""
        after = retimed(film, self.rate)
        return after.with_(
            title=self.title,
            author=self.author,
            raster=self.raster,
            style=self.style,
            language=self.language,
            handles=after.handles if self.handles is None else self.handles,
        )


@dataclass(frozen=True, slots=True)
class Stakes:
    """What of a film another setting may change: how long it is, how many cuts are locked, how many shots show a take that was drawn. Counted
    once, while the sheet is open."""

    film: Film
    seconds: Fraction
    locked: int
    drawn: int


def stakes_of(film: Film) -> Stakes:
    """Of this film."""
    locked = sum(1 for cut in film.cuts if cut.locked)
    drawn = sum(1 for shot in film.shots if shot.chosen is not None and shot.chosen.recipe.origin == "rendered")
    return Stakes(film, seconds_at(film, film.rate), locked, drawn)


def consequences(stakes: Stakes, wanted: Settings) -> tuple[str, ...]:
    """One sentence for each thing that a person should know; none where nothing of weight changes."""
    told: list[str] = []
    film = stakes.film
    if wanted.rate != film.rate:
        told += _of_rate(stakes, seconds_at(film, wanted.rate))
    elif wanted.handles is not None:
        told.append(tr("Takes get {n} frames beyond each end of their shot.", n=wanted.handles))
    drawn_with = (wanted.rate, wanted.raster, wanted.style, wanted.language)
    if wanted.handles is not None or drawn_with != (film.rate, film.raster, film.style, film.language):
        told.append(_of_takes(stakes))
    return tuple(each for each in told if each)


def at_most(stakes: Stakes) -> tuple[str, ...]:
    """As much as may be told of the film, to keep its place: as for another rate, without counting anew."""
    return tuple(each for each in (*_of_rate(stakes, stakes.seconds), _of_takes(stakes)) if each)


def _of_rate(stakes: Stakes, then: Fraction) -> list[str]:
    kept = tr(
        "Shots, lines and cuts keep their seconds, rounded to whole frames: {was} s become {now} s.",
        was=f"{float(stakes.seconds):.2f}",
        now=f"{float(then):.2f}",
    )
    return [kept, tr("{n} locked cuts are counted anew.", n=stakes.locked) if stakes.locked else ""]


def _of_takes(stakes: Stakes) -> str:
    if not stakes.drawn:
        return ""
    return tr("{n} takes are out of date then: they are kept and played until you render again.", n=stakes.drawn)
