"""Two subjects that turn out to be one: nobody loses a look, a line or a shot."""

from __future__ import annotations

import pytest

from engine.errors import BadInput
from engine.film import casting
from engine.film.cast import Look, Subject
from engine.film.document import Film
from engine.film.shots import Casting, Line, Scene, Shot

MAN = Subject(id="m", name="THE MAN", looks=(Look(), Look(name="wet")), voice="low", look_seed=1)
JONAS = Subject(id="j", name="JONAS", aliases=("JO",), description="A ferryman.", look_seed=2)


def _film() -> Film:
    alone = Shot(id="a", slate="1A", duration=24, cast=(Casting(subject="m", look="wet"),))
    both = Shot(id="b", slate="1B", duration=24, cast=(Casting(subject="m"), Casting(subject="j")))
    line = Line(id="l", speaker="m", text="Get in.", frames=20)
    heard = Shot(id="c", slate="1C", duration=24, lines=(line,))
    return Film(cast=(MAN, JONAS), scenes=(Scene(id="s", number="1", shots=(alone, both, heard)),))


def test_the_kept_one_plays_and_speaks_for_both() -> None:
    film = casting.merge_subjects(_film(), "j", "m")
    (jonas,) = film.cast
    assert (jonas.name, jonas.aliases, jonas.voice, jonas.look_seed) == ("JONAS", ("JO", "THE MAN"), "low", 2)
    assert [look.name for look in jonas.looks] == ["default", "THE MAN default", "wet"]
    assert film.shot("a").cast == (Casting(subject="j", look="wet"),)
    assert film.shot("b").cast == (Casting(subject="j"),)
    assert film.shot("c").lines[0].speaker == "j"


def test_a_default_look_stays_what_was_worn() -> None:
    film = _film()
    film = casting.merge_subjects(film.with_(cast=(JONAS, MAN.with_(looks=(Look(), Look(name="wet"))))), "j", "m")
    dressed = film.shot("a").cast[0]
    assert film.subject("j").look(dressed.look).name == "wet"


def test_nobody_is_merged_with_himself() -> None:
    with pytest.raises(BadInput):
        casting.merge_subjects(_film(), "j", "j")
    with pytest.raises(BadInput):
        casting.merge_subjects(_film(), "j", "nobody")
