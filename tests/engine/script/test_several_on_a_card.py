"""A list or a page pasted on one card is the cards that it is, when somebody wants that."""

from __future__ import annotations

import pytest

from engine.errors import BadInput
from engine.film.board import add_scene, add_shot, edit_shot
from engine.film.document import Film
from engine.film.locate import find_shot, with_shot
from engine.film.several import new_scene, new_shot
from engine.film.takes import Recipe, Take
from engine.script.dictation import taken_down
from engine.script.several_on_a_card import laid_out, shots_in

LIST = "- Mara wakes up\n- She looks at the clock\n- Tom knocks on the door\n- Mara opens the door\n- They hug"
POEM = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。"


def blank() -> Film:
    film = Film()
    film = add_scene(film, new_scene(film))
    return add_shot(film, film.scenes[0].id, new_shot(film, film.scenes[0].id))


def test_a_list_on_a_card_is_a_card_a_line() -> None:
    film = blank()
    first = next(film.shots).id
    film = laid_out(film, first, shots_in(LIST))
    shots = tuple(film.shots)
    assert shots[0].id == first
    assert [shot.action for shot in shots] == [line.removeprefix("- ") for line in LIST.splitlines()]
    names = {subject.id: subject.name for subject in film.cast}
    assert [[names[each.subject] for each in shot.cast] for shot in shots][:3] == [["MARA"], ["MARA"], ["TOM"]]
    assert len({shot.slate for shot in shots}) == len(shots)


def test_speech_comes_along() -> None:
    words = "小雨推开门。\n\n小雨：你终于来了。\n\n老王站起来。\n\n老王：嗯，我来了。"
    film = blank()
    film = laid_out(film, next(film.shots).id, shots_in(words))
    assert [line.text for shot in film.shots for line in shot.lines] == ["你终于来了。", "嗯，我来了。"]


@pytest.mark.parametrize("words", ["Mara waits.\nShe smiles.", POEM, "", "INT. HALL - DAY\n\nMara waits.\nShe smiles."])
def test_a_few_lines_are_one_shot(words: str) -> None:
    assert shots_in(words) == ()
    with pytest.raises(BadInput):
        laid_out(blank(), "nothing", ())


PAGES = (
    "INT. HALL - DAY\n\nMara waits.\n\nTOM\nYou are late.\n\nEXT. STREET - NIGHT\n\nTom runs after Mara.",
    "内景 茶馆 日\n\n小雨坐下喝茶。\n\n老王：你来了。\n\n外景 街道 夜\n\n小雨跑过街道。",
)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("cards_before", [0, 1])
def test_a_page_with_headings_is_the_scenes_that_it_is(page: str, cards_before: int) -> None:
    film = blank()
    home = film.scenes[0].id
    first = next(film.shots).id
    if cards_before:
        film = add_shot(film, home, new_shot(film, home).with_(action="A cat sleeps."), at=0)
    film = edit_shot(film, first, action=page)
    film = taken_down(film, {first: ""})  # the field was left: the first heading is the scene's already
    film = laid_out(film, first, shots_in(page))
    inside, outside = film.scenes[-2:]
    assert len(film.scenes) == 2 + cards_before
    assert (inside.heading, outside.heading) == (page.split("\n")[0], page.split("\n\n")[-2])
    assert [scene.time_of_day for scene in (inside, outside)] == ["day", "night"]
    assert None not in (inside.place, outside.place)
    assert inside.shots[0].id == first
    assert [len(scene.shots) for scene in (inside, outside)] == [2, 1]
    assert [line.text for shot in inside.shots for line in shot.lines] in (["You are late."], ["你来了。"])
    assert all(heading not in shot.action for shot in film.shots for heading in (inside.heading, outside.heading))


def test_scenes_of_a_page_come_behind_the_scene_that_stands_there() -> None:
    film = blank()
    home, first = film.scenes[0].id, next(film.shots).id
    film = add_shot(film, home, new_shot(film, home).with_(action="A dog barks."))
    film = add_shot(film, home, new_shot(film, home).with_(action="A cat sleeps."), at=0)
    recipe, media = Recipe(engine="animatic"), "takes/a.mov"
    take = Take(id="take-1", recipe=recipe, rate=film.rate, frames=24, media=media, digest="0" * 64)
    film = with_shot(film, find_shot(film, first)[2].with_(takes=(take,), action=PAGES[0]))
    film = laid_out(film, first, shots_in(PAGES[0]))
    assert [shot.action for shot in film.scenes[0].shots] == ["A cat sleeps.", "A dog barks."]
    assert [scene.heading for scene in film.scenes[1:]] == ["INT. HALL - DAY", "EXT. STREET - NIGHT"]
    assert film.scenes[1].shots[0].takes == (take,)
