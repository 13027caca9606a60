"""Compile the tables of verbs and of feelings from WordNet (English) and CC-CEDICT (Chinese), beside the nouns of vocabulary.py.

    python packaging/verb_vocabulary.py wordnet/dict cedict/cedict.json dict.txt          (sources as packaging/vocabulary.py names them)

writes assets/vocabulary/verbs.{en,zh}.tsv, `verb TAB broader|broader|...` with the nearest English verb first (to waltz is to dance),
and feelings.{en,zh}.tsv, `word TAB mood TAB sort`, where a noun (n) only counts behind "with". Precision before recall: a word is
taken in the first sense of the dictionary alone, because a wrong gesture is worse than none.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VOCABULARY = Path(__file__).resolve().parent.parent / "assets" / "vocabulary"

_LEFT_OUT = json.loads((Path(__file__).parent / "verb_vocabulary.json").read_text(encoding="utf-8"))
_TOO_WIDE = frozenset(_LEFT_OUT["too wide"].split())
"""Verbs that no longer say what is seen."""
_MOST_KIN = 6
_MOST_SENSES = 7
"""A verb of more senses (hang, bring, reach) says too little by itself."""
_PLAIN = re.compile(r"(?!express )[a-z]{2,}(?: [a-z]+){0,2}")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,5}")

_FEELINGS: dict[str, tuple[str, ...]] = {
    "happy": ("n07541996", "n14010908", "n07542591", "n07506178", "a01151786", "a01366529", "a01369634", "a01364330", "a00363547", "a00708053", "v01817466"),
    "sad": ("n07547828", "n14012536", "n07549818", "a01364779", "a01366924", "a01152997", "a00706554", "v01801358"),
    "angry": ("n07531593", "n14060021", "a00114629", "v01790925"),
    "afraid": ("n07534492", "n07539144", "a00078253", "a02465209", "v01783082"),
    "surprised": ("n07524811", "a02366035"),
    "tired": ("n14039832", "n14053917", "a02440540", "a00190505"),
}  # fmt: skip
"""Where WordNet 3.1 has each mood: offsets of synsets with their sort."""


_NOT_FELT = frozenset(_LEFT_OUT["not felt"].split())
"""What is like a feeling in WordNet and is none that a face shows, or is what causes it: a funny story, a dreadful storm."""
_NOT_FELT_ZH = frozenset(_LEFT_OUT["not felt zh"].split())


_UNSEEN = frozenset({"30", "31", "41", "42", "43"})
"""WordNet's verbs of change, cognition, society, state and weather (lexnames(5WN)): nothing that a puppet does shows them."""


@dataclass(frozen=True, slots=True)
class _Synset:
    file: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int], ...]
    """(sign, sort + offset, the word of the target it is about; 0: all of them)."""

    def to(self, *signs: str) -> list[str]:
        return [target for sign, target, _ in self.pointers if sign in signs]


class _WordNet:
    """All four sorts of words: file formats of wndb(5WN)."""

    def __init__(self, folder: Path) -> None:
        files = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
        self.synsets = {
            key: synset for sort, name in files.items() for key, synset in _synsets(folder / f"data.{name}", sort)
        }
        self.senses = {sort: dict(_senses(folder / f"index.{name}", sort)) for sort, name in files.items()}

    def below(self, key: str) -> Iterator[str]:
        """The synset and all narrower ones; adjectives: those like it."""
        yield key
        for target in self.synsets[key].to("~", "&"):
            if key[0] != "a":
                yield from self.below(target)
            elif target != key:
                yield target

    def first(self, word: str, sort: str) -> str:
        """The first sense of a word; "" when it has none."""
        return next(iter(self.senses[sort].get(word, ())), "")


def _synsets(data: Path, sort: str) -> Iterator[tuple[str, _Synset]]:
    for line in data.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        part = line.partition("|")[0].split()
        count = int(part[3], 16)
        words = tuple(re.sub(r"\(\w+\)$", "", part[4 + 2 * n]).replace("_", " ") for n in range(count))
        at = 4 + 2 * count
        rows = [part[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(part[at]))]
        pointers = tuple((sign, _sort(kind) + target, int(which[2:], 16)) for sign, target, kind, which in rows)
        yield sort + part[0], _Synset(part[1], words, pointers)


def _sort(kind: str) -> str:
    return "a" if kind == "s" else kind


