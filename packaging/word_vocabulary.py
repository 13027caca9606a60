"""Compile what tells a Chinese name from a word: the words that begin like a name, the words that may follow one, and foreign names.

    python packaging/word_vocabulary.py cedict/cedict.json dict.txt          (sources as in packaging/vocabulary.py)

writes assets/vocabulary/words.zh.tsv: `word TAB p|n`, p for what can follow a subject (verbs, adjectives, adverbs, idioms), n for every
other word that opens like a name; and assets/vocabulary/foreign.zh.tsv: `name TAB female|male|-`. A word of jieba counts where it is
common, or where CC-CEDICT does not spell it with a capital: jieba takes 明白 and 阳光 for names.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY, LEXICON = ROOT / "assets" / "vocabulary", ROOT / "assets" / "lexicon"

_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{2,5}")
_PREDICATE = re.compile(r"[vadilzpco](?!n)|ad|an")
_NAME = re.compile(r"(?:^|\W)([A-Z][a-z]+)(?:\W|$)")
_COMMON, _RARE_IDIOM = 8, 5
_BEGINS_LIKE_NAME = "小老阿大"


def _words(entries: list[dict[str, Any]], tags: dict[str, tuple[int, str]]) -> Iterator[tuple[str, str]]:
    listed = {str(e["simplified"]): list(map(str, e["english"])) for e in entries if not _is_named(e)}
    names = json.loads((LEXICON / "names.zh.json").read_text(encoding="utf-8"))
    opening = set("".join("".join(line.split()) for lines in names.values() for line in lines) + _BEGINS_LIKE_NAME)
    for word in sorted(set(listed) | set(tags)):
        often, tag = tags.get(word, (0, ""))
        known = word in listed or (often >= _COMMON and not tag.startswith("nr"))
        if not known or not _HAN.fullmatch(word):
            continue
        glosses = listed.get(word, [""])
        acts = any(g.startswith("to ") for g in (glosses if tag.startswith("n") else glosses[:1]))
        if _PREDICATE.match(tag) or (acts and not re.match(r"n(?![rzst])", tag)):
            if often >= _RARE_IDIOM or len(word) == 2:
                yield word, "p"
        elif len(word) < 4 and word[0] in opening:
            yield word, "n"


def _is_named(entry: dict[str, Any]) -> bool:
    return str(entry["pinyin"])[:1].isupper()


def _foreign(entries: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    english = json.loads((LEXICON / "en.json").read_text(encoding="utf-8"))
    sexes = {
        name.strip(): sex for sex in ("female", "male") for line in english[f"given_{sex}"] for name in line.split(",")
    }
    for entry in entries:
        name, glosses = str(entry["simplified"]), list(map(str, entry["english"]))
        if _is_named(entry) and "(name)" in glosses[0] and _FOREIGN.fullmatch(name):
            spelled = _NAME.findall(glosses[0])
            yield name, next((sexes[n.casefold()] for n in spelled if n.casefold() in sexes), "-")


def _tags(dictionary: Path) -> dict[str, tuple[int, str]]:
    rows = (line.split() for line in dictionary.read_text(encoding="utf-8").splitlines())
    return {row[0]: (int(row[1]), row[2]) for row in rows if len(row) == 3}


def _write(name: str, rows: Iterator[tuple[str, str]]) -> None:
    lines = sorted({f"{word}\t{kind}" for word, kind in rows})
    (VOCABULARY / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} words")


def main(arguments: list[str]) -> int:
    """Write both tables; the exit code."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    entries = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    _write("words.zh.tsv", _words(entries, _tags(Path(arguments[1]))))
    _write("foreign.zh.tsv", _foreign(entries))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
