"""The tables of words stay told apart: the decision says what each is for, and there is one way to read them."""

import re
from pathlib import Path

from engine.assets import assets_folder, word_table

ROOT = Path(__file__).resolve().parents[2]
DECISION = (ROOT / "docs" / "decisions" / "word-tables.md").read_text(encoding="utf-8")
TABLES = {path.stem for path in (assets_folder() / "lexicon").glob("*.json")}


def test_the_decision_names_every_table_and_no_other():
    told = re.findall(r"`([a-z]+(?:\.[a-z]+)?)`", re.sub(r"`(\w+)\.en`, `\.zh`", r"`\1.en`, `\1.zh`", DECISION))
    assert set(told) == TABLES


def test_one_function_reads_them():
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "engine").rglob("*.py")
        if '/ "lexicon"' in path.read_text(encoding="utf-8")
    }
    assert readers == {"engine/assets.py"}


def test_every_table_is_read_by_the_module_that_the_decision_tells():
    for row in re.findall(r"^\| `.*\|$", DECISION, re.MULTILINE):
        tables, _, modules = (cell.strip() for cell in row.strip("| ").split(" | "))
        for module in re.findall(r"(?:script|plan|engine)/\w+", modules):
            path = ROOT / f"{module}.py" if module.startswith("engine") else ROOT / "engine" / f"{module}.py"
            assert "word_table(" in path.read_text(encoding="utf-8"), (tables, module)


def test_a_table_is_read_anew_so_that_nobody_spoils_it_for_others():
    word_table("feelings.json").clear()
    assert word_table("feelings.json")
