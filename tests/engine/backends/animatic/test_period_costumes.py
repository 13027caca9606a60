"""Who has no clothes in the script wears those of the film's time; who has keeps them."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.parts import puppet_of
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.wardrobe import costume_of
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

_OF_OLD = {"ruqun", "robe", "beizi", "gi", "round robe"}


@pytest.mark.parametrize(
    ("name", "description", "period", "old"),
    [
        ("阿阮", "少女，16岁，绿衣", "old east", True),
        ("阿阮", "少女，16岁，绿衣", "", False),
        ("小贩", "小贩", "old east", True),
        ("MARY", "a woman in a raincoat", "old east", False),
    ],
)
def test_clothes_follow_the_films_time(name: str, description: str, period: str, old: bool) -> None:
    assert (costume_of(name, description, "", 7, (), period).garment in _OF_OLD) == old


def test_a_tale_of_swordsmen_dresses_its_guests() -> None:
    film = breakdown(read_text("第一场 内景 茶馆 日\n\n剑客推门进来。\n\n阿阮（16岁）给他倒茶。\n"))
    cast = {subject.name: puppet_of(subject) for _, order in orders(film) for subject in order.cast}
    girl = cast["阿阮"]
    assert isinstance(girl, Person)
    assert girl.costume.garment in _OF_OLD
