"""Feelings are read from words, faces and bodies, by lists and by the dictionary."""

from __future__ import annotations

import pytest

from engine.plan.reading import read_action

_TOLD = [
    ("Tom's mouth falls open as the lid lifts.", "surprised"),
    ("Tom gapes at the sky.", "surprised"),
    ("Tom can scarcely believe his eyes.", "surprised"),
    ("Flabbergasted, Tom drops the spoon.", "surprised"),
    ("Tom clenches his teeth and says nothing.", "angry"),
    ("Tom fumes in the corner.", "angry"),
    ("Tom answers with indignation.", "angry"),
    ("Tom stares at them irately.", "angry"),
    ("Tom goes as white as chalk.", "afraid"),
    ("Tom's teeth chatter.", "afraid"),
    ("Terror-stricken, Tom holds the rail.", "afraid"),
    ("Tom quails before the bull.", "afraid"),
    ("Tom's eyes sparkle.", "happy"),
    ("Tom reads the letter gleefully.", "happy"),
    ("Ecstatic, Tom kisses the ticket.", "happy"),
    ("Tears of joy run down Tom's face.", "happy"),
    ("Tom hangs his head.", "sad"),
    ("Tom's shoulders sag.", "sad"),
    ("Tom stands there crestfallen.", "sad"),
    ("Tom weeps with sorrow.", "sad"),
    ("Tom drags his feet, groggy.", "tired"),
    ("Tom nods off.", "tired"),
    ("Tom looks glumly at the rain.", "sad"),
    ("Tom's tail wags furiously.", "happy"),
    ("Irate, Tom tears up the map.", "angry"),
    ("Tom sits there drowsily.", "tired"),
]
_TOLD_ZH = [
    ("小明惊呆了。", "surprised"),
    ("小明张大了嘴。", "surprised"),
    ("小明怒目而视。", "angry"),
    ("小明气得直跺脚。", "angry"),
    ("小明捶了桌子。", "angry"),
    ("小明胆战心惊地走着。", "afraid"),
    ("小明两腿发软。", "afraid"),
    ("小明喜出望外。", "happy"),
    ("小明激动得热泪盈眶。", "happy"),
    ("小明笑眯眯地走来。", "happy"),
    ("小明眼圈红了。", "sad"),
    ("小明热泪盈眶。", "sad"),
    ("小明闷闷不乐。", "sad"),
    ("小明精疲力尽。", "tired"),
    ("小明瘫坐在椅子上。", "tired"),
    ("小明昏昏欲睡。", "tired"),
    ("小明满面春风。", "happy"),
]


@pytest.mark.parametrize(("action", "mood"), _TOLD)
def test_a_feeling_is_read(action: str, mood: str) -> None:
    assert read_action(action, [("TOM", ())]).moods == {"TOM": mood}


@pytest.mark.parametrize(("action", "mood"), _TOLD_ZH)
def test_a_chinese_feeling_is_read(action: str, mood: str) -> None:
    assert read_action(action, [("小明", ())]).moods == {"小明": mood}


@pytest.mark.parametrize(
    "action",
    [
        "Tom walks past the cheery curtains.",
        "Tom is not afraid.",
        "Tom never smiles.",
        "Tom looks up at the beams.",
        "Tom turns the red wheel.",
    ],
)
def test_no_feeling_is_read_into_things(action: str) -> None:
    assert read_action(action, [("TOM", ())]).moods == {}


@pytest.mark.parametrize("action", ["小明不高兴。", "小明把惊堂木放下。", "小明没有哭。"])
def test_no_feeling_is_read_where_it_is_denied(action: str) -> None:
    assert read_action(action, [("小明", ())]).moods == {}
