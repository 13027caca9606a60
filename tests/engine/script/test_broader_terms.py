"""A broader term means whom we know already: "the dog" is the spaniel, 龙 the 白龙 of the cast list."""

from __future__ import annotations

from engine.film.rate import FILM, Raster
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _cast(text: str) -> list[list[str]]:
    film = breakdown(read_text(text), rate=FILM, raster=Raster(width=320, height=180))
    names = {subject.id: subject.name for subject in film.cast}
    return [[names[cue.subject] for cue in shot.cast] for scene in film.scenes for shot in scene.shots]


def test_the_dog_is_the_spaniel() -> None:
    assert _cast("EXT. FARM - DAY\n\nA spaniel runs in. The dog barks.\n") == [["SPANIEL"]]


def test_a_creature_of_the_cast_list_is_no_person() -> None:
    text = "人物：\n方丈（70岁，白胡子）\n白龙（一条白色的龙）\n\n第一场 内景 大殿 日\n\n方丈走进来，抬头看龙。\n"
    assert _cast(text) == [["方丈", "白龙"]]


def test_a_verb_in_a_row_of_verbs_is_no_thing() -> None:
    film = breakdown(
        read_text("INT. HALL - DAY\n\nBEN (9) walks in, bows, and gives the king a book.\n"),
        rate=FILM,
        raster=Raster(width=320, height=180),
    )
    assert [prop.name for prop in film.props] == ["book"]
