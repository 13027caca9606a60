"""Fountain 1.1 in (fountain.io/syntax): a title page and a row of elements, with Chinese headings and cues beside English.

Each paragraph's meaning depends on the blank lines around it, so comments come out first: a line that held nothing but a
note or boneyard is dropped altogether and does not count as blank. Where the syntax would turn a camera line ('CLOSE ON
MARY' with text right below) into a speaker of that name, we read a shot. 'FADE IN:' and 'FADE OUT.' count as transitions,
as in every program that reads Fountain, with or without the stop.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.errors import BadScript
from engine.script.chinese import chinese_speech, is_chinese_transition
from engine.script.chinese_headings import chinese_heading
from engine.script.grammar import opens_with_setup
from engine.script.lines import HAN, Line, half_width, has_han, is_chinese, numbered, rejoined
from engine.script.screenplay import Element, Kind, Screenplay
from engine.script.title_page import split_title_page

_REMOVED = "\0"  # stands where a comment was; the reader's door refuses scripts with a NUL of their own

_SLUG = re.compile(r"^(?:INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|I\s*/\s*E|INT|EXT|EST)(?:\.|(?=\s))\s*\S", re.IGNORECASE)
_LOUD_SLUG = re.compile(r"^(?:INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)\.\s*[^a-z]*$")
_FORCED_SLUG = re.compile(r"^\.(?=[^\s.])")
_MARGIN_NUMBER = re.compile(r"^([A-Z]{0,2}\d{1,4}[A-Z]{0,2})[.)]?\s+(?=(?:INT|EXT|EST)\b|I\s*/\s*E\b)", re.IGNORECASE)
_OMITTED = re.compile(r"^(?:([A-Z]{0,2}\d{1,4}[A-Z]{0,2})[.)]?\s+)?(?:SCENE )?OMIT(?:TED)?\.?(?:\s+\1)?$")
_SCENE_NUMBER = re.compile(r"\s*#([\w.\-]+)#\s*$")
_TRANSITION = re.compile(r"^[^a-z]*TO:$")
_FADES = {"FADE IN", "FADE OUT", "FADE TO BLACK", "FADE TO WHITE", "CUT TO BLACK"}
_EXTENSION = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_ABBREVIATED = re.compile(r"(?:\w\s+[A-Z]|\b(?:JR|SR|DR|MR|MRS|MS|ST|PROF|SGT|LT|CAPT|COL|GEN))\.$")
_HAN_CUE = re.compile(f"^[{HAN}·]{{1,8}}$")
_PARENTHETICAL = re.compile(r"^[(（](.*)[)）]$", re.DOTALL)
_ALONE = re.compile(r"^(?:[#=~>!@]|\.[^\s.])")  # marks that start a new element with no blank line before them

_ESCAPE = re.compile(r"\\([*_\\~#@!.>=\[\]/()&^])")
_ESCAPED_BASE = 0x10FE00
_UNESCAPE = {_ESCAPED_BASE + code: chr(code) for code in range(128)}
_EMPHASIS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\*)\*\*\*(?=[^\s*])([^\n]{1,2000}?)(?<=\S)\*\*\*",
        r"(?<!\*)\*\*(?=[^\s*])([^\n]{1,2000}?)(?<=\S)\*\*(?!\*)",
        r"\*(?=[^\s*])([^\n*]{1,2000}?)(?<=\S)\*",
        r"(?<![^\W_])_(?=[^\s_])([^\n]{1,2000}?)(?<=\S)_(?![^\W_])",
    )
)


def read_fountain(text: str) -> Screenplay:
    """Read a Fountain script whose line breaks are plain newlines; BadScript when a comment is never closed."""
    text, notes = _without_notes(_without_boneyard(text))
    lines = [line for line in map(_without_marks, numbered(text)) if line is not None]
    page, lines = split_title_page(lines)
    elements = _Body(lines).read()
    return Screenplay(
        elements=tuple(sorted([*elements, *notes], key=lambda element: (element.line, element.kind == "note"))),
        language="zh" if is_chinese(text) else "en",
        title_page={key: plain(value) for key, value in page.items()},
    )


def plain(text: str) -> str:
    """The text without emphasis marks and escapes. Source: Fountain 1.1, 'Emphasis'."""
    text = _ESCAPE.sub(lambda found: chr(_ESCAPED_BASE + ord(found[1])), text)
    for emphasis in _EMPHASIS:
        text = emphasis.sub(r"\1", text)
    return text.translate(_UNESCAPE)


def _without_marks(line: Line) -> Line | None:
    """The line with the gaps of comments closed; None when comments were all it held."""
    if _REMOVED not in line.text:
        return line
    text = re.sub(f" {_REMOVED}+(?= )", "", line.text).replace(_REMOVED, "").rstrip()
    return Line(line.number, text) if text else None


def _without_boneyard(text: str) -> str:
    return _cut_out(text, "/*", "*/", "The comment that starts with /* here")[0]


def _without_notes(text: str) -> tuple[str, list[Element]]:
    text, cuttings = _cut_out(text, "[[", "]]", "The note that starts with [[ here")
    notes = [Element("note", rejoined(note.split("\n")), line) for line, note in cuttings]
    return text, [note for note in notes if note.text]


def _cut_out(text: str, opening: str, closing: str, what: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without what stands between the marks, its newlines kept, and the cuttings with their lines."""
    kept: list[str] = []
    cuttings: list[tuple[int, str]] = []
    position, line = 0, 1
    while (start := _unescaped(text, opening, position)) >= 0:
        end = text.find(closing, start + 2)
        line += text.count("\n", position, start)
        if end < 0:
            raise BadScript(
                f"Line {line}: {what.removesuffix(' here')} is never closed.",
                f"Put {closing} where it ends, or write \\{opening} if you mean the signs themselves.",
                line=line,
            )
        inside = text[start + 2 : end]
        cuttings.append((line, inside.replace(_REMOVED, "")))
        breaks = inside.count("\n")
        kept += [text[position:start], _REMOVED, f"\n{_REMOVED}" * breaks]
        line += breaks
        position = end + 2
    return "".join([*kept, text[position:]]), cuttings


