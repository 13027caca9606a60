"""The title page: 'Key: value' lines at the head of a script, in English or Chinese.

Fountain allows any key, yet a script may also open with 'FADE IN:' or with a speech ('老王：走吧'). So a block of keys is a
title page only when one of them is a key that people use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.script.lines import Line

_KEYS = {
    "author": "author, authors, by, written by, writer, writers, screenplay by, 编剧, 作者, 文, 原创, 编导",
    "title": "title, 片名, 剧名, 标题, 题目, 剧本, 剧本名, 片名称",
    "credit": "credit, credits",
    "source": "source, based on, 改编自, 原著, 出处",
    "notes": "notes, note, 备注",
    "draft date": "draft date, date, draft, revision, revised, 日期, 版本",
    "contact": "contact, contact info, email, 联系方式, 联系人",
    "copyright": "copyright, 版权",
    "language": "language, lang, 语言",
    "director": "director, directed by, 导演",
    "genre": "genre, 类型, 题材, 体裁",
    "logline": "logline, 一句话故事",
    "episode": "episode, series, 集数",
    "font": "font, format",
    "style": "style, visual style, 风格, 画风, 美术风格",
}
KEY_NAMES = {name.strip(): key for key, names in _KEYS.items() for name in names.split(",")}

_KEY_LINE = re.compile(r"^([^\s:：>.@!~#=\[【（(][^:：]{0,40}?)\s*[:：][ \t\u3000]*(.*)$")
_INDENTED = re.compile(r"^(?:\t| {3,}|\u3000{2,})\s*\S")
_SLUG = re.compile(r"^\s*(?:INT|EXT|EST|I/E)[./ ]", re.IGNORECASE)


def split_title_page(lines: Sequence[Line]) -> tuple[dict[str, str], Sequence[Line]]:
    """The title page and the lines below it; an empty dict and all lines when there is none.

    Keys are lower case and known ones are given their usual name ('编剧' -> 'author'); several values of a key, or a value of
    several lines, are joined by newlines. Source: Fountain 1.1, 'Title Page'.
    """
    start = next((index for index, line in enumerate(lines) if not line.blank), len(lines))
    entries: list[tuple[str, str]] = []
    end = start
    for line in lines[start:]:
        entry = _entry(line.text, inside=bool(entries))
        if entry is None:
            break
        entries.append(entry)
        end += 1
    if not any(key in KEY_NAMES for key, _ in entries):
        return {}, lines
    return _gathered(entries), lines[end:]


def _entry(text: str, *, inside: bool) -> tuple[str, str] | None:
    """One line as (key, value); the key is empty where a value goes on; None when it is no part of a title page."""
    if inside and _INDENTED.match(text):
        return "", text.strip()
    found = _KEY_LINE.match(text)
    if found is None or _SLUG.match(text):
        return None
    key, value = found[1].strip(), found[2].strip()
    is_transition = key.isupper() and not value and key.lower() not in KEY_NAMES
    return None if is_transition else (key.lower(), value)


def _gathered(entries: Sequence[tuple[str, str]]) -> dict[str, str]:
    page: dict[str, str] = {}
    current = ""
    for key, value in entries:
        current = KEY_NAMES.get(key, key) if key else current
        page[current] = "\n".join(part for part in (page.get(current, ""), value) if part)
    return page
