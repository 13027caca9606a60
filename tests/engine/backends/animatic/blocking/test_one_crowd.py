"""A crowd of villagers is one crowd; what a group does all of it does, in time to be seen."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.crowd import Row
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _staged(action: str):
    text = f"场景一 外 村口 日\n\n{action}\n" if not action.isascii() else f"EXT. VILLAGE - DAY\n\n{action}\n"
    film = breakdown(read_text(text), rate=FILM, raster=Raster(width=320, height=180))
    return stage(next(order for _, order in orders(film)))


def _heads(staging) -> int:
    people = sum(isinstance(p.puppet, Person) for p in staging.players)
    return people + sum(len(p.puppet.extras) for p in staging.players if isinstance(p.puppet, Row))


@pytest.mark.parametrize(
    ("action", "many"),
    [
        ("A crowd of thirty villagers watches.", 30),
        ("A crowd of angry villagers shouts.", 16),
        ("三十个村民围观。", 30),
        ("The children dance.", 6),
        ("Two children dance.", 2),
        ("The guards salute.", 6),
    ],
)
def test_a_crowd_is_one_crowd_of_so_many(action, many):
    staging = _staged(action)
    assert not any("CROWD" in player.name for player in staging.players)
    assert _heads(staging) == many


@pytest.mark.parametrize(
    "action", ["The children dance.", "The soldiers salute.", "The villagers cheer.", "孩子们跳舞。", "士兵们敬礼。"]
)
def test_all_of_a_group_do_what_the_group_does(action):
    staging = _staged(action)
    doing = [{beat.act for beat in player.beats} - {Act.STAND, Act.WALK} for player in staging.players]
    assert len(doing) > 2
    assert all(doing)
    for player in staging.players:
        if isinstance(player.puppet, Row):
            longest = max(beat.end - beat.start for beat in player.beats if beat.act is not Act.STAND)
            assert all(extra.late <= 0.2 * longest + 0.01 for extra in player.puppet.extras)


def test_a_crowd_of_people_is_still_a_crowd():
    assert _heads(_staged("A crowd of people waits.")) > 6
