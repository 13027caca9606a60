"""Who does it in an English sentence: who comes after the opening phrase, whose act looks like a thing, and nobody where nothing is done."""

from __future__ import annotations

import pytest

from engine.plan.acts import Act
from engine.plan.reading import read_action
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

_COMPANY = [("BEAR", ()), ("TOM", ()), ("WOLF 1", ("wolf",)), ("WOLF 2", ("wolf",))]


@pytest.mark.parametrize(
    ("action", "who", "business"),
    [
        ("Facing the bear, Tom nods.", "TOM", "nod"),
        ("Two wolves circle round the camp.", "WOLF 1", "circle"),
        ("Tom lifts the log over his head.", "TOM", "lift"),
        ("Tom carries a bag.", "TOM", "carry"),
    ],
)
def test_who_does_it(action: str, who: str, business: str) -> None:
    assert business in {deed.business for deed in read_action(action, _COMPANY).of(who)}


def test_right_behind_somebody_what_may_be_a_thing_is_done() -> None:
    reading = read_action("Tom phones.", [("TOM", ())], [("phone booth", ())])
    assert {deed.business for deed in reading.of("TOM")} == {"phone"}


@pytest.mark.parametrize(
    "action",
    [
        "Tom refuses to dance.", "Tom doesn't laugh.", "The bear asks him to sing.", "Yesterday Tom swam.", "Years fly by.", "Tom is too tired to climb.",
    ],
)  # fmt: skip
def test_what_is_refused_wished_for_or_long_past_is_done_by_nobody(action: str) -> None:
    undone = {"dance", "laugh", "sing", "swim", "float", "climb", "read"}
    assert undone.isdisjoint(deed.business for deed in read_action(action, _COMPANY).deeds)


def test_who_cannot_help_it_does_it() -> None:
    assert {deed.business for deed in read_action("Tom can't help laughing.", [("TOM", ())]).deeds} == {"laugh"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Tom waits as the secretary hammers at the keyboard.", ["TOM", "SECRETARY"]),
        ("Under the apple tree lies Benedikt.", ["BENEDIKT"]),
        ("The submarine slips beneath the waves.", ["SUBMARINE"]),
        ("The fish struggles in the net.", ["FISH"]),
        ("Halfway across the bridge, Lotte stops.", ["LOTTE"]),
    ],
)
def test_who_is_there(sentence: str, names: list[str]) -> None:
    assert [subject.name for subject in breakdown(read_text(f"EXT. FIELD - DAY\n\n{sentence}\n")).cast] == names


def test_who_is_watched_does_it_and_the_watcher_goes_on() -> None:
    reading = read_action("Ann watches the train disappear. She sits down.", [("ANN", ()), ("TRAIN", ())])
    assert [(deed.doer, deed.act.value) for deed in reading.deeds] == [
        ("ANN", "look"), ("TRAIN", "exit"), ("ANN", "sit"),
    ]  # fmt: skip
    reading = read_action("Ann watches him juggle.", [("ANN", ()), ("TOM", ())])
    assert [deed.doer for deed in reading.deeds if deed.business == "juggle"] == ["TOM"]


def test_who_falls_off_something_falls_and_who_leans_out_of_a_window_waves() -> None:
    fell = read_action("Ben swerves and falls off the bicycle.", [("BEN", ())])
    assert [deed.act.value for deed in fell.deeds] == ["fall"]
    leans = read_action("Jack leans out of the window and waves.", [("JACK", ())])
    assert [deed.act.value for deed in leans.deeds] == ["wave"]


def test_what_is_said_is_done_by_nobody() -> None:
    reading = read_action('A boy called Tom comes in. Tom says: "The boat is gone."', [("TOM", ("boy",))])
    assert [deed.act for deed in reading.deeds] == [Act.ENTER, Act.TALK]  # nor is he beckoned to


@pytest.mark.parametrize(
    "action",
    ["They see the boat drifting away.", "Tom looks at the boat drifting away.", "Tom watches the boat sail away."],
)
def test_who_is_seen_doing_it_does_it(action: str) -> None:
    reading = read_action(action, [("TOM", ()), ("ANN", ())], [("boat", ())])
    assert {deed.doer for deed in reading.deeds if deed.act is Act.EXIT} == {"boat"}
