"""Fountain against its syntax page and against fountain-parser; where the two differ, the page wins and a test says where."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fountain_parser import parse
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadScript
from engine.script.fountain import plain, read_fountain
from engine.script.reading import read_text
from engine.script.screenplay import Element


def _read(text: str) -> list[Element]:
    return list(read_fountain(text).elements)


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(element.kind, element.text) for element in _read(text)]


# The syntax, construct by construct


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("INT. HOUSE - DAY\n\nRain.", [("heading", "INT. HOUSE - DAY"), ("action", "Rain.")]),
        ("ext. garden\n\nRain.", [("heading", "ext. garden"), ("action", "Rain.")]),
        ("INT./EXT. CAR - DAY\n\nA.", [("heading", "INT./EXT. CAR - DAY"), ("action", "A.")]),
        ("I/E CAR - DAY\n\nA.", [("heading", "I/E CAR - DAY"), ("action", "A.")]),
        ("EST THE CITY\n\nA.", [("heading", "EST THE CITY"), ("action", "A.")]),
        ("International flights land.\n\nExtra rain.", [("action", "International flights land."), ("action", "Extra rain.")]),
        (".SNIPER SCOPE POV\n\nRain.", [("heading", "SNIPER SCOPE POV"), ("action", "Rain.")]),
        ("...where the story ends.", [("action", "...where the story ends.")]),
        ("!SCANNING THE AISLES\nEverywhere.", [("action", "SCANNING THE AISLES\nEverywhere.")]),
        ("MARY\nHello.", [("character", "MARY"), ("dialogue", "Hello.")]),
        ("MARY (V.O.) (CONT'D)\nHello.", [("character", "MARY (V.O.) (CONT'D)"), ("dialogue", "Hello.")]),
        ("HANS (on the radio)\nWhat?", [("character", "HANS (on the radio)"), ("dialogue", "What?")]),
        ("R2D2\nBeep.", [("character", "R2D2"), ("dialogue", "Beep.")]),
        ("JOHN Q.\nHi.", [("character", "JOHN Q."), ("dialogue", "Hi.")]),
        ("23\nBeep.", [("action", "23\nBeep.")]),
        ("@McCLANE\nYippee.", [("character", "McCLANE"), ("dialogue", "Yippee.")]),
        ("MARY\n\nShe waits.", [("action", "MARY"), ("action", "She waits.")]),
        ("A\n\nMARY\n(softly)\nHi.\n(a beat)\nYou.", [
            ("action", "A"), ("character", "MARY"), ("parenthetical", "softly"), ("dialogue", "Hi."),
            ("parenthetical", "a beat"), ("dialogue", "You."),
        ]),
        ("MARY\n(looking\naround)\nHi.", [("character", "MARY"), ("parenthetical", "looking around"), ("dialogue", "Hi.")]),
        ("MARY\nOne.\n  \nTwo.\n\nShe goes.", [("character", "MARY"), ("dialogue", "One.\nTwo."), ("action", "She goes.")]),
        ("WILLY\n~Oompa\n~loompa", [("character", "WILLY"), ("lyrics", "Oompa"), ("lyrics", "loompa")]),
        ("~La la la", [("lyrics", "La la la")]),
        ("Rain.\n\nCUT TO:\n\nSun.", [("action", "Rain."), ("transition", "CUT TO:"), ("action", "Sun.")]),
        ("Rain.\n\nCUT TO: \n\nSun.", [("action", "Rain."), ("action", "CUT TO:"), ("action", "Sun.")]),
        ("> Burn to White.\n\nSun.", [("transition", "Burn to White."), ("action", "Sun.")]),
        ("> THE END <", [("centered", "THE END")]),
        ("Rain.\n\n===\n\nSun.", [("action", "Rain."), ("page break", ""), ("action", "Sun.")]),
        ("= A fox is lost.\n\nRain.", [("synopsis", "A fox is lost."), ("action", "Rain.")]),
        ("\tRain.\n\n\t\tMARY\n\t(softly)\n\tHi.", [
            ("action", "Rain."), ("character", "MARY"), ("parenthetical", "softly"), ("dialogue", "Hi."),
        ]),
        ("Rain. [[wet?]] Sun.", [("action", "Rain. Sun."), ("note", "wet?")]),
        ("Rain.\n\n[[A note\nof two lines]]\n\nSun.", [("action", "Rain."), ("note", "A note of two lines"), ("action", "Sun.")]),
        ("Rain.\n\nCUT TO: [[or wipe]]\n\nSun.", [("action", "Rain."), ("transition", "CUT TO:"), ("note", "or wipe"), ("action", "Sun.")]),
        ("MARY\n[[she lies]]\nHi.", [("character", "MARY"), ("note", "she lies"), ("dialogue", "Hi.")]),
        ("Rain.\n\n/* cut\n\nall this */\n\nSun.", [("action", "Rain."), ("action", "Sun.")]),
        ("CLOSE ON MARY\nShe blinks.", [("shot", "CLOSE ON MARY"), ("action", "She blinks.")]),
        ("WIDE SHOT, PAN LEFT. A small boat.", [("shot", "WIDE SHOT, PAN LEFT. A small boat.")]),
    ],
)  # fmt: skip
def test_the_syntax(text: str, pairs: list[tuple[str, str]]) -> None:
    assert _pairs(text) == pairs


def test_sections_have_levels_and_scenes_have_numbers() -> None:
    elements = _read(
        "# Act\n\n## Sequence\n\n### Scene\n\nINT. HOUSE - DAY #1A#\n\nRain.\n\nEXT. HOUSE - DAY - #110-A.#\n\nSun."
    )
    assert [(element.text, element.level) for element in elements[:3]] == [("Act", 1), ("Sequence", 2), ("Scene", 3)]
    assert [element.number for element in elements if element.kind == "heading"] == ["1A", "110-A."]


def test_dual_dialogue_marks_the_second_cue() -> None:
    elements = _read("BRICK\nScrew retirement.\n\nSTEEL ^\nScrew retirement.")
    assert [(element.text, element.dual) for element in elements if element.kind == "character"] == [
        ("BRICK", False),
        ("STEEL", True),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("*italic* **bold** ***both*** _line_", "italic bold both line"),
        ("From what seems like _**the steep side**_.", "From what seems like the steep side."),
        ("He dialed *69 and then *23, and then hung up.", "He dialed *69 and then *23, and then hung up."),
        (r"He dialed \*69 and then 23\*.", "He dialed *69 and then 23*."),
        ("a snake_case_name stays", "a snake_case_name stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_emphasis(written: str, meant: str) -> None:
    assert plain(written) == meant


def test_the_title_page() -> None:
    text = "Title:\n\t_**BRICK & STEEL**_\n\t_**FULL RETIRED**_\nCredit: Written by\nAuthor: Stu Maschwitz\nDraft date: 1/20/2012\nContact:\n   Next Level\n   1588 Mission Dr.\n\nFADE IN:\n\nRain."
    screenplay = read_fountain(text)
    assert screenplay.title_page == {
        "title": "BRICK & STEEL\nFULL RETIRED",
        "credit": "Written by",
        "author": "Stu Maschwitz",
        "draft date": "1/20/2012",
        "contact": "Next Level\n1588 Mission Dr.",
    }
    assert [(element.kind, element.line) for element in screenplay.elements] == [("transition", 11), ("action", 13)]


def test_a_speech_at_the_top_is_no_title_page() -> None:
    assert read_fountain("FADE IN:\n\nRain.").title_page == {}
    assert read_fountain("Tom opens the box: it is empty.\n\nRain.").title_page == {}


def test_lines_count_through_comments() -> None:
    elements = _read("/* one\ntwo */\nINT. HOUSE - DAY\n\n[[a\nb]]\n\nRain.\n\nMARY\nHi.")
    assert [(element.kind, element.line) for element in elements] == [
        ("heading", 3), ("note", 5), ("action", 8), ("character", 10), ("dialogue", 11),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), [("Rain.\n\nSun. /* cut\n\nmore", 3), ("Rain.\n[[a note\n\nmore", 2)])
def test_an_open_comment_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(BadScript, match=f"Line {line}: .* never closed") as caught:
        read_fountain(text)
    assert caught.value.line == line
    assert caught.value.action


def test_chinese_inside_fountain() -> None:
    elements = _read(
        "Title: 江边\n\n内景。 咖啡馆 - 日 #2#\n\n小明走来。\n\n@老王（画外音）\n你好。\n\n小明：走吧。\n\n小明\n（笑）\n好。\n\n切至："
    )
    assert [(element.kind, element.text) for element in elements] == [
        ("heading", "内景 咖啡馆 日"), ("action", "小明走来。"), ("character", "老王（画外音）"), ("dialogue", "你好。"),
        ("character", "小明"), ("dialogue", "走吧。"), ("character", "小明"), ("parenthetical", "笑"), ("dialogue", "好。"),
        ("transition", "切至："),
    ]  # fmt: skip
    assert elements[0].number == "2"


# The oracle

CORPUS = {
    "diner": """Title: The Diner
