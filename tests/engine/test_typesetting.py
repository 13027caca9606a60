"""Marks take the form of the language they stand in, and the face has every sign that a film may need."""

from __future__ import annotations

import pytest
import skia

from engine.assets import caption_font
from engine.typesetting import WIDE, typeset


def plain(text: str) -> str:
    """Undo `typeset`, with Chinese forms in brackets so that a test can be read."""
    back = {wide: f"[{mark}]" for mark, wide in WIDE.items()}
    return "".join(back.get(sign, sign) for sign in text)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("“Don’t wait…” he said.", "“Don’t wait…” he said."),
        ("她说：“来吧……”", "她说：[“]来吧[…][…][”]"),
        ("‘好’。", "[‘]好[’]。"),
        ("他说“OK”。", "他说[“]OK[”]。"),
        ("Iris’s 灯笼", "Iris’s 灯笼"),
        ("", ""),
    ],
)
def test_marks_take_the_form_of_their_neighbours(line: str, wanted: str) -> None:
    assert plain(typeset(line)) == wanted
    assert typeset(typeset(line)) == typeset(line)


@pytest.fixture(scope="module")
def face() -> skia.Typeface:
    typeface = skia.FontMgr.New_Custom_Empty().makeFromFile(str(caption_font()), 0)
    assert typeface is not None
    return typeface


@pytest.mark.parametrize(
    ("name", "signs"),
    [
        ("Latin 1", [chr(code) for code in range(0xA0, 0x100)]),
        ("Latin Extended-A", [chr(code) for code in range(0x100, 0x180)]),
        ("Greek", [chr(code) for code in range(0x386, 0x3CF) if code not in (0x387, 0x38B, 0x38D, 0x3A2)]),
        ("Cyrillic", [chr(code) for code in range(0x400, 0x460)]),
        ("kana", [chr(code) for code in (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB))]),
        ("GB 2312", [bytes([a, b]).decode("gb2312") for a in range(0xB0, 0xD7) for b in range(0xA1, 0xFA)]),
        ("traditional", list("楓橋夜泊張繼臺灣國學電車燈籠觀眾")),
        ("beyond GB 2312", list("㕮㑇镕喆堃犇")),
        ("marks", list("，。、；：？！“”‘’（）《》〈〉「」『』【】…—～·♪♫→←↑↓★☆✓①℃№×÷°€£¥©®™")),
        ("Chinese forms", list(WIDE.values())),
    ],
)
def test_the_face_has_the_sign(face: skia.Typeface, name: str, signs: list[str]) -> None:
    assert [sign for sign in signs if not face.unicharToGlyph(ord(sign))] == []


def test_the_chinese_forms_are_an_em_wide_and_the_english_ones_are_not(face: skia.Typeface) -> None:
    font = skia.Font(face, 100)
    for mark, wide in WIDE.items():
        assert font.measureText(wide) == pytest.approx(100)
        assert mark == "…" or font.measureText(mark) < 50
