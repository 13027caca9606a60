"""Two who hug are close at every size and speed, and hands that shake, give and take meet."""

from __future__ import annotations

import math

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

COMPANY = "ANNA (20), a young woman in a red coat, and BEN (40), a tall man in a blue suit, stand."


def staged(*actions: str, size: str = "FULL") -> list[Staging]:
    script = f"EXT. VILLAGE SQUARE - DAY\n\nFULL SHOT. {COMPANY}\n\n" + "".join(
        f"{size} SHOT. {a}\n\n" for a in actions
    )
    film = breakdown(read_text(script), rate=FILM, raster=Raster(width=320, height=180))
    return [stage(order) for _, order in orders(film)][1:]


def people(staging: Staging) -> list[Player]:
    return [p for p in staging.players if isinstance(p.puppet, Person)]


def hands(player: Player, t: float) -> list[tuple[float, float]]:
    now = pose_at(player, t)
    assert isinstance(player.puppet, Person)
    marks = player.puppet.landmarks(now.pose)
    return [(now.x + marks[name][0], now.lift - marks[name][1]) for name in ("hand_left", "hand_right")]


def nearest(staging: Staging) -> float:
    """Metres between a hand of one and a hand of the other when they are nearest."""
    one, other = people(staging)
    times = [i / 12 for i in range(int(staging.seconds * 12))]
    return min(math.dist(a, b) for t in times for a in hands(one, t) for b in hands(other, t))


@pytest.mark.parametrize("size", ["WIDE", "FULL", "MEDIUM", "CLOSE"])
@pytest.mark.parametrize(
    "action",
    [
        "Anna hugs Ben.",
        "Anna runs to Ben and hugs him.",
        "Anna and Ben embrace.",
        "Anna runs across the square and throws her arms around Ben.",
    ],
)
def test_a_hug_is_close_and_begins_when_they_meet(action: str, size: str) -> None:
    (shot,) = staged(action, size=size)
    anna, ben = people(shot)
    assert abs(pose_at(anna, shot.seconds).x - pose_at(ben, shot.seconds).x) < 0.45
    for player in (anna, ben):
        assert player.beats[-1].business == "hug"
    arrived = next(b.end for b in [*anna.beats, *ben.beats] if b.act in (Act.WALK, Act.RUN))
    assert any(b.business == "hug" and abs(b.start - arrived) < 0.05 for b in anna.beats + ben.beats)


def test_who_hugs_still_in_the_next_shot_does_not_walk_up_again() -> None:
    _, again = staged("Anna runs to Ben and hugs him.", "Anna hugs Ben.")
    assert all(b.business == "hug" for player in people(again) for b in player.beats)


@pytest.mark.parametrize(
    "action",
    [
        "Anna shakes hands with Ben.",
        "Anna and Ben shake hands.",
        "Anna gives a letter to Ben.",
        "Anna kisses Ben.",
        "Ben gives a flower to Anna.",
    ],
)
def test_hands_meet(action: str) -> None:
    (shot,) = staged(action)
    assert nearest(shot) < 0.10


def test_hands_meet_between_a_child_and_a_man() -> None:
    script = "EXT. VILLAGE SQUARE - DAY\n\nFULL SHOT. LILY (6), a small girl in a yellow dress, gives a flower to BEN (40), a tall man in a blue suit.\n"
    ((_, order),) = orders(breakdown(read_text(script), rate=FILM, raster=Raster(width=320, height=180)))
    assert nearest(stage(order)) < 0.14


@pytest.mark.parametrize("action", ["Anna kneels and hugs Tim.", "Tim runs to Anna. Anna kneels and hugs him."])
def test_who_kneels_to_hug_a_child_is_there_and_low_and_behind_it(action: str) -> None:
    _, shot = staged("TIM (6), a boy in a green shirt, waves.", action)
    (anna,) = [p for p in shot.players if p.name == "ANNA"]
    (tim,) = [p for p in shot.players if p.name == "TIM"]
    assert (anna.beats[-1].business, anna.beats[-1].over) == ("crouch", "hug")
    assert tim.beats[-1].business == "hug"
    assert abs(pose_at(anna, shot.seconds).x - pose_at(tim, shot.seconds).x) < 0.45
    assert anna.z > tim.z


def test_a_dog_is_hugged_on_ones_heels_and_from_near_by() -> None:
    (shot,) = staged("Anna hugs the dog.")
    (anna,) = [p for p in shot.players if p.name == "ANNA"]
    (dog,) = [p for p in shot.players if p.name == "DOG"]
    assert (anna.beats[-1].business, anna.beats[-1].over) == ("crouch", "hug")
    assert abs(pose_at(anna, shot.seconds).x - pose_at(dog, shot.seconds).x) < 0.75 * dog.puppet.width
