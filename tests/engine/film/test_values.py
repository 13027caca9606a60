"""Values are changed by a validated copy whose other parts are the very same objects."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from engine.film.board import edit_shot
from engine.film.cast import Subject
from engine.film.cuts import Clip, Cut, Track, Transition
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.film.takes import Verdict

FILM = Film(
    cast=(Subject(id="iris", name="Iris", look_seed=1),),
    scenes=(
        Scene(id="s1", number="1", shots=(Shot(id="a", slate="1A", duration=24),)),
        Scene(id="s2", number="2", shots=(Shot(id="b", slate="2A", duration=24),)),
    ),
    cuts=(Cut(id="c", name="A", tracks=(Track(id="v", items=(Clip(id="x", shot="a", frames=24),)),)),),
)


def test_what_did_not_change_is_the_same_object_so_that_whoever_shows_it_need_not_look_into_it() -> None:
    after = edit_shot(FILM, "a", action="Fog.")
    assert after.cast is FILM.cast
    assert after.cuts is FILM.cuts
    assert after.scenes is not FILM.scenes
    assert after.scenes[1] is FILM.scenes[1]
    assert after.with_(title="Night Train").scenes is after.scenes


def test_a_changed_value_is_validated_and_equal_to_one_made_from_nothing() -> None:
    shot = FILM.scenes[0].shots[0]
    assert shot.with_(duration=36) == Shot(id="a", slate="1A", duration=36)
    with pytest.raises(ValidationError):
        shot.with_(duration=0)


def test_a_clip_a_transition_and_a_shot_are_checked_when_they_are_made_changed_or_read() -> None:
    clip, shot = Clip(id="x", shot="a", frames=24), FILM.scenes[0].shots[0]
    for make in (
        lambda: Clip(id="x", frames=24),
        lambda: clip.with_(shot=None),
        lambda: Transition(id="t", before=0, after=0),
        lambda: shot.with_(circled="no take"),
        lambda: shot.with_(verdicts=(Verdict(take="no take"),)),
        lambda: Track.model_validate({"id": "v", "items": [{"kind": "clip", "id": "x", "frames": 24}]}),
        lambda: Film.model_validate_json(FILM.model_dump_json().replace('"circled":null', '"circled":"no take"', 1)),
    ):
        with pytest.raises(ValidationError):
            make()
