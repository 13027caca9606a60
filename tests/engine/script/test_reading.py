"""The door: encodings, formats, refusals in one sentence, and nothing lost on any text."""

from __future__ import annotations

import re
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.errors import BadScript, StorageFailed
from engine.script.lines import half_width, is_chinese
from engine.script.reading import LARGEST, read_script, read_text

CHINESE = "第一场 内景 咖啡馆 日\n\n老王走进来，坐在窗边。\n\n老王：今天真冷啊。\n" * 3
ENGLISH = "INT. HOUSE - DAY\n\nMary waits at the café.\n\nMARY\nHello.\n"


def _write(folder: Path, content: bytes, name: str = "script.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_chinese_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    screenplay = read_script(_write(tmp_path, CHINESE.encode(encoding)))
    assert screenplay == read_text(CHINESE)
    assert (screenplay.format, screenplay.language) == ("chinese", "zh")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_english_with_any_line_break(tmp_path: Path, encoding: str) -> None:
    for breaks in ("\n", "\r\n", "\r", "\v", "\x85", "\u2028"):
        path = _write(tmp_path, ENGLISH.replace("\n", breaks).encode(encoding), "a.fountain")
        assert read_script(path) == read_text(ENGLISH)


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\r\n", "a.fountain", "empty"),
        (b"/* all of it */", "a.fountain", "nothing to shoot"),
        (b"MARY\n(beat)\n", "a.fountain", "nothing to shoot"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.pdf", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "old Word"),
        (b"{\\rtf1 Hello}", "a.rtf", "RTF"),
        (b"Rain.\nSun.\x00\x01\x02", "a.txt", "Line 2: .*binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.png", "binary"),
        ("Rain.\n\nMary waits at the café.".encode("latin-1"), "a.txt", "Line 3: .*encoding"),
        ("Rain.\nSun“.".encode("cp1252"), "a.txt", "Line 2: .*encoding"),
        ("第一場 內景 咖啡館".encode("big5") * 9, "a.txt", "Line 1: .*encoding"),
        (b'<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">', "a.fdx", "Final Draft"),
        (b'<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">', "a.xml", "Final Draft"),
        (b"<!DOCTYPE html><html>", "a.html", "web page"),
        (b"Rain.\n\nSun. /* cut", "a.fountain", "Line 3: .*never closed"),
        (b"Rain.\n\nSun. [[why", "a.txt", "Line 3: .*never closed"),
    ],
)
def test_bad_input_gets_one_sentence(tmp_path: Path, content: bytes, name: str, says: str) -> None:
    path = _write(tmp_path, content, name)
    with pytest.raises(BadScript, match=says) as caught:
        read_script(path)
    assert caught.value.sentence.endswith(".")
    assert "\n" not in str(caught.value)
    assert caught.value.action
    line = re.match(r"Line (\d+)", caught.value.sentence)
    assert caught.value.line == (int(line[1]) if line else None)
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_word_document_is_told_from_text(tmp_path: Path) -> None:
    path = tmp_path / "script.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(BadScript, match="Word"):
        read_script(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)  # a hole: reading it would find NULs and say 'binary'
    with pytest.raises(BadScript, match=r"50\.0 MB"):
        read_script(path)
    with pytest.raises(BadScript, match="MB"):
        read_text("a" * (LARGEST + 1))


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="does not exist"):
        read_script(tmp_path / "none.txt")
    with pytest.raises(StorageFailed, match="folder"):
        read_script(tmp_path)


@pytest.mark.parametrize(
    ("text", "name", "form", "language"),
    [
        (ENGLISH, "", "fountain", "en"),
        (CHINESE, "", "chinese", "zh"),
        ("A fox walks.\n\nIt sleeps.", "", "prose", "en"),
        ("A fox walks.\n\nIt sleeps.", "a.fountain", "fountain", "en"),
        ("MARY\nHello.\n\nTOM\nHi.", "a.txt", "fountain", "en"),
        ("狐狸走来。\n\n它睡了。", "", "prose", "zh"),
        ("老王：你好。\n小明：走吧。", "", "chinese", "zh"),
        ("【全景】江面。\n特写：手。", "a.txt", "chinese", "zh"),
        (".森林\n\n@老王\n你好。\n\n> 淡出", "a.fountain", "fountain", "zh"),
        (CHINESE, "a.fountain", "chinese", "zh"),
        ('Mary says, "Wait."\nTom doesn\'t.', "a.md", "prose", "en"),
    ],
)
def test_format_and_language_are_told_from_the_text(text: str, name: str, form: str, language: str) -> None:
    screenplay = read_text(text, name=name)
    assert (screenplay.format, screenplay.language) == (form, language)


