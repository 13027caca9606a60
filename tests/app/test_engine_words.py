"""Whatever the engine has to say, a person who works in Chinese reads it in Chinese."""

from __future__ import annotations

import ast
import errno
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import words
from app.engine_words import chinese_of
from app.problems import problem_of
from engine import errors
from engine.errors import BadFilm, Locked, StoryreelError, storage_failed
from engine.film.lock import Holder
from engine.film.rate import FILM, Raster
from engine.film.revision.revise import revise
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

ROOT = Path(__file__).resolve().parents[2]
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, StoryreelError)}
NO_SENTENCE = {"{0}{1}."}  # put together of other sentences


def template(node: ast.expr) -> str:
    """A text with its gaps numbered; "" where it is not written in that place."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    gaps = iter(range(10))
    return "".join(str(part.value) if isinstance(part, ast.Constant) else f"{{{next(gaps)}}}" for part in node.values)


def templates() -> Iterator[str]:
    """Every sentence and action that the engine writes where it raises; the command line has a person of its own."""
    for path in sorted((ROOT / "engine").rglob("*.py")):
        if path.name == "cli.py" or path.parent.name == "commands":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in ERRORS:
                    yield from filter(None, map(template, node.args[:2]))


def catalogue() -> dict[str, str]:
    return json.loads((ROOT / "assets" / "words" / "engine.zh.json").read_text(encoding="utf-8"))


def test_every_sentence_of_the_engine_has_chinese() -> None:
    known = catalogue()
    assert sorted({each for each in templates() if each not in known and each not in NO_SENTENCE}) == []


def test_both_languages_have_the_same_gaps() -> None:
    gaps = re.compile(r"\{\d\}")
    assert [said for said in catalogue().items() if set(gaps.findall(said[0])) != set(gaps.findall(said[1]))] == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Locked("Ferry.film is open in the editor.", "Close it there, or wait until it is done."), "Ferry.film 已在 the editor 中打开。"),
        (Locked(f"Ferry.film is open in {Holder(7, 'desk', '06:57', 'the Storyreel editor')}."), "Ferry.film 已在 Storyreel 编辑器（desk 上的进程 7，自 06:57 起） 中打开。"),
        (BadFilm("X.film is damaged in line 3 of film.json: that is not text."), "X.film 的 film.json 第 3 行损坏：那不是文本。"),
        (storage_failed(OSError(errno.ENOSPC, "full"), "/films/x"), "/films/x 所在的磁盘已满。"),
    ],
)  # fmt: skip
def test_names_and_numbers_are_carried_over(error: StoryreelError, said: str) -> None:
    words.speak("zh")
    problem = problem_of(error)
    assert problem.sentence == said
    assert not re.search("[a-z]{4}", problem.hint)
    words.speak("en")
    assert problem_of(error).sentence == error.sentence


def test_a_sentence_nobody_knows_stays_as_it_is() -> None:
    assert chinese_of("The moon is made of cheese.") == "The moon is made of cheese."


DRAFT = """\
第一场 外景 江边 黄昏

老翁坐在船上钓鱼。

第二场 内景 茶馆 夜

诗人喝茶。

诗人：下雪了。
"""

SECOND = """\
第一场 外景 江边 夜

老翁坐在船上睡觉，白鹭飞过。

第三场 外景 街道 日

孩子奔跑。

孩子：等等我！
"""


def test_what_a_revision_changes_is_read_in_chinese() -> None:
    first, second = (
        breakdown(read_text(text, name="x.txt"), rate=FILM, raster=Raster(width=640, height=360))
        for text in (DRAFT, SECOND)
    )
    found = revise(first, second, first).changes
    words.speak("zh")
    told = {change.sentence: words.tr(change.sentence) for change in found if "the setup was" not in change.sentence}
    assert len(told) > 5
    english = re.compile(r"\b(?:the|is|was|Shot|Scene|omitted|new|frames?)\b")
    assert {sentence: said for sentence, said in told.items() if english.search(said)} == {}


def test_what_is_wrong_and_what_to_do_in_one_breath_is_said_in_chinese() -> None:
    said = "The manifest of engine 'mine' is damaged. Install Storyreel again."
    assert chinese_of(said) == "引擎 'mine' 的清单已损坏。请重新安装 Storyreel。"


def test_half_a_translation_is_worse_than_none() -> None:
    said = "Nobody has ever said this. Install Storyreel again."
    assert chinese_of(said) == said
