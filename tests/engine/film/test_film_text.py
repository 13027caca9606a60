"""The film's text is canonical JSON, and what has not changed is not written out again."""

from __future__ import annotations

import json

import pytest

from engine.film import film_text as told
from engine.film.board import edit_shot
from engine.film.cast import Subject
from engine.film.document import SCHEMA, Film
from engine.film.film_text import film_text
from engine.film.shots import Scene, Shot
from engine.film.values import Value
from engine.film.versions import add_cut, assembly


def film() -> Film:
    scenes = tuple(
        Scene(
            id=f"s{number}",
            number=f"{number}",
            heading="EXT. 河边 - NIGHT",
            shots=tuple(
                Shot(id=f"{number}{letter}", slate=f"{number}{letter}", action="雨。\nRain \u2028 falls.", duration=24)
                for letter in "ABC"
            ),
        )
        for number in range(1, 5)
    )
    made = Film(title='"Night"\n  Train', scenes=scenes, cast=(Subject(id="m", name="MIRA", look_seed=1),))
    return add_cut(made, assembly(made))


def canonical(of: Film) -> bytes:
    body = {**of.model_dump(mode="json"), "schema": SCHEMA}
    return (json.dumps(body, sort_keys=True, indent=1, ensure_ascii=False) + "\n").encode()


def test_the_text_is_what_json_makes_of_the_whole_film() -> None:
    for each in (Film(), Film(scenes=(Scene(id="s", number="1"),)), film()):
        assert film_text(each) == canonical(each)


def test_after_an_edit_one_scene_is_written_out_anew_and_the_old_one_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    before = film()
    film_text(before)
    after = edit_shot(before, "2B", action="The rain stops.")
    written: list[Value] = []
    tell = told._told
    monkeypatch.setattr(told, "_told", lambda value: (written.append(value), tell(value))[1])
    assert film_text(after) == canonical(after)
    assert written == [scene for scene in after.scenes if scene.id == "s2"]
    assert len(told._LAST.told) == len(after.scenes) + len(after.cuts)
