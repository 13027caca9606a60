"""Who is down stays down over a cut, with what they sit on, until the same scene says otherwise."""

from __future__ import annotations

import pytest

from engine.film.document import Film
from engine.plan.orders import ShotOrder
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def shots_of(script: str) -> list[ShotOrder]:
    film: Film = breakdown(read_text(script))
    return [order for _, order in orders(film)]


def postures(script: str, name: str) -> list[str]:
    """How that subject begins each shot it is in."""
    return [s.posture for order in shots_of(script) for s in order.cast if s.name == name]


def english(*actions: str) -> str:
    return "INT. KITCHEN - DAY\n\n" + "\n\n".join(f"FULL SHOT. {action}" for action in actions) + "\n"


def chinese(*actions: str) -> str:
    return "第1场 内景 厨房 日\n\n" + "\n\n".join(f"全景：{action}" for action in actions) + "\n"


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("Marta looks at the clock.", "seated"),
        ("Marta waits.", "seated"),
        ("Marta waves.", "seated"),
        ("She stands up.", "upright"),
        ("She gets to her feet.", "upright"),
        ("Marta walks to the door.", "upright"),
        ("Marta lies down.", "lying"),
        ("She kneels.", "on the ground"),
        ("She rests her hand on the table.", "seated"),
    ],
)
def test_english(second: str, third: str) -> None:
    script = english("MARTA, 34, sits down on a chair.", second, "Marta smiles.")
    assert postures(script, "MARTA") == ["upright", "seated", third]


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("小女孩望着窗外。", "seated"),
        ("小女孩站起来。", "upright"),
        ("小女孩走到门口。", "upright"),
        ("小女孩跪下。", "on the ground"),
        ("小女孩躺下。", "lying"),
    ],
)
def test_chinese(second: str, third: str) -> None:
    script = chinese("小女孩，坐在椅子上。", second, "小女孩笑了。")
    assert postures(script, "小女孩") == ["upright", "seated", third]


def test_a_shot_of_somebody_else_does_not_end_it_and_a_new_scene_does() -> None:
    script = english("MARTA, 34, sits on a chair.", "TOM, 40, waves.", "Marta smiles.")
    script += "\nINT. HALL - DAY\n\nFULL SHOT. Marta smiles.\n"
    assert postures(script, "MARTA") == ["upright", "seated", "upright"]
    assert postures(script, "TOM") == ["upright"]


def test_the_chair_comes_along_and_stays_behind() -> None:
    script = english(
        "MARTA, 34, sits on a wooden chair.", "Marta smiles.", "She stands up and walks away.", "TOM, 40, waves."
    )
    assert [[prop.name for prop in order.props] for order in shots_of(script)] == [
        ["wooden chair"],
        ["wooden chair"],
        ["wooden chair"],
        [],
    ]


@pytest.mark.parametrize(
    "action", ["Marta picks up a fishing rod.", "Marta buys a sleeping bag.", "Marta falls silent."]
)
def test_words_that_put_nobody_down(action: str) -> None:
    assert postures(english("MARTA, 34, smiles.", action, "Marta smiles."), "MARTA")[-1] == "upright"
