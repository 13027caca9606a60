"""Which takes are drafts, and of which a final can be drawn: by what the take says of itself, and by what its shot asks for."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Recipe, Take
from engine.plan.drafts import can_be_made_final, is_draft

WAN, LTX = "wan2.2-ti2v-5b", "ltx-video-2b"


def take(name: str, engine: str, **recipe: Any) -> Take:
    key = name[0] * 64
    recipe = {"engine": engine, "key": key, **recipe}
    media = f"takes/{key[:2]}/{key}/master.mov"
    return Take(id=name, recipe=Recipe(**recipe), rate=Fraction(24), frames=6, media=media, digest="0" * 64)


def told(asked: str, *takes: Take, circled: str | None = None) -> list[tuple[bool, bool]]:
    """Of each take whether it is a draft, and whether a final can be drawn of it, in a shot that asks for an engine."""
    shot = Shot(id="a", slate="1A", duration=6, takes=takes, engine=asked, circled=circled)
    return [(is_draft(each, shot, Film()), can_be_made_final(each, shot)) for each in takes]


def test_the_quick_recipe_is_a_draft_whatever_was_circled_and_whatever_is_asked_for() -> None:
    quick = take("a", LTX, finish="draft")
    for asked in (LTX, WAN):
        assert told(asked, quick) == [(True, True)]
        assert told(asked, quick, circled="a") == [(True, True)]


def test_a_take_with_all_its_steps_is_final_also_where_another_model_is_asked_for_now() -> None:
    assert told(WAN, take("a", WAN), take("b", LTX)) == [(False, False), (False, False)]


def test_an_animatic_is_a_draft_where_a_video_model_is_to_draw_and_can_always_be_made_final() -> None:
    assert told(WAN, take("a", "animatic")) == [(True, True)]
    assert told("animatic", take("a", "animatic")) == [(False, True)]
    assert told("", take("a", "animatic")) == [(False, True)]  # the film asks for what films begin with


def test_a_clip_that_was_brought_in_is_no_draft_and_may_lead_a_final() -> None:
    assert told(WAN, take("a", "import", origin="imported", key=None)) == [(False, True)]


def test_a_pickup_of_a_draft_is_a_draft_for_the_rest_of_it_is_one() -> None:
    quick, part = take("a", LTX, finish="draft"), take("b", LTX, origin="pickup", parent="a" * 64)
    assert told(LTX, quick, part) == [(True, True), (True, True)]
    again = take("c", LTX, origin="pickup", parent="b" * 64)
    assert told(LTX, quick, part, again)[2] == (True, True)
    assert told(LTX, take("a", LTX), part)[1] == (False, False)


def test_two_takes_of_the_same_media_lead_nowhere_in_a_circle() -> None:
    itself = take("a", LTX, origin="pickup", parent="a" * 64)
    assert told(LTX, itself, itself.with_(id="a2")) == [(False, False)] * 2
