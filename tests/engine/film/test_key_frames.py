"""A key frame is proposed, approved by a person, and put aside; approved means that the shot begins with it."""

from __future__ import annotations

import pytest

from engine.errors import BadInput
from engine.film.board import split_shot
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.key_frames import approve, is_approved, propose, put_aside
from engine.film.shots import KeyFrame, Scene, Shot

DRAWN, OTHER = (
    KeyFrame(picture=Reference(path=f"panels/{name}.png", digest=name * 64), engine="flux.2-klein-4b", seed=7)
    for name in "ab"
)
OWN = Reference(path="panels/own.png", digest="c" * 64)


def film(**shot: object) -> Film:
    made = Shot.model_validate({"id": "a", "slate": "1A", "duration": 24, **shot})
    return Film(title="x", scenes=(Scene(id="s", number="1", shots=(made, made.with_(id="b", slate="1B"))),))


def test_what_is_approved_is_the_first_frame() -> None:
    proposed = propose(film(), "a", DRAWN)
    shot = proposed.shot("a")
    assert (shot.key_frame, shot.first_frame, is_approved(shot)) == (DRAWN, None, False)
    done = approve(proposed, ["a", "b"])
    assert is_approved(done.shot("a"))
    assert done.shot("a").first_frame == DRAWN.picture
    assert done.shot("b") == proposed.shot("b")  # it has none


def test_another_proposal_takes_the_approval_back_but_no_picture_of_a_persons_own() -> None:
    approved = approve(propose(film(), "a", DRAWN), ["a"])
    again = propose(approved, "a", OTHER).shot("a")
    assert (again.key_frame, again.first_frame) == (OTHER, None)
    own = propose(film(first_frame=OWN), "a", DRAWN).shot("a")
    assert own.first_frame == OWN


def test_put_aside_it_leaves_what_it_did_not_bring() -> None:
    approved = approve(propose(film(), "a", DRAWN), ["a"])
    assert put_aside(approved, ["a"]).shot("a") == film().shot("a")
    own = put_aside(propose(film(first_frame=OWN), "a", DRAWN), ["a"]).shot("a")
    assert (own.key_frame, own.first_frame) == (None, OWN)


def test_the_second_half_of_a_shot_begins_elsewhere() -> None:
    halves = split_shot(approve(propose(film(), "a", DRAWN), ["a"]), "a", 12)
    first, second, _ = halves.shots
    assert is_approved(first)
    assert second.key_frame is None


def test_a_shot_that_is_not_there() -> None:
    with pytest.raises(BadInput):
        propose(film(), "z", DRAWN)