def _senses(index: Path, sort: str) -> Iterator[tuple[str, list[str]]]:
    for line in index.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            part = line.split()
            yield part[0].replace("_", " "), [sort + offset for offset in part[-int(part[2]) :]]


def _broader(net: _WordNet, verb: str) -> list[str]:
    """Synonyms of the first sense and what it is a way of doing; then the same of the second sense, one step up. A broader verb counts
    only where it is meant in its own first sense (a synonym) or first two: who meanders weaves no cloth."""
    kin: list[str] = []
    if _is_unseen(net, verb):
        return []
    for rank, sense in enumerate(net.senses["v"].get(verb, ())[:2]):
        kin += _named(net, sense, 1)
        for _ in range(1 if rank else 3):
            above = net.synsets[sense].to("@")
            if not above or net.synsets[above[0]].words[0] in _TOO_WIDE:
                break
            sense = above[0]
            kin += _named(net, sense, 2)
    return [word for word in dict.fromkeys(kin) if word != verb and word not in _TOO_WIDE and _PLAIN.fullmatch(word)][
        :_MOST_KIN
    ]


def _is_unseen(net: _WordNet, verb: str) -> bool:
    first = net.first(verb, "v")
    return first != "" and net.synsets[first].file in _UNSEEN


def _named(net: _WordNet, sense: str, senses: int) -> list[str]:
    return [word for word in net.synsets[sense].words if sense in net.senses["v"].get(word.lower(), ())[:senses]]


def _english_verbs(net: _WordNet) -> Iterator[str]:
    for verb in sorted(net.senses["v"]):
        several = len(net.senses["v"][verb]) > _MOST_SENSES
        kin = _broader(net, verb) if _PLAIN.fullmatch(verb) and verb not in _TOO_WIDE and not several else []
        if kin:
            yield f"{verb}\t{'|'.join(kin)}"


def _english_feelings(net: _WordNet) -> dict[str, tuple[str, str]]:
    """Word -> mood and sort; a word of two moods has none."""
    found: dict[str, set[tuple[str, str]]] = {}
    for mood, seeds in _FEELINGS.items():
        keys = {key for seed in seeds for key in net.below(seed)}
        keys |= {target for key in keys if key[0] == "n" for target in net.synsets[key].to("+") if target[0] == "a"}
        keys |= {target for key in list(keys) if key[0] == "a" for target in net.synsets[key].to("&") if key in seeds}
        adverbs = {key for key, synset in net.synsets.items() if key[0] == "r" and keys & set(synset.to("\\"))}
        for key in keys | adverbs:
            for word in net.synsets[key].words:
                if net.first(word, key[0]) == key and re.fullmatch(r"[a-z][a-z' -]{2,}", word):
                    found.setdefault(word, set()).add((mood, key[0]))
    return {
        word: (next(iter(told))[0], min(sort for _, sort in told))
        for word, told in found.items()
        if len({mood for mood, _ in told}) == 1
        and {sort for _, sort in told} != {"v"}
        and not _NOT_FELT & {word, word.split()[0]}
        and not _rather_else(net, word, {sort for _, sort in told})
    }


def _rather_else(net: _WordNet, word: str, sorts: set[str]) -> bool:
    """Whether the word has more to say as another sort: a blue sky is not sad, and a low wall not either."""
    here = sum(len(net.senses[sort].get(word, ())) for sort in sorts)
    return here > 5 or sum(len(net.senses[sort].get(word, ())) for sort in "nvar" if sort not in sorts) > here + 1


_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|]+")
_STRONG = re.compile(
    r"\b(?:to be|to feel|to get|to become|to look|very|extremely|deeply|utterly|greatly|completely|all|be|feel|being|so|quite|a bit|rather)\b"
)
_MORE = re.compile(r"\s+(?:at|by|about|beyond|to|out of|of|as|in|from|that|for|because|over|with)\b.*$")
_FULL_OF = re.compile(
    r"\b(?:with|of|from|in|overcome by|trembling with|out of|for)\s+(?:great |deep |extreme )?([a-z]+)$"
)


