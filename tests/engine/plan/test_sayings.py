"""What is said by a phrase, or by what a part of the body does, is played like its verb; nouns and names stay what they are."""

from __future__ import annotations

import pytest

from engine.plan.names import frozen, names_of
from engine.plan.reading import read_action
from engine.plan.sayings import unsaid

_COMPANY = [("TOM", ()), ("ANN", ())]

_BUSINESS = [
    ("Tom crooks a finger at Ann.", "beckon"), ("Tom works the kinks out of his back.", "stretch"),
    ("Tom lets fly with a mighty sneeze.", "sneeze"), ("Ann gives way to her grief.", "cry"), ("Tom touches the brim of his cap to Ann.", "salute"),
    ("Tom goes round and round.", "spin"), ("Tom crumples where he stands.", "faint"), ("Ann pores over the letter.", "read"),
    ("Ann takes up a hem.", "sew"), ("Tom draws his bow across the strings.", "violin"), ("Tom dangles his line over the jetty.", "fish"),
    ("Tom leans on his oar.", "row"), ("Tom squeezes the trigger.", "shoot"), ("Tom nocks an arrow.", "archery"), ("Ann tops up the glasses.", "pour"),
    ("Tom slides the cup across the table.", "give"), ("Tom turns the room upside down.", "search"), ("Tom sinks the dagger into the sack.", "stab"),
    ("Tom heaves the trunk onto his shoulders.", "carry"), ("Ann drags herself through the mud.", "crawl"),
]  # fmt: skip
_BODIES = [
    ("Tears stream down Ann's cheeks.", "ANN", "cry"), ("Tom's teeth are chattering.", "TOM", "shiver"), ("A sneeze escapes Tom.", "TOM", "sneeze"),
    ("Ann's eyes fly open.", "ANN", "wake"), ("The cup slips from Ann's fingers.", "ANN", "drop"), ("Ann can't take her eyes off Tom.", "ANN", "stare"),
]  # fmt: skip


@pytest.mark.parametrize(("action", "business"), _BUSINESS)
def test_a_phrase_is_played_like_its_verb(action: str, business: str) -> None:
    played = {name for deed in read_action(action, _COMPANY).deeds for name in (deed.business, deed.along)}
    assert business in played


@pytest.mark.parametrize(("action", "who", "business"), _BODIES)
def test_what_a_part_of_the_body_does_its_owner_does(action: str, who: str, business: str) -> None:
    assert business in {deed.business for deed in read_action(action, _COMPANY).of(who)}


@pytest.mark.parametrize(
    "action",
    ["Tom looks at the dance.", "Tom likes her waltz.", "The phone on the table.", "Tom's push came too late."],
)
def test_a_noun_that_looks_like_a_verb_stays(action: str) -> None:
    assert unsaid(action, names_of(frozen([("TOM", ())]))) == action


def test_a_saying_keeps_the_form_of_its_verb_and_what_is_said_once_is_said_once() -> None:
    names = names_of(frozen([("TOM", ())]))
    assert unsaid("Tom, squeezing the trigger, laughed.", names).startswith("Tom, shooting,")
    assert unsaid("Tom plucks a coin out of the gutter.", names) == "Tom picks up a coin out of the gutter."


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Tom pours out of the house.", "run"), ("Tom pours through the gate.", "run"), ("Tom pours tea out of the pot.", "pour"),
        ("Tom strokes its nose.", "comfort"), ("Tom strokes his chin.", "think"),
    ],
)  # fmt: skip
def test_crowds_that_pour_run_and_noses_of_dragons_are_stroked(text: str, act: str) -> None:
    deeds = read_action(text, [("TOM", ())]).deeds
    assert {deeds[0].act.value, deeds[0].business} & {act, "exit"}
