"""The many ways in which Chinese says that somebody does something, as a table: 吞云吐雾 is 抽烟, 泣不成声 is 哭, 拾级而上 is 走.

The English half of the work is done by endings and a dictionary; Chinese prose prefers set phrases and verbs with their objects,
which no dictionary lists, so assets/lexicon/ways.zh.json enumerates them by performance. The longest way at a place counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from engine.assets import word_table
from engine.plan.business import table
from engine.plan.verbs import DEED_WORDS
from engine.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.plan.names import Mention, Names

_ENDS_ON = re.compile(r"的(?=[，。；！？…]|$)")
"""肩膀一抽一抽的。: the last sign only rounds it off."""

_TRIPLED = re.compile(r"[\u3400-\u9fff]([刷拉扑冲滚颤晃摇])\1[地的]")
_MADE_THERE = re.compile(r"[铺店厂馆坊社机架袋](?!上|下)")
_GOES = "上下进出到在着了过向去来"
"""修车铺, 洗衣机: a verb that says what is done there."""
_ONCE = re.compile(r"过(?![去来])")
"""唱过歌: that was long ago, and whoever reads on must see it."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a text says it in its own way, and what our tables call that."""

    start: int
    end: int
    said: str


@cache
def _ways() -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw = cast("dict[str, list[str]]", word_table("ways.zh.json"))
    return tuple((said, re.compile("|".join(ways))) for said, *ways in raw.values())


def said_plainly(text: str, names: Names, things: Names | None = None) -> str:
    """The text with every way of doing something put into the words of the tables; names inside a way stay, behind it, and what
    is done to `things` stays before it: 把报纸递给."""
    mentions = names.mentions(text)
    objects = things.mentions(text) if things else []
    kept: list[_Way] = []
    for way in sorted(_found(text, mentions), key=lambda way: (way.start - way.end, way.start)):
        if not any(way.start < other.end and other.start < way.end for other in kept):
            kept.append(way)
    for way in sorted(kept, key=lambda way: -way.start):
        inside = [text[m.start : m.end] for m in mentions if way.start < m.start and m.end <= way.end]
        lasts = "着" if len(way.said) == 1 and text[way.end - 1] == "着" else ""
        done_to = _done_to(text, way, objects)
        text = text[: way.start] + done_to + way.said + lasts + "、".join(dict.fromkeys(inside)) + text[way.end :]
    return text


def _done_to(text: str, way: _Way, things: list[Mention]) -> str:
    """The 把一份报纸 of 把一份报纸递给, where that is a thing of the film: who reads on must see what is handed over."""
    inside = [m.end for m in things if way.start < m.start and m.end <= way.end]
    return text[way.start : max(inside)] if inside and text[way.start] in "把将" else ""


def _found(text: str, mentions: list[Mention]) -> Iterator[_Way]:
    for said, pattern in _ways():
        for match in pattern.finditer(text):
            start, end = match.span()
            rounds = _ENDS_ON.match(text, end)
            end = rounds.end() if rounds else end
            if not _is_other(text, start, end, mentions):
                yield _Way(start, end, said)


def _inside_noun(text: str, start: int, end: int) -> bool:
    """The 编织 of 编织袋 and the 刷 of 齐刷刷 are nobody's doing."""
    known = vocabulary("zh")
    longer = any(
        text[at : at + size] in known
        for size in (3, 4, 5)
        for at in range(max(0, start - size + 1), start + 1)
        if at + size > end
    )
    return longer or (_TRIPLED.match(text, max(0, start - 1)) is not None and start > 0)


def _is_other(text: str, start: int, end: int, mentions: list[Mention]) -> bool:
    """Whether a way begins or ends inside a name or a longer word, or is a verb that needs no other word."""
    cut = any(m.start < end < m.end or m.start <= start < m.end for m in mentions)
    inside = any(
        w.start() < start < w.end() or (w.start() == start and w.end() > end) for w in table().not_zh.finditer(text)
    )
    named_for = _MADE_THERE.match(text, end) is not None and text[end - 1] not in _GOES
    cut = cut or named_for or _inside_noun(text, start, end)
    once = text[start] in "唱吃喝打写看读弹拉跳画抽钓拍" and _ONCE.match(text, start + 1) is not None
    cut = cut or once
    known = DEED_WORDS.match(text, start)
    return cut or inside or (known is not None and known.end() >= end)