def _unescaped(text: str, mark: str, start: int) -> int:
    """Where the mark stands with no backslash before it, or -1."""
    position = text.find(mark, start)
    while position > 0 and text[position - 1] == "\\":
        position = text.find(mark, position + 1)
    return position


@dataclass(slots=True)
class _Body:
    """The lines below the title page, read from top to bottom."""

    lines: Sequence[Line]
    at: int = 0
    elements: list[Element] = field(default_factory=list[Element])
    speakers: Counter[str] = field(default_factory=Counter[str])

    def read(self) -> list[Element]:
        self.speakers.update(
            _bare_cue(line.text) for index, line in enumerate(self.lines) if self._cue_fits(index, line)
        )
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.blank:
                self.at += 1
            elif not (self._marked(line) or self._placed(line) or self._spoken(line)):
                self._action()
        return self.elements

    def _add(self, kind: Kind, text: str, line: Line, *, level: int = 0, number: str = "", dual: bool = False) -> bool:
        if text.strip() or kind == "page break":
            self.elements.append(Element(kind, text.strip(), line.number, level, number, dual))
        self.at += 1
        return True

    def _blank(self, index: int) -> bool:
        return not 0 <= index < len(self.lines) or self.lines[index].blank

    def _cue_fits(self, index: int, line: Line) -> bool:
        return bool(line.text.strip()) and self._blank(index - 1) and not self._blank(index + 1)

    def _marked(self, line: Line) -> bool:
        """Elements that a sign at the head of the line forces."""
        text = line.text.strip()
        rest = plain(text[1:].strip())
        if text.startswith("!"):
            self._action()
            return True
        if re.fullmatch(r"={3,}", text):
            return self._add("page break", "", line)
        if text.startswith("#"):
            title = text.lstrip("#")
            return self._add("section", plain(title.strip()), line, level=min(len(text) - len(title), 6))
        if text.startswith("="):
            return self._add("synopsis", rest, line)
        if text.startswith(">"):
            if text.endswith("<") and len(text) > 1:
                return self._add("centered", plain(text[1:-1].strip()), line)
            return self._add("transition", rest, line)
        if text.startswith("~"):
            return self._add("lyrics", rest, line)
        if _FORCED_SLUG.match(text):
            return self._heading(text[1:], line)
        if text.startswith("@") and len(text) > 1:
            return self._dialogue(text[1:], line)
        return False

    def _placed(self, line: Line) -> bool:
        """Scene headings, transitions and shot lines: known by their words and the blank lines around them."""
        text = line.text.strip()
        before, after = self._blank(self.at - 1), self._blank(self.at + 1)
        slug, number = _without_margin(text)
        if _is_loud_slug(slug) or (before and _SLUG.match(slug) and (after or _has_dot(slug))):
            return self._heading(slug, line, number)
        if has_han(text) and chinese_heading(plain(text)) is not None:
            return self._heading(text, line)
        if before and (left_out := _OMITTED.match(text)):
            return self._heading("OMITTED", line, left_out[1] or "")
        if before and after and is_transition(plain(line.text)):
            return self._add("transition", plain(text), line)
        if before and _is_shot_line(plain(text)):
            return self._add("shot", plain(text), line)
        return False

    def _heading(self, text: str, line: Line, number: str = "") -> bool:
        found = _SCENE_NUMBER.search(half_width(text))
        text = plain(text[: found.start()] if found else text).strip()
        number = found[1] if found else number
        if has_han(text) and (chinese := chinese_heading(text)) is not None:
            text, number = chinese.text, number or chinese.number
        return self._add("heading", text, line, number=number)

    def _spoken(self, line: Line) -> bool:
        text = line.text.strip()
        if has_han(text) and (speech := chinese_speech(plain(text), line.number)):
            self.elements += speech
            self.at += 1
            return True
        if not self._cue_fits(self.at, line):
            return False
        return self._dialogue(text, line) if is_cue(text) or self._is_han_cue(text) else False

    def _is_han_cue(self, text: str) -> bool:
        """Chinese has no capitals: a short line is a cue when it has an extension, a manner below, or comes again."""
        name = _bare_cue(text)
        if not _HAN_CUE.match(name):
            return False
        below = self.lines[self.at + 1].text.strip()
        return self.speakers[name] > 1 or name != text or _PARENTHETICAL.match(below) is not None

    def _dialogue(self, text: str, line: Line) -> bool:
        dual = text.rstrip().endswith("^")
        self._add("character", plain(text.rstrip().removesuffix("^").strip()), line, dual=dual)
        block: list[Line] = []
        while self.at < len(self.lines) and not self._ends_speech(self.lines[self.at]):
            block.append(self.lines[self.at])
            self.at += 1
        self.elements += _speech(block)
        return True

    def _ends_speech(self, line: Line) -> bool:
        """A blank line ends a speech; one of two spaces or more is a pause in it."""
        return line.blank and (len(line.text) < 2 or line.text.strip(" ") != "")

    def _action(self) -> None:
        first = self.lines[self.at]
        paragraph: list[str] = []
        while self.at < len(self.lines):
            text = self.lines[self.at].text.strip()
            if not text or (paragraph and (_ALONE.match(text) or self._breaks_action(text))):
                break
            paragraph.append(plain(text[1:] if text.startswith("!") else text))
            self.at += 1
        self.elements += [Element("action", text, first.number)] if (text := rejoined(paragraph)) else []

    def _breaks_action(self, text: str) -> bool:
        if _is_loud_slug(text):
            return True
        chinese = plain(text) if has_han(text) else ""
        return bool(chinese) and (chinese_heading(chinese) is not None or bool(chinese_speech(chinese, 0)))