Author: Ann Lee
Draft date: 2 May

INT. DINER - NIGHT #1#

Jacob sits across from Violet. The *neon* flickers.

JACOB
(whispering)
Vi, I'm sorry.

VIOLET (O.S.)
(coldly)
You should be. And you
know it.

> CUT TO BLACK <

EXT. STREET - NIGHT #1A#

He walks
in the rain.

JACOB (V.O.) (CONT'D)
I went home.

CUT TO:

.A DREAM

# Act Two

= She forgives him.

@McAdam
Hello there.

===

> Smash cut to white.

FADE OUT.
""",
    "duet": """INT./EXT. CAR - DAY

/* nobody reads
this */

The road. ***Endless***.

ANN
Left!

BEN ^
Right!

ANN
(to herself)
~Oh the road is long

## Later

I/E. CAR - NIGHT

Stars.

DISSOLVE TO:

EST. CITY - DAWN

> The End <
""",
    "tabs": "\tINT. BARN - DAWN\n\n\tA horse _sleeps_.\n\n\t\tTOM\n\t(low)\n\tUp.\n\n\tFADE IN:\n\n\tEXT. FIELD - DAY\n\n\tThe horse runs.\n",
    "crlf": "INT. ROOM - DAY\r\n\r\nTom waits.\r\n\r\nTOM\r\nNow?\r\n",
}  # fmt: skip


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[*_]", "", text).split())


def _ours(text: str) -> list[tuple[str, str]]:
    """Our elements in the oracle's terms."""
    read: list[tuple[str, str]] = []
    for kind, words in _pairs(text.replace("\r\n", "\n")):
        kind = {"shot": "action", "lyrics": "dialogue"}.get(kind, kind)
        if kind != "note":
            _append(read, kind, _bare(words))
    return read


def _oracle(text: str) -> list[Any]:
    """The oracle's elements; its union type says nothing about kinds, so they go untyped."""
    return list(parse(text).elements)


def _theirs(text: str) -> list[tuple[str, str]]:
    """The oracle's elements, a speech's lines joined, cues with their extensions, emphasis and lyric marks off."""
    read: list[tuple[str, str]] = []
    for element in _oracle(text):
        kind = element.element_type.value.replace("scene_", "").replace("section_heading", "section").replace("_", " ")
        words = getattr(element, "text", "")
        if kind == "boneyard":
            continue
        if kind == "character":
            words = " ".join([element.name, *(f"({extension})" for extension in element.extensions)])
        if kind == "action" and element.is_centered:
            kind = "centered"
        if kind == "parenthetical":
            words = words.strip("()")
        _append(read, kind, _bare(words.removeprefix("~")))
    return read


def _append(read: list[tuple[str, str]], kind: str, words: str) -> None:
    if kind == "dialogue" and read and read[-1][0] == "dialogue":
        words = f"{read.pop()[1]} {words}"
    read.append((kind, words))


@pytest.mark.parametrize("name", CORPUS)
def test_we_agree_with_the_oracle(name: str) -> None:
    assert _ours(CORPUS[name]) == _theirs(CORPUS[name])
    numbers = [
        element.scene_number or "" for element in _oracle(CORPUS[name]) if element.element_type == "scene_heading"
    ]
    assert [
        element.number for element in _read(CORPUS[name].replace("\r\n", "\n")) if element.kind == "heading"
    ] == numbers


names = st.sampled_from(["TOM", "MARY ANN", "R2D2", "OLD MAN", "DR. WU"])
words = st.sampled_from(
    ["the", "fox", "runs", "and", "a", "red", "balloon", "falls", "over", "every", "small", "house", "today"]
)
sentences = st.lists(words, min_size=1, max_size=9).map(lambda chosen: " ".join(chosen).capitalize() + ".")
places = st.sampled_from(["HOUSE", "RED SEA", "TOM'S CAR"])
blocks = st.one_of(
    st.tuples(
        st.sampled_from(["INT.", "EXT.", "EST.", "I/E.", "INT/EXT."]),
        places,
        st.sampled_from([" - DAY", " - NIGHT #3#", ""]),
    ).map(lambda parts: f"{parts[0]} {parts[1]}{parts[2]}"),
    sentences,
    st.tuples(sentences, sentences).map("\n".join),
    st.tuples(
        names, st.sampled_from(["", " (V.O.)", " (O.S.) (CONT'D)"]), st.sampled_from(["", "\n(softly)"]), sentences
    ).map(lambda parts: f"{parts[0]}{parts[1]}{parts[2]}\n{parts[3]}"),
    st.tuples(names, sentences, sentences).map(lambda parts: f"{parts[0]} ^\n{parts[1]}\n{parts[2]}"),
    st.sampled_from(
        [
            "CUT TO:",
            "DISSOLVE TO:",
            "FADE OUT.",
            "> Iris out.",
            "> THE END <",
            "===",
            "# Act One",
            "### Beat",
            "= It rains.",
            ".ROOFTOP",
        ]
    ),
    st.tuples(sentences, sentences).map(lambda parts: f"/* {parts[0]}\n\n{parts[1]} */"),
    names.map(lambda name: f"@{name.title()}\nHello."),
)


@settings(max_examples=120)
@given(st.lists(blocks, min_size=1, max_size=12).map("\n\n".join))
def test_we_agree_with_the_oracle_on_any_clean_script(text: str) -> None:
    text = f"INT. START - DAY\n\n{text}\n"
    assert _ours(text) == _theirs(text)


# Where the oracle is wrong against the syntax page (or we depart from both), case by case.


def test_oracle_takes_capitals_inside_a_paragraph_for_a_speaker() -> None:
    """A cue needs an empty line above it."""
    text = "The sign says\nSTOP\nin red."
    assert _theirs(text) == [("action", "The sign says"), ("character", "STOP"), ("dialogue", "in red.")]
    assert _ours(text) == [("action", "The sign says STOP in red.")]


def test_oracle_ends_a_speech_at_a_line_of_two_spaces() -> None:
    """Two spaces keep a speech going over an empty line."""
    text = "TOM\nOne.\n  \nTwo."
    assert _theirs(text)[-1] == ("action", "Two.")
    assert _ours(text) == [("character", "TOM"), ("dialogue", "One. Two.")]


def test_oracle_ignores_the_space_that_makes_a_transition_action() -> None:
    text = "Rain.\n\nCUT TO: \n\nSun."
    assert _theirs(text)[1] == ("transition", "CUT TO:")
    assert _ours(text)[1] == ("action", "CUT TO:")


def test_oracle_knows_no_forced_action_and_no_notes() -> None:
    assert _theirs("!BANG\nRain.")[0][0] == "character"
    assert _ours("!BANG\nRain.") == [("action", "BANG Rain.")]
    assert _theirs("Rain. [[wet]]") == [("action", "Rain. [[wet]]")]


def test_oracle_wants_a_dot_after_int() -> None:
    assert _theirs("INT HOUSE - DAY\n\nRain.")[0][0] == "action"
    assert _ours("INT HOUSE - DAY\n\nRain.")[0][0] == "heading"


def test_oracle_takes_fade_in_with_a_page_for_a_title() -> None:
    """Any line with a colon starts its title page, so a speech or an action above the first heading is lost."""
    text = "Tom opens the box: it is empty.\n\nRain."
    assert _theirs(text) == [("action", "Rain.")]
    assert _ours(text) == [("action", "Tom opens the box: it is empty."), ("action", "Rain.")]


def test_a_camera_line_is_no_speaker_for_us() -> None:
    """The page would hear CLOSE ON MARY speak; nobody has that name."""
    text = "Rain.\n\nCLOSE ON MARY\nShe blinks."
    assert _theirs(text)[1:] == [("character", "CLOSE ON MARY"), ("dialogue", "She blinks.")]
    assert _ours(text)[1:] == [("action", "CLOSE ON MARY"), ("action", "She blinks.")]


@pytest.mark.parametrize(
    ("line", "text", "number"),
    [
        ("12A INT. HALL - DAY 12A", "INT. HALL - DAY", "12A"),
        ("3.  EXT. SEA - NIGHT     3.", "EXT. SEA - NIGHT", "3"),
        ("A12 int. hall - night", "int. hall - night", "A12"),
        ("1 INT. ROOM 12", "INT. ROOM 12", "1"),
        ("7 I/E CAR - DAY #7B#", "I/E CAR - DAY", "7B"),
    ],
)
def test_a_shooting_script_has_scene_numbers_in_the_margins(line: str, text: str, number: str) -> None:
    for name in ("a.txt", "a.fountain"):
        heading = read_text(f"{line}\n\nMary sits.\n", name=name).elements[0]
        assert (heading.kind, heading.text, heading.number) == ("heading", text, number)
