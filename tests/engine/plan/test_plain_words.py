"""Verbs that no table of the stage knows are played as the nearest one that it does."""

from __future__ import annotations

import pytest

from engine.plan.names import frozen, names_of
from engine.plan.plain_words import plain
from engine.plan.reading import read_action

_TOM = [("TOM", ()), ("ANN", ())]
_XIAOMING = [("小明", ())]

_PLAYED = [
    ("Tom gobbles his breakfast.", "eat"),
    ("Tom guzzles a bottle of milk.", "drink"),
    ("Tom snickers at the joke.", "laugh"),
    ("Tom and Ann foxtrot across the floor.", "dance"),
    ("Tom strums his guitar.", "guitar"),
    ("Tom wolfs down three pies.", "eat"),
    ("Tom takes a sip of tea.", "drink"),
    ("Tom bursts into tears.", "cry"),
    ("Ann bursts into applause.", "clap"),
    ("Tom throws his arms around Ann.", "hug"),
    ("Tom snaps to attention.", "salute"),
    ("Tom lets out a scream.", "shout"),
    ("Tom mulls the matter over.", "think"),
    ("Ann hides her face in her hands.", "cry"),
    ("Tom plucks the strings of his harp.", "zither"),
    ("Tom flourishes his handkerchief.", "wave"),
]
_PLAYED_ZH = [
    ("小明狼吞虎咽地吃着面条。", "eat"),
    ("小明行了一个军礼。", "salute"),
    ("小明昏了过去。", "faint"),
    ("小明打了个大喷嚏。", "sneeze"),
    ("小明轻抚古筝。", "zither"),
    ("小明嬉戏在水边。", "skip"),
    ("小明奋笔疾书。", "write"),
    ("小明仰头灌下一碗酒。", "drink"),
    ("小明朝客人深深一揖。", "bow"),
]


@pytest.mark.parametrize(("action", "business"), _PLAYED)
def test_an_unlisted_verb_is_played_as_a_broader_one(action: str, business: str) -> None:
    assert business in {deed.business for deed in read_action(action, _TOM).deeds}


@pytest.mark.parametrize(("action", "business"), _PLAYED_ZH)
def test_an_unlisted_chinese_verb_is_played_as_a_broader_one(action: str, business: str) -> None:
    assert business in {deed.business for deed in read_action(action, _XIAOMING).deeds}


@pytest.mark.parametrize(
    ("action", "act"),
    [
        ("Tom lopes across the field.", "run"),
        ("Tom traipses through the mud.", "walk"),
        ("Tom breaks into a run.", "run"),
        ("Tom gets to his feet.", "stand"),
        ("Tom flops down onto the bench.", "sit"),
        ("Tom loses his footing.", "fall"),
    ],
)
def test_an_unlisted_way_of_moving_is_a_broader_one(action: str, act: str) -> None:
    assert [deed.act.value for deed in read_action(action, _TOM).deeds] == [act]


@pytest.mark.parametrize(
    "action",
    [
        "Tom owns a boat.",
        "Tom needs a coat.",
        "Tom keeps bees.",
        "Tom remembers the war.",
        "The shutters creak.",
        "Tom, the wolf and the waltz.",
        "小明慢慢站起来。",
        "小明决定明天再说。",
        "小明从芦苇里钻出来。",
    ],
)
def test_what_has_no_word_on_the_stage_is_left_as_it_is(action: str) -> None:
    assert plain(action, names_of(frozen([*_TOM, *_XIAOMING]))) == action


def test_what_is_handed_over_stays_in_the_words() -> None:
    names = names_of(frozen([*_XIAOMING, ("陈姨", ()), ("报纸", ())]))
    people = names_of(frozen([*_XIAOMING, ("陈姨", ())]))
    assert plain("小明把一份报纸递给陈姨。", names, people) == "小明把一份报纸递给陈姨。"
    assert "报纸" in read_action("小明把一份报纸递给陈姨。", [*_XIAOMING, ("陈姨", ())], [("报纸", ())]).mentioned


def test_the_form_of_the_verb_is_kept() -> None:
    names = names_of(frozen(_TOM))
    assert plain("Tom gobbled his pie.", names) == "Tom ate his pie."
    assert plain("Tom stops to gobble his pie.", names) == "Tom stops to eat his pie."
    assert plain("Tom sits gobbling his pie.", names) == "Tom sits eating his pie."
    assert plain("Tom cuddled Ann, who flung her arms around him.", names).endswith("who hugged him.")


def test_a_word_in_the_place_of_a_noun_stays() -> None:
    names = names_of(frozen(_TOM))
    for action in ("Tom looks at the foxtrot.", "Ann likes her waltz and boots."):
        assert plain(action, names) == action


def test_what_is_waved_to_does_nothing() -> None:
    train = read_action("小明站着，朝远去的列车挥手。", _XIAOMING, [("列车", ())])
    assert {deed.doer for deed in train.deeds} == {"小明"}