def _speech(block: Sequence[Line]) -> list[Element]:
    """A dialogue block below its cue, as parentheticals, lyrics and speeches."""
    spoken: list[Element] = []
    pending: list[Line] = []
    index = 0

    def flush() -> None:
        if text := rejoined(plain(line.text.strip()) for line in pending):
            spoken.append(Element("dialogue", text, next(line.number for line in pending if not line.blank)))
        pending.clear()

    while index < len(block):
        line = block[index]
        manner, length = _manner(block[index:])
        if length:
            flush()
            spoken += [Element("parenthetical", manner, line.number)] if manner else []
        elif line.text.strip().startswith("~"):
            flush()
            lyric = plain(line.text.strip()[1:].strip())
            spoken += [Element("lyrics", lyric, line.number)] if lyric else []
        else:
            pending.append(line)
        index += max(length, 1)
    flush()
    return spoken


def _manner(block: Sequence[Line]) -> tuple[str, int]:
    """The parenthetical at the head of the block and how many lines it takes; ('', 0) when there is none."""
    if block[0].text.strip()[:1] not in ("(", "（"):
        return "", 0
    for length in range(1, min(len(block), 4) + 1):
        text = "\n".join(line.text.strip() for line in block[:length])
        if found := _PARENTHETICAL.match(text):
            return plain(rejoined(found[1].split("\n"))).strip(), length
        if ")" in text or "）" in text:
            break
    return "", 0


