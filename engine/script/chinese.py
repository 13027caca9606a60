"""Chinese screenplays as they are really written, line by line: no blank lines to go by, and a dozen house styles.

Scene headings come out in one order whatever the order on the page ('1-1 日 内 教室' -> number '1-1', text '内景 教室 日');
时间：/地点：/天气： lines below a heading join it. Entries of a cast list (人物：) are notes that begin with '人物：', one a person;
字幕： is centred text; 音效：, 道具： and the like are notes; 画面： is plain action. Everything else with a colon after a short name
is a speech. △ marks action; where a script uses it, unmarked lines below a speech belong to the speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from engine.script import chinese_words as words
from engine.script.chinese_headings import BARE_SCENE, BRACKETED, ChineseHeading, chinese_heading, in_order
from engine.script.grammar import is_only_setup, opens_with_setup
from engine.script.lexicon import lexicon, wordset
from engine.script.lines import HAN, Line, chinese_number, ends_sentence, half_width, has_han, is_chinese, numbered
from engine.script.names_zh import goes_on, is_word, name_alone, name_at
from engine.script.screenplay import Element, Kind, Screenplay
from engine.script.title_page import KEY_NAMES

_ROUND = re.compile(r"^[(（]([^()（）]*)[)）][。.]?$")
_TITLE = re.compile(r"^[#\s]*[^《》。，,：:]{0,8}《([^《》]{1,40})》\s*(?:[(（]?[^。，,]{0,12}[)）]?)$")
_BYLINE = re.compile(r"^(编剧|作者|导演|原著|改编|编导)\s*[:：\s]\s*(\S.*)$")
_DELTA = re.compile(r"^[△▲Δ∆▵]+\s*")
_CUE = re.compile(
    rf"^([{HAN}A-Za-z0-9·•.\s]{{1,24}}?)\s*((?:[(（][^()（）]{{0,40}}[)）]\s*)*)[:：]\s*(.*)$",
)
_ASIDE = re.compile(r"[(（]([^()（）]*)[)）]")
_KEYED = re.compile(rf"^[【\[]?\s*([{HAN}A-Za-z]{{1,8}}?)\s*[】\]]?\s*[:：]\s*(.*)$")
_SEVERAL_KEYS = re.compile(r"[\s,，;；]+(?=(?:时间|地点|人物|场景|出场人物|天气|道具|景别)\s*[:：])")
_QUOTED = re.compile(r"^[“\"「『]([^“”\"「」『』]*)[”\"」』]$")
_SETUP_LAST = re.compile(r"[【\[(（]([^【】\[\]()（）]{1,24})[】\])）][。.]?$")
_LIST_ENTRY = re.compile(r"^\s*(?:[-*•·]+\s*|\d{1,2}[.、)]\s*)")


def chinese_speech(line: str, number: int) -> list[Element]:
    """`角色（笑着）：台词` as cue, parentheticals and dialogue; [] when the line is no speech. The dialogue may be missing."""
    text = line.strip()
    found = _CUE.match(text)
    if found is None or not _is_speaker(found[1].strip()) or _does_something(found[1].strip(), found[3]):
        return []
    asides = [aside.strip() for aside in _ASIDE.findall(found[2]) if aside.strip()]
    extensions = [aside for aside in asides if words.OFF_SCREEN.match(half_width(aside))]
    manners = [aside for aside in asides if aside not in extensions]
    cue = found[1].strip() + "".join(f"（{extension}）" for extension in extensions)
    spoken = [Element("character", cue, number)]
    spoken += [Element("parenthetical", manner, number) for manner in manners]
    return spoken + spoken_words(found[3], number)


def _does_something(name: str, told: str) -> bool:
    """大师兄双拳一抱：“承让了。” is action: somebody does something, and then the words stand in quotation marks."""
    if len(name) < 5 or not told.lstrip().startswith(("“", "「", '"')):
        return False
    people = lexicon("zh")
    return any(people.category(name[:size]) == "person" and goes_on(name[size:]) for size in (2, 3, 4)) or (
        name_at(name) not in {"", name}
    )


def spoken_words(text: str, number: int) -> list[Element]:
    """A speech with its bracketed asides taken apart, outer quotation marks removed."""
    spoken: list[Element] = []
    position = 0
    for aside in [*_ASIDE.finditer(text), None]:
        words_said = _unquoted(text[position : aside.start() if aside else len(text)].strip())
        if words_said:
            spoken.append(Element("dialogue", words_said, number))
        if aside and aside[1].strip():
            spoken.append(Element("parenthetical", aside[1].strip(), number))
        position = aside.end() if aside else position
    return spoken


def _unquoted(text: str) -> str:
    found = _QUOTED.match(text)
    return found[1].strip() if found else text


def setup_first(text: str) -> str:
    """A paragraph whose camera words stand in brackets behind it ('老王蹲着。【中景，缓推】') with those words before it."""
    text = text.strip()
    found = _SETUP_LAST.search(text, max(0, len(text) - 28)) if text[-1:] in "】])）。." else None
    above = text[: found.start()].strip() if found else ""
    if found is None or not above or not is_only_setup(found[1], "zh"):
        return text
    if BRACKETED.match(text) or chinese_speech(text, 0):
        return text
    return f"【{found[1]}】{above}"


def _is_speaker(name: str) -> bool:
    bare = half_width(name)
    if not has_han(name):
        return (
            re.fullmatch(r"[A-Za-z][A-Za-z.\s]{0,19}\d?|[A-Z]", bare) is not None
            and bare.upper() not in words.NOTE_KEYS
        )
    if len(bare) > 8 or bare in _KEYS or bare in KEY_NAMES:
        return False
    return not words.NOT_A_NAME.search(bare) and not is_only_setup(bare, "zh") and not _SHOT_KEY.match(bare)


_KEYS = (
    words.PLACE_KEYS
    | words.TIME_KEYS
    | words.CAST_KEYS
    | words.STORY_KEYS
    | words.NOTE_KEYS
    | words.CAPTION_KEYS
    | words.PICTURE_KEYS
    | wordset(
        "镜头 景别 运镜 角度 机位 场次 镜号 闪回 回忆 插入 片名 比如 例如 注释 序 清单 名单 目录 步骤 提示 提要 尾声"
    )
)
_SHOT_KEY = re.compile(r"^(?:镜头?|分镜头?|场景?|场次|第.{1,4}[场幕集镜])\s*[0-9一二三四五六七八九十]*$")


def is_chinese_transition(line: str) -> bool:
    """Whether the whole line is a transition: 切至, 【叠化】, （淡出）, 切至：街道."""
    text = line.strip()
    found = BRACKETED.match(text) or _ROUND.match(text)
    inside = next((part for part in found.groups() if part), "") if found else text
    if found and found.re is BRACKETED and found[3]:
        return False
    return words.TRANSITION.match(inside.strip().strip("—-")) is not None


def chinese_signs(text: str) -> int:
    """How many lines of the text can only be lines of a Chinese screenplay."""
    lines = numbered(text)
    return sum(_is_sign(line.text.strip()) for line in lines) + len(_cues_alone(lines))


def _is_sign(text: str) -> bool:
    if not text or not has_han(text):
        return False
    if _DELTA.match(text) or chinese_heading(text) or is_chinese_transition(text) or BRACKETED.match(text):
        return True
    if words.SHOT_NUMBER.match(half_width(text)) or chinese_speech(text, 0):
        return True
    keyed = _KEYED.match(text)
    return keyed is not None and (keyed[1] in _KEYS or keyed[1] in KEY_NAMES or is_only_setup(keyed[1], "zh"))


def read_chinese(text: str) -> Screenplay:
    """Read a Chinese screenplay whose line breaks are plain newlines."""
    page = _Page(numbered(text))
    page.read()
    return Screenplay(
        elements=tuple(page.elements),
        language="zh" if is_chinese(text) else "en",
        title_page=page.title_page,
        format="chinese",
    )


@dataclass(slots=True)
class _Page:
    """The script, read from top to bottom. `list_of` is the list ('人物', '梗概') that the coming lines belong to."""

    lines: Sequence[Line]
    elements: list[Element] = field(default_factory=list[Element])
    title_page: dict[str, str] = field(default_factory=dict[str, str])
    marked: bool = False
    headings: bool = False
    speakers: frozenset[str] = frozenset()
    title_ends: int = 0
    cues: frozenset[str] = frozenset()
    tight: bool = False  # no blank lines between speeches: a cue has one line of words
    waiting: Literal["", "line", "block"] = ""  # what a cue without words waits for
    list_of: str = ""

    def read(self) -> None:
        self.marked = any(_DELTA.match(line.text.strip()) for line in self.lines)
        self.headings = any(chinese_heading(line.text) for line in self.lines)
        self.speakers = frozenset(name for line in self.lines for name in _names_in(line.text))
        self.cues = self._names_alone()
        self.tight = self._runs_on()
        for index, line in enumerate(self.lines):
            text = line.text.strip()
            if not text:
                self.list_of = "" if self._list_is_over(index) else self.list_of
            elif not self._head_matter(text, line.number):
                self._line(text, line.number, after_blank=index > 0 and self.lines[index - 1].blank)

    def _list_is_over(self, index: int) -> bool:
        """One blank line may follow the word 人物 itself; any other ends the list."""
        above = self.lines[index - 1].text.strip().rstrip("：:") if index else ""
        return above.strip("【】[]# ") not in words.CAST_KEYS | words.STORY_KEYS

    def _add(self, kind: Kind, text: str, number: int, scene: str = "") -> bool:
        if text.strip():
            self.elements.append(Element(kind, text.strip(), number, number=scene))
        return True

    def _head_matter(self, text: str, number: int) -> bool:
        """Title, byline and keys above the first element."""
        if any(element.kind != "note" and element.kind != "synopsis" for element in self.elements):
            return False
        if "title" not in self.title_page and (found := _TITLE.match(text)):
            return self._titled("title", found[1], number)
        if not self.title_page and not self.elements and self._is_bare_title(text, number):
            return self._titled("title", text, number)
        keyed = _KEYED.match(text)
        if keyed and (keyed[1] in KEY_NAMES or keyed[1].lower() in KEY_NAMES) and keyed[2].strip():
            return self._titled(KEY_NAMES[keyed[1].lower()], keyed[2], number)
        if byline := _BYLINE.match(text):
            return self._titled(KEY_NAMES.get(byline[1], byline[1]), byline[2], number)
        if not keyed or not self.headings or not keyed[2].strip() or keyed[1] in words.CAST_KEYS | words.STORY_KEYS:
            return False
        # A key nobody knows ('原诗：柳宗元') is title matter when it stands right below some.
        if keyed[1] in words.PLACE_KEYS | words.TIME_KEYS or number == self.title_ends + 1 > 1:
            return self._titled(keyed[1], keyed[2], number)
        return False

    def _is_bare_title(self, text: str, number: int) -> bool:
        """A short line by itself above the first heading."""
        below = next((line.text for line in self.lines[number:] if not line.blank), "")
        bare = re.sub(r"\s*[(（][^()（）]{0,40}[)）]$", "", text)
        plain = re.fullmatch(rf"[{HAN}A-Za-z0-9·\s]{{1,16}}", bare) is not None
        return (
            plain
            and chinese_heading(text) is None
            and (self._blank_below(number) or chinese_heading(below) is not None)
        )

    def _titled(self, key: str, value: str, number: int) -> bool:
        title = value.strip().strip("《》") if key == "title" else value.strip()
        self.title_page[key] = f"{self.title_page[key]}\n{title}" if key in self.title_page else title
        self.title_ends = number
        return True

    def _line(self, text: str, number: int, *, after_blank: bool) -> None:
        if heading := chinese_heading(text):
            self.list_of = ""
            self._headed(heading, number)
            return
        text = setup_first(text)
        if self._goes_on(text, number, after_blank=after_blank):
            return
        if self._under_heading(text, number) or self._keyed(text, number) or self._listed(text, number):
            return
        if self._directed(text, number) or self._shot(text, number):
            return
        self._spoken_or_seen(text, number, after_blank=after_blank)

    def _headed(self, heading: ChineseHeading, number: int) -> None:
        """A heading of its own, or the rest of the one above: 第一场 on a line, 外景 古道 清晨 on the next."""
        above = self.elements[-1] if self.elements else None
        goes_on = above is not None and above.kind == "heading" and BARE_SCENE.fullmatch(above.text) is not None
        if above is None or not goes_on or heading.number or BARE_SCENE.fullmatch(heading.text):
            self._add("heading", heading.text, number, heading.number)
            return
        self.elements[-1] = Element("heading", heading.text, above.line, number=above.number)

    def _under_heading(self, text: str, number: int) -> bool:
        """时间：/地点：/天气： lines, one or several on a line, join the heading above them."""
        parts = _SEVERAL_KEYS.split(text)
        keys = [found for part in parts if (found := _KEYED.match(part))]
        if len(keys) != len(parts) or keys[0][1] not in words.PLACE_KEYS | words.TIME_KEYS:
            return False
        for found in keys:
            if found[1] in words.PLACE_KEYS | words.TIME_KEYS:
                self._join_heading(found[1], found[2].strip(), number)
            else:
                self._keyed(found[0], number)
        return True

    def _join_heading(self, key: str, value: str, number: int) -> None:
        at = len(self.elements) - 1
        while at >= 0 and self.elements[at].kind in ("note", "synopsis"):
            at -= 1
        if at < 0 or self.elements[at].kind != "heading":
            self._add("heading", in_order(value) or value, number)
            return
        heading = self.elements[at]
        bare = BARE_SCENE.fullmatch(heading.text)
        text = in_order(value) if bare else in_order(f"{heading.text} {value}")
        if key in words.PLACE_KEYS and not bare:
            text = in_order(f"{value} {heading.text}")
        self.elements[at] = Element("heading", text, heading.line, number=heading.number)

    def _keyed(self, text: str, number: int) -> bool:
        """Lines that start with a word of the trade and a colon."""
        found = _KEYED.match(text)
        key, value = (found[1], found[2].strip()) if found else (text.strip("【】[]# "), "")
        if key in words.CAST_KEYS | words.STORY_KEYS:
            self.list_of = key
            listed = self._listed(value, number) if value else True
            self.list_of = key if not value or not self._under_way() else ""
            return listed
        if found is None or chinese_speech(text, number):
            return False
        if key in words.NUMBER_KEYS and re.fullmatch(r"[\w\-]{1,6}", value):
            return True  # the heading or the picture below says the rest
        if key in words.SETUP_KEYS and is_only_setup(value, "zh"):
            return self._add("shot", value, number)
        self.list_of = ""
        if key in words.CAPTION_KEYS:
            return self._add("centered", _unquoted(value), number)
        if key in words.NOTE_KEYS:
            return self._add("note", f"{key}：{value}", number)
        return self._add("action", value, number) if key in words.PICTURE_KEYS else False

    def _under_way(self) -> bool:
        return any(element.kind == "heading" for element in self.elements)

    def _listed(self, text: str, number: int) -> bool:
        """An entry of the cast list or the synopsis that was opened above."""
        if self.list_of in words.STORY_KEYS:
            return self._add("synopsis", text, number)
        if self.list_of not in words.CAST_KEYS or _DELTA.match(text) or is_chinese_transition(text):
            return False
        for name in _cast_entries(text):
            self._add("note", f"人物：{name}", number)
        return True

    def _directed(self, text: str, number: int) -> bool:
        """Transitions, △ action and lines in brackets."""
        if is_chinese_transition(text):
            return self._add("transition", text.strip("【】[]（）()—- :：."), number)
        if found := _DELTA.match(text):
            if (listed := _KEYED.match(text[found.end() :])) and listed[1] in words.CAST_KEYS:
                return self._keyed(text[found.end() :], number)
            return self._shot(text[found.end() :], number) or self._add("action", text[found.end() :], number)
        if found := _ROUND.match(text):
            return self._add("shot" if is_only_setup(found[1], "zh") else "action", found[1], number)
        bracket = BRACKETED.match(text)
        return bracket is not None and self._bracketed(text, bracket, number)

    def _bracketed(self, text: str, bracket: re.Match[str], number: int) -> bool:
        """【全景】…, 【镜头3】…, 【字幕】三年后, 【老王】你好, 【雨越下越大】"""
        inside, behind = (bracket[1] or bracket[2]).strip(), bracket[3].strip()
        if opens_with_setup(inside, "zh") or words.SHOT_NUMBER.match(half_width(inside)):
            return self._shot(text, number)
        if self._keyed(f"{inside}：{behind}" if behind else inside, number):
            return True
        if behind and (speech := chinese_speech(f"{inside}：{behind}", number)) and inside in self.speakers:
            self.elements += speech
            return True
        return self._add("action", inside, number) and (not behind or self._add("action", behind, number))

    def _shot(self, text: str, number: int) -> bool:
        """特写：…, 镜头3 全景 推 …, 【全景】…"""
        inner = text
        for sign in "【】[]":
            inner = inner.replace(sign, " ")
        inner = inner.strip()
        if found := words.SHOT_NUMBER.match(half_width(inner)):
            value = chinese_number(found[1] or found[2])
            return self._add(
                "shot", inner[found.end() :], number, str(value) if value is not None else found[1] or found[2]
            )
        if opens_with_setup(text, "zh"):
            return self._add("shot", text, number)
        return False

    def _goes_on(self, text: str, number: int, *, after_blank: bool) -> bool:
        """Words below a cue that stands alone, or below a speech where △ marks the action."""
        waiting, self.waiting = self.waiting, "" if after_blank or self.waiting == "line" else self.waiting
        if self.tight and self._is_over(text, number):
            self.waiting = ""
            return False
        if after_blank or _DELTA.match(text) or chinese_speech(text, number) or is_chinese_transition(text):
            self.waiting = ""
            return False
        last = self.elements[-1].kind if self.elements else "action"
        if not waiting and not (last == "dialogue" and self.marked and not BRACKETED.match(text)):
            return False
        if not waiting and (_ROUND.match(text) or opens_with_setup(text, "zh")):
            return False
        self.waiting = waiting if waiting == "line" and _ROUND.match(text) else self.waiting
        self.elements += spoken_words(text, number)
        return True

    def _is_over(self, text: str, number: int) -> bool:
        """Where nothing is blank, the next cue, a called shot or a second line ends a speech."""
        spoken = bool(self.elements) and self.elements[-1].kind == "dialogue"
        is_cue = _bare_name(text) in self.cues and not self._blank_below(number)
        return is_cue or opens_with_setup(text, "zh") or (spoken and not _ROUND.match(text) and not self.marked)

    def _runs_on(self) -> bool:
        alone = [line.number for line in self.lines if _bare_name(line.text) in self.cues and line.number > 1]
        return 2 * sum(not self.lines[number - 2].blank for number in alone) > len(alone)

    def _spoken_or_seen(self, text: str, number: int, *, after_blank: bool) -> None:
        if speech := chinese_speech(text, number):
            self.elements += speech
            self.waiting = "" if speech[-1].kind == "dialogue" else "line"
        elif _bare_name(text) in self.cues and not self._blank_below(number):
            self._add("character", text, number)
            self.waiting = "block"
        else:
            self._add("action", text, number)

    def _blank_below(self, number: int) -> bool:
        return number >= len(self.lines) or self.lines[number].blank

    def _names_alone(self) -> frozenset[str]:
        """Names that stand alone above their words: twice at least, above a manner, or known from elsewhere."""
        alone = Counter(
            name
            for line in self.lines
            if (name := _bare_name(line.text)) and not self._blank_below(line.number) and not self._is_head(line.number)
        )
        above_manner = {
            _bare_name(line.text)
            for line in self.lines
            if not self._blank_below(line.number) and _ROUND.match(self.lines[line.number].text.strip())
        }
        sure = {name for name in alone if alone[name] > 1 or name in above_manner or name in self.speakers}
        return frozenset(sure | _cues_alone(self.lines))

    def _is_head(self, number: int) -> bool:
        return not any(not line.blank for line in self.lines[: number - 1])


def _cues_alone(lines: Sequence[Line]) -> set[str]:
    """Whom a line names and nothing else, 小雨 or 老王, above a line of words, where the text has spoken of them or such a line comes again: in a list
    of names one name stands above another."""
    names = [_bare_name(line.text) for line in lines]
    speaks = [
        name
        for name, below, line in zip(names, names[1:], lines[1:], strict=False)
        if name
        and (_is_somebody(name) or _acts(name, lines))
        and not below
        and not line.blank
        and ends_sentence(line.text)
    ]
    whole = "\n".join(line.text for line in lines)
    return {name for name in speaks if whole.count(name) > 1 or len(set(speaks)) > 1}


def _acts(name: str, lines: Sequence[Line]) -> bool:
    """Whether another line begins with the name and what somebody does: 小雨推开门."""
    place = lexicon("zh").category(name) == "scenery"
    told = (line.text.strip().removeprefix(name) for line in lines if line.text.strip().startswith(name))
    return not place and any(rest and goes_on(rest) for rest in told)


def _names_in(line: str) -> list[str]:
    """Who speaks in this line, or whom a cast list on it names."""
    if speech := chinese_speech(line, 0):
        return [speech[0].text.split("（", 1)[0]]
    keyed = _KEYED.match(line.strip())
    listed = _cast_entries(keyed[2]) if keyed and keyed[1] in words.CAST_KEYS else []
    return [re.split(r"[,，(（:：\s]", entry, maxsplit=1)[0] for entry in listed]


_ALONE = re.compile(rf"^([{HAN}·]{{1,6}})(?:\s*[(（][^()（）]{{0,12}}[)）])?$")


def _bare_name(text: str) -> str:
    """The name that a line consists of, its extension aside; '' when the line can be no cue."""
    found = _ALONE.match(text.strip())
    name = found[1] if found else ""
    return name if name and _is_speaker(name) and not is_chinese_transition(name) and not chinese_heading(name) else ""


def _commas_part_people(bare: str) -> bool:
    """Whether each piece of a cast list is somebody: '小明（8岁），老王（60岁）' and '小明，老王', but not '小明，8岁'. Brackets are
    masked with '_'."""
    pieces = re.split(r"[、,，;；\s]+", bare.strip(" 。."))
    heads = [piece.rstrip("_") for piece in pieces]
    if len(pieces) < 2 or any("_" in head or not 0 < len(head) <= 8 for head in heads):
        return False
    return all(piece.endswith("_") for piece in pieces) or all(map(_is_somebody, heads))


def _is_somebody(name: str) -> bool:
    """小红, 老王 and 李强, but not 小孩 or 老师."""
    return bool(name_alone(name)) or (
        re.fullmatch("[小老阿].", name) is not None and not any(is_word(name, k) for k in "np")
    )


def _cast_entries(text: str) -> list[str]:
    """'小明、老王' are two people, and so are '小明（8岁），老王（60岁）'; '小明，8岁，穿红毛衣' and '老王（60岁，白发、草帽）' are one each."""
    text = _LIST_ENTRY.sub("", text)
    bare = re.sub(r"[(（][^()（）]*[)）]", lambda found: "_" * len(found[0]), text)
    parted = _commas_part_people(bare)
    if not parted and re.search(r"[,，:：。—]|[\d一二三四五六七八九十]+岁", bare):
        return [text.strip()] if text.strip() else []
    edges = [
        -1,
        *(found.start() for found in re.finditer(r"[、,，;；\s]" if parted else r"[、;；\s]", bare)),
        len(text),
    ]
    entries = [text[start + 1 : end].strip() for start, end in pairwise(edges)]
    return [entry for entry in entries if entry]