def _felt(gloss: str, feelings: dict[str, tuple[str, str]]) -> str:
    """The mood of one piece of a gloss; "" for none."""
    plain = " ".join(_STRONG.sub(" ", _ASIDE.sub(" ", gloss.lower())).split())
    full = _FULL_OF.search(plain)
    if full and feelings.get(full.group(1), ("", ""))[1] == "n":
        return feelings[full.group(1)][0]
    for words in (plain, _MORE.sub("", plain), plain.removeprefix("to "), _MORE.sub("", plain.removeprefix("to "))):
        mood, sort = feelings.get(words, ("", ""))
        if mood and (sort != "n" or words == plain):
            return mood
        for part in re.split(r" and | or ", words):
            if feelings.get(part, ("", "n"))[1] != "n":
                return feelings[part][0]
    return ""


def _chinese_feelings(
    entries: Iterable[dict[str, Any]], feelings: dict[str, tuple[str, str]], tags: dict[str, tuple[int, str]]
) -> Iterator[str]:
    done: set[str] = set()
    for entry in entries:
        word, glosses = str(entry["simplified"]), [str(gloss) for gloss in entry["english"]]
        if word in done or word in _NOT_FELT_ZH or not _HAN.fullmatch(word) or str(entry["pinyin"])[:1].isupper():
            continue
        pieces = [piece for gloss in glosses[:4] for piece in re.split(r"[;,]|/", gloss) if piece.strip()]
        moods = Counter(mood for piece in pieces if (mood := _felt(piece, feelings)))
        if len(moods) != 1 or not (_felt(pieces[0], feelings) or 2 * moods.total() >= len(pieces)):
            continue
        noun = tags.get(word, (0, "x"))[1].startswith("n")
        done.add(word)
        yield f"{word}\t{next(iter(moods))}\t{'n' if noun else 'a'}"


_ONES = re.compile(r"\b(?:one's|one’s|sb's|somebody's)\b")
_OTHERS = re.compile(r"\s+(?:sb|sth|somebody|something|oneself)\b")


def _meant(gloss: str) -> Iterator[str]:
    """The verbs that "to ..." may be, the whole phrase first."""
    plain = " ".join(_OTHERS.sub("", _ASIDE.sub(" ", gloss.lower())).split())
    if not plain.startswith("to ") or plain.startswith("to be "):
        return
    words = _ONES.sub("his", plain[3:]).split()
    for size in range(min(3, len(words)), 0, -1):
        if size in {2, len(words)} or len(words) <= 4:
            yield " ".join(words[:size])


def _chinese_verbs(net: _WordNet, entries: Iterable[dict[str, Any]], tags: dict[str, tuple[int, str]]) -> Iterator[str]:
    done: set[str] = set()
    for entry in entries:
        word, glosses = str(entry["simplified"]), [str(gloss) for gloss in entry["english"]]
        known = tags.get(word)
        if word in done or not _HAN.fullmatch(word) or known is None or known[1][0] not in "vil":
            continue
        pieces = [piece.strip() for gloss in glosses[:2] for piece in re.split(r"[;/]|, (?=to )", gloss)]
        named = [verb for piece in pieces[:3] for verb in _meant(piece) if not _is_unseen(net, verb)]
        kin = [*named, *(up for verb in named for up in _broader(net, verb)[:4])]
        kin = [verb for verb in dict.fromkeys(kin) if verb not in _TOO_WIDE and _PLAIN.fullmatch(verb)]
        if kin and pieces[0].startswith("to "):
            done.add(word)
            yield f"{word}\t{'|'.join(kin[:_MOST_KIN])}"


def _write(name: str, rows: Iterable[str]) -> None:
    lines = sorted(rows)
    (VOCABULARY / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} words")


def main(arguments: list[str]) -> int:
    """Write the four tables; the exit code."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    wordnet, cedict, jieba = map(Path, arguments)
    net, entries = _WordNet(wordnet), json.loads(cedict.read_text(encoding="utf-8"))
    rows = (line.split() for line in jieba.read_text(encoding="utf-8").splitlines())
    tags = {row[0]: (int(row[1]), row[2]) for row in rows if len(row) == 3}
    feelings = _english_feelings(net)
    _write("verbs.en.tsv", _english_verbs(net))
    _write("verbs.zh.tsv", _chinese_verbs(net, entries, tags))
    _write("feelings.en.tsv", (f"{word}\t{mood}\t{sort}" for word, (mood, sort) in feelings.items()))
    _write("feelings.zh.tsv", _chinese_feelings(entries, feelings, tags))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
