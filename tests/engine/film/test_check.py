"""Each way a film can fail to hold together, with the culprit by name."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.errors import BadFilm
from engine.film.casting import new_subject
from engine.film.check import checked, complaints
from engine.film.cuts import Clip, Cut, Marker, Track, Transition
from engine.film.document import Film
from engine.film.shots import Casting, Line, Panel, Scene, Shot
from engine.film.takes import Recipe, Take

TAKE = Take(id="t", recipe=Recipe(engine="e"), rate=Fraction(24), frames=9, media="m", digest="0" * 64)
IRIS = new_subject("Iris", subject_id="iris")


def film_of(*shots: Shot, cuts: tuple[Cut, ...] = (), place: str | None = None) -> Film:
    return Film(cast=(IRIS,), scenes=(Scene(id="s", number="7", place=place, shots=shots),), cuts=cuts)


def shot(name: str = "a", follows: str | None = None) -> Shot:
    return Shot(id=name, slate=f"7{name.upper()}", duration=9, takes=(TAKE,), follows=follows)


def cut_of(*clips: Clip, locked: bool = False) -> Cut:
    return Cut(id="c", name="Rough", tracks=(Track(id="v", items=clips),), locked=locked)


CLIP = Clip(id="x", shot="a", frames=9)
LINE = Line(id="l", speaker="iris", text="x", frames=1)

BROKEN: dict[str, tuple[Film, str]] = {
    "double subject": (Film(cast=(IRIS, IRIS)), "'iris' stands twice"),
    "double shot": (film_of(shot(), shot()), "'a' stands twice in shots"),
    "double take": (film_of(shot().with_(takes=(TAKE, TAKE))), "'t' stands twice in the takes of shot 7A"),
    "double line": (film_of(shot().with_(lines=(LINE, LINE))), "'l' stands twice in lines"),
    "double panel": (film_of(shot().with_(panels=(Panel(id="p"), Panel(id="p")))), "'p' stands twice in panels"),
    "double look": (Film(cast=(IRIS.with_(looks=IRIS.looks * 2),)), "twice in the looks of Iris"),
    "double casting": (film_of(shot().with_(cast=(Casting(subject="iris"),) * 2)), "twice in the cast of shot 7A"),
    "place": (film_of(place="moon"), "scene 7 plays at a place that is missing (moon)"),
    "subject": (film_of(shot().with_(cast=(Casting(subject="x"),))), "shot 7A casts a subject that is missing (x)"),
    "look": (film_of(shot().with_(cast=(Casting(subject="iris", look="wet"),))), "Iris wears a look that is missing"),
    "prop": (film_of(shot().with_(props=("lamp",))), "shot 7A shows a prop that is missing (lamp)"),
    "speaker": (film_of(shot().with_(lines=(LINE.with_(speaker="x"),))), "spoken by a subject that is missing (x)"),
    "follows": (film_of(shot(follows="b")), "shot 7A follows a shot that is missing (b)"),
    "circle": (film_of(shot("a", "c"), shot("b", "a"), shot("c", "b")), "follows itself"),
    "clip": (film_of(cuts=(cut_of(CLIP),)), "cut Rough shows a shot that is missing (a)"),
    "pin": (film_of(shot(), cuts=(cut_of(CLIP.with_(take="u")),)), "pins a take that shot 7A does not have (u)"),
    "lock": (film_of(shot(), cuts=(cut_of(CLIP, locked=True),)), "is locked, but names no take for shot 7A"),
    "double item": (film_of(shot(), cuts=(cut_of(CLIP, CLIP),)), "'x' stands twice in cut Rough"),
    "double cut": (Film(cuts=(cut_of(), cut_of())), "'c' stands twice in cuts"),
    "double marker": (Film(cuts=(cut_of().with_(markers=(Marker(id="m", frame=0),) * 2),)), "markers of cut Rough"),
    "transition": (
        film_of(shot(), cuts=(cut_of().with_(tracks=(Track(id="v", items=(CLIP, Transition(id="y", before=10))),)),)),
        "runs past its clips",
    ),
}


@pytest.mark.parametrize(("film", "says"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_named(film: Film, says: str) -> None:
    with pytest.raises(BadFilm) as refused:
        checked(film)
    assert says in refused.value.sentence
    assert refused.value.sentence.count("\n") == 0


WHOLE: list[Callable[[], Film]] = [
    Film,
    lambda: film_of(shot("a", "b"), shot("b"), shot("c", "b")),
    lambda: film_of(shot().with_(lines=(LINE.with_(speaker=""),))),
    lambda: film_of(shot(), cuts=(cut_of(CLIP.with_(take="t"), locked=True),)),
]


@pytest.mark.parametrize("make", WHOLE)
def test_what_is_whole_passes(make: Callable[[], Film]) -> None:
    film = make()
    assert checked(film) is film


def test_a_circle_is_complained_of_once() -> None:
    film = film_of(shot("a", "b"), shot("b", "a"), shot("c", "a"), shot("d", "d"))
    assert len(list(complaints(film))) == 2
