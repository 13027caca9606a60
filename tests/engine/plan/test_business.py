"""Verbs and what is seen of them: synonyms, inflections, objects, order, simultaneity, in English and Chinese."""

from __future__ import annotations

import pytest

from engine.plan.acts import Act
from engine.plan.business import business_of, table
from engine.plan.reading import read_action

COMPANY = [("Anna", ("the girl",)), ("Ben", ())]
ZH = [("小明", ()), ("小红", ())]


def told(text: str) -> list[tuple[str, str, str]]:
    """(doer, business, what is done along with it), in order."""
    company = COMPANY if text.isascii() else ZH
    return [(deed.doer, deed.business, deed.along) for deed in read_action(text, company).deeds]


def test_there_are_a_hundred_verbs_in_both_languages() -> None:
    bases = table().verbs
    assert len(table().business) > 100
    assert sum(base.isascii() for base in bases) > 250 < sum(not base.isascii() for base in bases)


@pytest.mark.parametrize(
    ("text", "business"),
    [
        ("Anna hugged Ben.", "hug"), ("Anna is weeping.", "cry"), ("Ben chuckles.", "laugh"), ("Ben shrugged.", "shrug"),
        ("Anna applauds.", "clap"), ("Ben mops the floor.", "sweep"), ("Anna strums.", "guitar"), ("Anna plays the guitar.", "guitar"),
        ("Anna played a flute.", "flute"), ("Ben draws his bow.", "archery"), ("Ben draws a picture.", "write"), ("Anna bows low.", "bow"),
        ("Ben shakes his head.", "shake head"), ("Ben is shaking with cold.", "shiver"), ("Anna raises her glass.", "drink"),
        ("Anna takes a photo.", "photograph"), ("Ben picks up a stone.", "pick up"), ("Ben blows out the candle.", "blow out"),
        ("Anna lights a lantern.", "light"), ("Ben raps on the door.", "knock"), ("Ben opens the book.", "read"), ("Ben opens the door.", "open"),
        ("Anna serves tea.", "pour"), ("Ben limps.", "limp"), ("Anna tiptoes across the hall.", "sneak"),
        ("小明鼓起掌来。", "clap"), ("小明哈哈大笑。", "laugh"), ("小红抹眼泪。", "cry"), ("小明弹起吉他。", "guitar"), ("小明弹琵琶。", "guitar"),
        ("小红拉着二胡。", "violin"), ("小明吹笛子。", "flute"), ("小明吹灭蜡烛。", "blow out"), ("小明打了个喷嚏。", "sneeze"), ("小明接起电话。", "phone"),
        ("小明关上门。", "close"), ("小红倒了一杯茶。", "pour"), ("小明看报纸。", "read"), ("小明劈柴。", "chop"), ("小红织毛衣。", "sew"),
        ("小明蹑手蹑脚地走进来。", "sneak"), ("小明一瘸一拐地走。", "limp"), ("小明举起酒杯。", "drink"), ("小明端起碗。", "eat"), ("小红双手合十。", "pray"),
    ],
)  # fmt: skip
def test_synonyms_and_inflections_are_the_same_business(text: str, business: str) -> None:
    assert business in {name for _, name, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Lights flicker.", "A drink on the table.", "Anna, at her desk, a phone before her.", "A cup of water.", "The point of it all.",
        "母亲的背影。", "一切都安静了。", "小明吃惊地看着她。", "他有一个梦想。", "手指上的戒指。",
    ],
)  # fmt: skip
def test_nouns_that_look_like_verbs_are_nobodys_business(text: str) -> None:
    assert not [name for _, name, _ in told(text) if name]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Anna sits down, then reads.", [("Anna", "", ""), ("Anna", "read", "")]),
        ("Ben opens the door and peeks out.", [("Ben", "open", ""), ("Ben", "peek", "")]),
        ("Ben kneels and prays.", [("Ben", "kneel", ""), ("Ben", "pray", "")]),
        ("小明走到窗前，推开窗户。", [("小明", "", ""), ("小明", "open", "")]),
        ("小明蹲下，捡起一块石头。", [("小明", "crouch", ""), ("小明", "pick up", "")]),
    ],
)
def test_two_verbs_in_a_line_play_in_order(text: str, deeds: list[tuple[str, str, str]]) -> None:
    assert told(text) == deeds


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Anna walks while reading.", [("Anna", "", "read")]),
        ("Anna walks along the road, singing.", [("Anna", "", "sing")]),
        ("Singing, Anna walks home.", [("Anna", "", "sing")]),
        ("Anna stands at the window, drinking tea.", [("Anna", "", "drink")]),
        ("小明边走边唱。", [("小明", "", "sing")]),
        ("小明一边走，一边看书。", [("小明", "", "read")]),
        ("小红哭着跑开。", [("小红", "", "cry")]),
        ("小明边扫边唱。", [("小明", "sweep", "sing")]),
    ],
)
def test_what_is_done_at_once_is_one_deed(text: str, deeds: list[tuple[str, str, str]]) -> None:
    assert told(text) == deeds


def test_whoever_stops_does_not_go_on() -> None:
    assert [along for _, _, along in told("Anna stops eating.")] == ["", ""]


def test_a_direction_takes_a_jump_along_and_none_leaves_it_on_the_spot() -> None:
    acts = [
        read_action(f"Ben {words}.", COMPANY).deeds[0].act
        for words in ("jumps for joy", "jumps over the wall", "dances")
    ]
    assert acts == [Act.BUSINESS, Act.RUN, Act.BUSINESS]


def test_a_gift_is_for_somebody_and_not_for_a_thing() -> None:
    reading = read_action("Anna gives a letter to Ben.", COMPANY, [("letter", ())])
    assert [deed.target for deed in reading.deeds] == ["Ben"]


def test_an_unknown_word_is_no_business() -> None:
    assert business_of("frobnicates", "", "") == (False, None)


def test_who_flies_a_kite_stays_on_the_ground() -> None:
    acts = [read_action(text, COMPANY).deeds[0].act for text in ("Anna flies a kite.", "Anna flies over the hill.")]
    assert acts == [Act.BUSINESS, Act.FLY]


def test_whoever_stands_after_and_does_the_next_verb() -> None:
    assert told("Anna plays the flute and Ben dances.") == [("Anna", "flute", ""), ("Ben", "dance", "")]
    assert told("Anna in a straw hat lights a lantern.") == [("Anna", "light", "")]
