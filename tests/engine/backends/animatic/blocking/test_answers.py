"""Two who do something to each other, things that change hands, and the rows of a crowd."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import holder_at, is_in_use, pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.crowd import Row
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder

ANNA = SubjectOrder(name="Anna", description="a woman in a red coat", look_seed=3, side=-1)
BEN = SubjectOrder(name="Ben", description="a man in a blue suit", look_seed=9, side=1)


def shot(action: str, *cast: SubjectOrder, props: tuple[str, ...] = (), frames: int = 120) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=frames,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name="BEACH", interior=False), setup=Setup(size=Size.FULL), cast=cast,
            props=tuple(PropOrder(name=prop) for prop in props),
        )
    )  # fmt: skip


def of(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


def does(staging: Staging, name: str) -> list[str]:
    return [beat.business for beat in of(staging, name).beats if beat.business]


@pytest.mark.parametrize(
    ("verb", "answer"),
    [("hugs", "hug"), ("gives the letter to", "take"), ("punches", "struck"), ("shakes hands with", "shake hands"), ("throws the ball to", "catch"),
     ("kisses", "kissed"), ("dances with", "dance"), ("fights", "fight")],
)  # fmt: skip
def test_whoever_it_is_done_to_answers(verb: str, answer: str) -> None:
    assert answer in does(shot(f"Anna {verb} Ben.", ANNA, BEN), "Ben")


def test_who_hugs_goes_up_to_them_and_both_face_each_other() -> None:
    staging = shot("Anna hugs Ben.", ANNA, BEN)
    anna, ben = (pose_at(of(staging, name), 4.5) for name in ("Anna", "Ben"))
    assert abs(anna.x - ben.x) < 0.5
    assert (anna.pose.yaw > 0) != (ben.pose.yaw > 0)


def test_what_is_given_is_in_the_other_hand_afterwards() -> None:
    staging = shot("Anna gives the letter to Ben.", ANNA, BEN, props=("letter",))
    letter = of(staging, "letter")
    assert [holder_at(letter, t) for t in (0.2, 4.5)] == ["Anna", "Ben"]
    assert [pose_at(of(staging, name), 4.5).pose.carries for name in ("Anna", "Ben")] == [False, True]


def test_what_is_thrown_flies_and_is_caught() -> None:
    ball = of(staging := shot("Anna throws the ball to Ben.", ANNA, BEN, props=("ball",)), "ball")
    holders = [holder_at(ball, i / 12) for i in range(60)]
    assert [h for i, h in enumerate(holders) if i == 0 or h != holders[i - 1]] == ["Anna", "", "Ben"]
    gap = [i / 12 for i, holder in enumerate(holders) if not holder]
    assert pose_at(ball, gap[0]).x != pose_at(ball, gap[-1]).x
    assert of(staging, "Ben").takes_at < 5


def test_what_is_picked_up_lies_there_before() -> None:
    stone = of(shot("Anna picks up the stone.", ANNA, props=("stone",)), "stone")
    assert [holder_at(stone, t) for t in (0.1, 3.0)] == ["", "Anna"]


def test_a_guitar_that_is_played_is_not_there_twice() -> None:
    staging = shot("Ben plays the guitar.", BEN, props=("guitar",))
    guitar = of(staging, "guitar")
    assert is_in_use(guitar, of(staging, guitar.used_by))


def test_who_kneels_to_throw_gets_up_for_it() -> None:
    staging = shot("Ben throws the ball.", BEN.model_copy(update={"posture": "on the ground"}), props=("ball",))
    assert not pose_at(of(staging, "Ben"), 2.0).pose.seated


def test_who_reads_in_a_chair_stays_there() -> None:
    staging = shot("Ben reads the book.", BEN.model_copy(update={"posture": "seated"}), props=("book",))
    pose = pose_at(of(staging, "Ben"), 3.0).pose
    assert pose.seated
    assert pose.business == "read"


SOLDIERS = tuple(
    SubjectOrder(name=f"SOLDIER {n}", aliases=("soldier",), description="a soldier", look_seed=n) for n in (1, 2)
)


def test_twelve_soldiers_are_twelve_and_go_where_the_first_goes() -> None:
    staging = shot("Twelve soldiers march across the square.", *SOLDIERS)
    rows = [player for player in staging.players if isinstance(player.puppet, Row)]
    assert len(SOLDIERS) + sum(len(row.puppet.extras) for row in rows) == 12  # pyright: ignore[reportAttributeAccessIssue]
    lead = of(staging, "SOLDIER 1")
    assert all(
        row.beats[-1].x1 - row.beats[0].x0 == pytest.approx(lead.beats[-1].x1 - lead.beats[0].x0) for row in rows
    )
    assert all(row.z > 1 and row.name not in staging.focus for row in rows)


def test_no_two_of_a_crowd_are_alike() -> None:
    crowd = tuple(SubjectOrder(name=f"CROWD PERSON {n}", aliases=("crowd",), look_seed=n) for n in (1, 2, 3))
    staging = shot("A crowd cheers.", *crowd)
    extras = [
        extra.puppet for player in staging.players if isinstance(player.puppet, Row) for extra in player.puppet.extras
    ]
    assert len(extras) > 8
    assert len({id(puppet) for puppet in extras}) == len(extras)
    assert all(does(staging, member.name) == ["cheer"] for member in crowd)


def test_two_soldiers_bring_no_crowd() -> None:
    assert not [
        p
        for p in shot("Two soldiers march.", *SOLDIERS).players
        if isinstance(p.puppet, Row) and len(p.puppet.extras) > 9
    ]


def test_who_rows_a_boat_rows_while_it_goes() -> None:
    boat = SubjectOrder(name="boat", description="a small boat", look_seed=4)
    staging = shot("Ben rows the boat across the lake.", BEN.model_copy(update={"aboard": "boat"}), boat)
    assert "row" in {beat.over or beat.business for beat in of(staging, "Ben").beats}
    assert any(beat.act is Act.WALK for beat in of(staging, "boat").beats)
