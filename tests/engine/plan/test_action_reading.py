"""Action lines, English and Chinese, become deeds: who, what, to whom, in which order."""

from __future__ import annotations

import pytest

from engine.plan.acts import Act
from engine.plan.reading import read_action

ENGLISH = [("MARY SMITH", ("the girl",)), ("TOM", ("the boy",)), ("DOG", ("the dog",))]
CHINESE = [("老翁", ("钓鱼的老翁", "老人")), ("小狐狸", ("狐狸",))]


def deeds(text: str, company: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, Act, str]]:
    return [(deed.doer, deed.act, deed.target) for deed in read_action(text, company).deeds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary walks to Tom and sits.", [("MARY SMITH", Act.WALK, "TOM"), ("MARY SMITH", Act.SIT, "")]),
        ("The boy falls.", [("TOM", Act.FALL, "")]),
        ("Mary and Tom run away.", [("MARY SMITH", Act.EXIT, ""), ("TOM", Act.EXIT, "")]),
        ("Mary runs into the room.", [("MARY SMITH", Act.ENTER, "")]),
        ("Mary walks in the street.", [("MARY SMITH", Act.WALK, "")]),
        ("The dog chases Tom.", [("DOG", Act.RUN, "TOM"), ("TOM", Act.RUN, "")]),
        ("They wave.", [("MARY SMITH", Act.WAVE, ""), ("TOM", Act.WAVE, ""), ("DOG", Act.WAVE, "")]),
        ("Tom waits. Then he lies down.", [("TOM", Act.STAND, ""), ("TOM", Act.LIE, "")]),
        ("Smith sleeps.", [("MARY SMITH", Act.LIE, "")]),
        ("Rain falls. The door opens and the lamp falls. Mary sits.", [("MARY SMITH", Act.SIT, "")]),
        ("She runs to Tom.", [("MARY SMITH", Act.RUN, "TOM")]),
        ("Tom runs from the dog.", [("TOM", Act.RUN, "")]),
        ("Mary sits. The dog runs up to her.", [("MARY SMITH", Act.SIT, ""), ("DOG", Act.RUN, "MARY SMITH")]),
        ("Slowly sits.", [("MARY SMITH", Act.SIT, "")]),
        (
            "Mary runs with the dog chasing her.",
            [("MARY SMITH", Act.RUN, ""), ("DOG", Act.RUN, "MARY SMITH"), ("MARY SMITH", Act.RUN, "")],
        ),
        ("Mary walks, followed by Tom.", [("MARY SMITH", Act.WALK, ""), ("TOM", Act.WALK, "MARY SMITH")]),
        ("Mary watches the train disappear and sits.", [("MARY SMITH", Act.LOOK, ""), ("MARY SMITH", Act.SIT, "")]),
        ("Mary watches Tom leave.", [("MARY SMITH", Act.LOOK, "TOM"), ("TOM", Act.EXIT, "")]),
        ("Tom walks. The dog follows him.", [("TOM", Act.WALK, ""), ("DOG", Act.WALK, "TOM")]),
        ("Mary leads the dog.", [("MARY SMITH", Act.WALK, ""), ("DOG", Act.WALK, "MARY SMITH")]),
        ("Mary steps out of the saloon.", [("MARY SMITH", Act.ENTER, "")]),
        ("Tom ducks behind the case.", [("TOM", Act.SIT, "")]),
        ("Mary jogs, the dog trotting beside her.", [("MARY SMITH", Act.RUN, ""), ("DOG", Act.RUN, "MARY SMITH")]),
        ("Mary walks, the dog beside her.", [("MARY SMITH", Act.WALK, ""), ("DOG", Act.WALK, "MARY SMITH")]),
        ("Mary, at her desk, phone to her ear.", [("MARY SMITH", Act.SIT, ""), ("MARY SMITH", Act.BUSINESS, "")]),
        ("Tom flat on his back.", [("TOM", Act.LIE, "")]),
        ("Tom walks in with a lamp.", [("TOM", Act.ENTER, "")]),
        ("Mary hugs herself.", []),
        ("Tom hugs Mary.", [("TOM", Act.WALK, "MARY SMITH")]),
        (
            "At the table Mary and Tom eat.",
            [(who, act, "") for who in ("MARY SMITH", "TOM") for act in (Act.SIT, Act.BUSINESS)],
        ),
        ("Mary's dog waits. Mary's hat falls.", [("DOG", Act.STAND, ""), ("MARY SMITH", Act.FALL, "")]),
    ],
)
def test_english(text: str, expected: list[tuple[str, Act, str]]) -> None:
    assert deeds(text, ENGLISH) == expected


@pytest.mark.parametrize(
    "text", ["Mary takes a look.", "The fall of the leaves.", "Tom has a run of luck.", "A quiet room.", ""]
)
def test_a_noun_moves_nobody(text: str) -> None:
    assert deeds(text, ENGLISH) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小狐狸跑向老翁。", [("小狐狸", Act.RUN, "老翁")]),
        ("小狐狸跑来，坐在老人身边。", [("小狐狸", Act.ENTER, ""), ("小狐狸", Act.SIT, "老翁")]),
        ("老翁挥手。小狐狸跑远。", [("老翁", Act.WAVE, ""), ("小狐狸", Act.EXIT, "")]),
        ("狐狸摔倒在雪地里。", [("小狐狸", Act.FALL, "")]),
        ("小狐狸向老翁挥手。", [("小狐狸", Act.WAVE, "老翁")]),
        ("雪停了。老翁站着。", [("老翁", Act.STAND, "")]),
    ],
)
def test_chinese(text: str, expected: list[tuple[str, Act, str]]) -> None:
    assert deeds(text, CHINESE) == expected


def test_moods_belong_to_their_subject() -> None:
    assert read_action("Mary smiles. Tom is afraid.", ENGLISH).moods == {"MARY SMITH": "happy", "TOM": "afraid"}
    assert read_action("老翁叹息。小狐狸大笑。", CHINESE).moods == {"老翁": "sad", "小狐狸": "happy"}


@pytest.mark.parametrize(
    ("text", "gaze"), [("Tom looks up.", "up"), ("Tom looks down at the dog.", "down"), ("Tom looks.", "")]
)
def test_where_the_eyes_go(text: str, gaze: str) -> None:
    assert read_action(text, ENGLISH).deeds[0].gaze == gaze


def test_going_home_is_going_back_but_looking_back_is_not() -> None:
    assert read_action("老翁走回家。", CHINESE).deeds[0].back
    assert not read_action("老翁回头看。", CHINESE).deeds[0].back
