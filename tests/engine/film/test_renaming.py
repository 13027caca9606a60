"""A new name is said wherever the old one was a name, and nowhere else."""

from __future__ import annotations

import pytest

from engine.film.cast import Prop
from engine.film.casting import new_subject
from engine.film.document import Film
from engine.film.renaming import renamed_throughout
from engine.film.shots import Line, Scene, Shot


def _said(text: str, old: str, new: str, *others: str) -> str:
    line = Line(id="l", speaker="", text=text, frames=24)
    shot = Shot(id="s", slate="1A", action=text, lines=(line,), duration=24)
    film = Film(title="F", scenes=(Scene(id="c", number="1", heading=text, synopsis=text, shots=(shot,)),))
    film = film.with_(cast=tuple(new_subject(name) for name in (old, *others)))
    scene = renamed_throughout(film, old, new).scenes[0]
    words = {scene.heading, scene.synopsis, scene.shots[0].action, scene.shots[0].lines[0].text}
    assert len(words) == 1
    return words.pop()


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        (
            "IRIS, 30, steps off. Iris's bag; iris flowers.",
            "IRIS",
            "IVY",
            "IVY, 30, steps off. Ivy's bag; iris flowers.",
        ),
        ("Mary Ann waits for ANN.", "ANN", "JO", "Mary Jo waits for JO."),
        ("Annabel and Joanna wait.", "ANN", "JO", "Annabel and Joanna wait."),
        ("TRAIN stops. A train rolls in.", "TRAIN", "EXPRESS", "EXPRESS stops. A train rolls in."),
        ("She has a suitcase. A SUITCASE!", "suitcase", "umbrella", "She has an umbrella. An UMBRELLA!"),
        ("小梅推门进来，小梅的伞。", "小梅", "阿兰", "阿兰推门进来，阿兰的伞。"),
        ("外面下着小雨，小雨推门进来。", "小雨", "阿兰", "外面下着小雨，阿兰推门进来。"),
        ("Will you come? WILL, will you? Will nods.", "WILL", "TOM", "Will you come? TOM, will you? Tom nods."),
        ("In May it rains. May I? May waits for MAY.", "MAY", "June", "In May it rains. May I? June waits for JUNE."),
        ("Otto pours. OTTO sits.", "OTTO", "老王", "老王 pours. 老王 sits."),
    ],
)
def test_a_name_is_replaced_as_it_is_written(text: str, old: str, new: str, expected: str) -> None:
    assert _said(text, old, new) == expected


def test_who_has_a_longer_name_keeps_it() -> None:
    assert _said("王小二和小二来了。", "小二", "阿福", "王小二") == "王小二和阿福来了。"
    assert _said("Mary Ann meets Ann.", "ANN", "JO", "MARY ANN") == "Mary Ann meets Jo."


def test_descriptions_follow_and_what_does_not_change_stays_the_same_object() -> None:
    other, cup = new_subject("TOM", description="Iris's brother"), Prop(id="p", name="cup", description="chipped")
    shot = Shot(id="s", slate="1A", action="Rain.", duration=24)
    film = Film(title="F", cast=(other,), props=(cup,), scenes=(Scene(id="c", number="1", shots=(shot,)),))
    after = renamed_throughout(film, "IRIS", "IVY")
    assert after.cast[0].description == "Ivy's brother"
    assert after.props[0] is cup
    assert after.scenes[0].shots[0] is shot
