"""A list or a page pasted on one card is the cards that it is, when somebody wants that."""

from __future__ import annotations

import pytest

from engine.errors import BadInput
from engine.film.board import add_scene, add_shot
from engine.film.document import Film
from engine.film.several import new_scene, new_shot
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


@pytest.mark.parametrize(
    "words", ["Mara waits.\nShe smiles.", POEM, "", "INT. HALL - DAY\n\nMara waits.\n\nTom enters.\n\nThey hug."]
)
def test_a_few_lines_are_one_shot(words: str) -> None:
    assert shots_in(words) == ()
    with pytest.raises(BadInput):
        laid_out(blank(), "nothing", ())
