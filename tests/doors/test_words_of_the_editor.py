"""Every word the editor shows exists in both languages: what goes through tr, say, word and their kin has Chinese, and no text
reaches a widget past them.

Read from the source, because a sheet that opens once a year is opened by no other test.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "assets" / "words"
FILES = sorted((ROOT / "app").rglob("*.py"))

TELLS = {"tr": 0, "word": 0, "say": 1}
"""Functions that translate, and which argument is the English text."""

SHOWS = {
    "setText", "setToolTip", "setStatusTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setTitle", "setTabText", "setWhatsThis", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu",
    "addAction", "addTab", "addMenu", "addRow", "addItem", "setSpecialValueText", "setSuffix", "setPrefix", "drawText", "Problem", "note",
}  # fmt: skip
"""Calls that show a text to a person; their literals must have gone through a translation."""

LETTERS = re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]")
NOT_WORDS = re.compile(r"\{\w*\}|Storyreel|^(?:note|warning|trouble)$")
"""Gaps, our name, and the weights of problems."""


@cache
def chinese() -> dict[str, str]:
    return json.loads((WORDS / "zh.json").read_text(encoding="utf-8"))


def is_words(text: str) -> bool:
    return bool(LETTERS.search(NOT_WORDS.sub("", text)))


def name_of(call: ast.Call) -> str:
    function = call.func
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def literals(node: ast.expr) -> Iterator[str]:
    """The texts an argument may be: a literal, or the branches of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from literals(value)


@cache
def calls(path: Path) -> tuple[ast.Call, ...]:
    """Every call in a file."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return tuple(node for node in nodes if isinstance(node, ast.Call))


def told(path: Path) -> Iterator[tuple[int, str]]:
    """Line and English text of everything that is translated in a file."""
    for call in calls(path):
        at = TELLS.get(name_of(call))
        if at is not None and len(call.args) > at:
            for text in literals(call.args[at]):
                yield call.lineno, text


def shown_raw(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of literals that are shown as they stand."""
    for call in calls(path):
        if name_of(call) in SHOWS:
            for argument in call.args:
                if isinstance(argument, ast.JoinedStr):
                    parts = [part.value for part in argument.values if isinstance(part, ast.Constant)]
                    yield from ((call.lineno, str(part)) for part in parts)
                else:
                    yield from ((call.lineno, text) for text in literals(argument))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_told_has_chinese(path: Path) -> None:
    known = chinese()
    missing = [f"line {line}: {text}" for line, text in told(path) if is_words(text) and not known.get(text)]
    assert missing == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_shown_past_the_translation(path: Path) -> None:
    raw = [f"line {line}: {text}" for line, text in shown_raw(path) if is_words(text)]
    assert raw == []


def strings(path: Path) -> set[str]:
    """Every text constant in a file."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_no_chinese_is_left_of_words_that_went() -> None:
    """A table that only grows tells nobody what is on the screen. Manifests of models have words of their own.

    Nearly all are the editor's; of the engine only those files are parsed that hold the beginning of what is still unused.
    """
    unused = set(chinese()).difference(*map(strings, FILES))
    manifests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "assets" / "models").glob("*.json"))
    unused = {text for text in unused if json.dumps(text)[1:-1] not in manifests}
    beginnings = re.compile(
        "|".join(re.escape(json.dumps(text, ensure_ascii=False)[1:-1][:12]) for text in unused) or "$^"
    )
    for path in (ROOT / "engine").rglob("*.py"):
        if beginnings.search(path.read_text(encoding="utf-8")):
            unused -= strings(path)
    assert sorted(unused) == []


def test_both_languages_fill_the_same_gaps() -> None:
    gaps = re.compile(r"\{(\w+)\}")
    wrong = [text for text, said in chinese().items() if set(gaps.findall(text)) != set(gaps.findall(said))]
    assert wrong == []


def test_the_tables_are_sorted_so_that_a_change_is_one_line() -> None:
    for table in WORDS.glob("*.json"):
        keys = list(json.loads(table.read_text(encoding="utf-8")))
        assert keys == sorted(keys), table.name