def test_a_long_script_is_read_at_once() -> None:
    """Reading is linear: four times the script costs about four times the time, with room for noise."""

    def seconds(count: int) -> float:
        start = time.perf_counter()
        read_text(ENGLISH * count)
        return time.perf_counter() - start

    seconds(50)
    assert seconds(800) < 12 * max(seconds(200), 0.02)


@pytest.mark.parametrize(
    "unit",
    [
        "*a ",
        "_a_",
        "[[]]",
        "((",
        "“",
        '"a ',
        "小",
        "A",
        "【",
        "  ",
        "a, ",
        "“走”小",
        "老王（",
        "The old man ",
        "CU, ",
        "推，",
        "a\n",
        "老王：\n",
    ],
)
def test_no_text_takes_forever(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    for name in ("a.txt", "a.fountain"):
        read_text(text + "x", name=name)


lines = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "INT. HOUSE - DAY", "第一场 内景 家 日", "MARY", "老王：你好（笑）走", "△他走", "【特写】手", "CUT TO:", "> x <", "[[n]]", "/* b */", "#1#", "",
            "  ", "@Mc", "Title: x", "《x》", "人物：", "时间：夜", "~la", "===", "镜头1 推", "“走，”小明说。", '"Wait," said Mary.', "*a* _b_ **", "！", "\\/*",
        ]
    ),
)  # fmt: skip
scripts = st.lists(lines, max_size=14).map("\n".join)


@settings(max_examples=300)
@given(scripts, st.sampled_from(["", "a.fountain", "a.txt"]))
@example("0:\n第一场\n时间：夜", "")
def test_readers_raise_bad_script_or_read(text: str, name: str) -> None:
    try:
        screenplay = read_text(text, name=name)
    except BadScript:
        return
    numbers = [element.line for element in screenplay.elements]
    assert numbers == sorted(numbers)
    assert all(1 <= number <= len(re.split("\r\n|[\r\n\v\x85\u2028\u2029]", text)) for number in numbers)
    assert all(element.text.strip() == element.text for element in screenplay.elements)
    assert all(element.text or element.kind == "page break" for element in screenplay.elements)


plain_lines = st.lists(
    st.one_of(
        st.lists(
            st.sampled_from(
                [
                    "the",
                    "fox",
                    "MARY",
                    "runs",
                    "INT.",
                    "close-up",
                    "pan",
                    "35mm",
                    "said",
                    "“Wait”",
                    "(softly)",
                    "TO:",
                    "left",
                ]
            ),
            max_size=7,
        ).map(" ".join),
        st.lists(
            st.sampled_from(
                [
                    "老人",
                    "走来",
                    "，",
                    "。",
                    "：",
                    "特写",
                    "推",
                    "（笑）",
                    "内景",
                    "夜",
                    "第一场",
                    "小明",
                    "说",
                    "“走”",
                    "字幕",
                    "时间",
                    "人物",
                    "切至",
                    "△",
                    "【",
                    "】",
                    "雪",
                ]
            ),
            max_size=7,
        ).map("".join),
        st.sampled_from(["", "", "MARY", "INT. SEA - DAY", "老王：走", "内景 家 夜"]),
    ),
    min_size=1,
    max_size=12,
).map("\n".join)


@settings(max_examples=400)
@given(plain_lines, st.sampled_from(["", "a.fountain"]))
def test_no_word_is_lost(text: str, name: str) -> None:
    """Every letter of the script is in an element or on the title page, scene-heading words and markers aside."""
    try:
        screenplay = read_text(text, name=name)
    except BadScript:
        return
    read = [*(element.text for element in screenplay.elements), *screenplay.title_page.values(), *screenplay.title_page]
    read += [element.number for element in screenplay.elements]
    margins = " ".join(element.number for element in screenplay.elements)  # "12 INT. HOUSE - DAY 12" has one number
    lost = _words(text) - _words(" ".join(read)) - _words(margins)
    assert not set(lost) - set("第一场时间人物地点字幕内外景"), (lost, screenplay)


def _words(text: str) -> Counter[str]:
    """Latin words and Chinese characters, counted."""
    return Counter(re.findall(r"[a-z0-9]+|[^\W\da-z_]", half_width(text).casefold()))


def test_language_is_a_matter_of_majority() -> None:
    assert is_chinese("他说 OK，走吧")
    assert not is_chinese("A sign in Chinese says 出口 above the door.")