def _bare_cue(text: str) -> str:
    """A cue line without emphasis, `^` and extensions."""
    name = plain(text).strip().removeprefix("@").removesuffix("^").rstrip()
    while (shorter := _EXTENSION.sub("", name)) != name:
        name = shorter
    return name.strip()


def is_cue(text: str) -> bool:
    """Whether a line can be a speaker's name: capitals, with a letter, and no sentence. Source: Fountain 1.1, 'Character'."""
    name = _bare_cue(text)
    if not any(letter.isupper() for letter in name) or any(letter.islower() for letter in name):
        return False
    if _SLUG.match(name) or is_transition(name):
        return False
    return name[-1] not in ".:!?>…" or _ABBREVIATED.search(name) is not None


def is_transition(text: str) -> bool:
    """Whether a line set between blank lines is a transition; a space after 'TO:' makes it action, as Fountain has it."""
    bare = text.lstrip()
    if has_han(bare):
        return is_chinese_transition(bare)
    return bare.strip().rstrip(".:") in _FADES or _TRANSITION.match(bare) is not None


def is_slug(text: str) -> bool:
    """Whether a line reads as an English scene heading."""
    return _SLUG.match(_without_margin(text.strip())[0]) is not None


def _is_loud_slug(text: str) -> bool:
    return _LOUD_SLUG.match(_without_margin(plain(text))[0]) is not None


def _without_margin(text: str) -> tuple[str, str]:
    """('INT. HALL - DAY', '12A') for '12A INT. HALL - DAY 12A': shooting scripts have numbers in both margins."""
    found = _MARGIN_NUMBER.match(text)
    if found is None:
        return text, ""
    return re.sub(rf"\s+{found[1]}[.)]?$", "", text[found.end() :]), found[1]


def _has_dot(text: str) -> bool:
    return "." in half_width(text)[:9] or "/" in text[:5]


def _is_shot_line(text: str) -> bool:
    """Camera lines: 'CLOSE ON MARY', 'POV - the door', '特写：手'; ordinary prose that names a shot stays action."""
    if has_han(text):
        return opens_with_setup(text, "zh")
    head = re.split(r"[:\-–—,(.]", text, maxsplit=1)[0]
    return not any(letter.islower() for letter in head) and opens_with_setup(text, "en")
