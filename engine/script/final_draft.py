"""Final Draft documents (.fdx) in: XML paragraphs that say what they are, so nothing is guessed from capitals and blank lines.

The paper is what counts: a type that the document sets in capitals is read in capitals, and struck-out words (a revision's
way of leaving a line out) are not in the script. XML from strangers goes through defusedxml: one that declares entities is
refused before a single one is unfolded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from engine.errors import BadScript
from engine.script.chinese import chinese_speech
from engine.script.chinese_headings import chinese_heading
from engine.script.fountain import is_transition
from engine.script.lines import has_han, is_chinese, rejoined
from engine.script.screenplay import Element, Kind, Screenplay
from engine.script.title_page import KEY_NAMES

_KINDS: dict[str, Kind] = {
    "scene heading": "heading",
    "action": "action",
    "general": "action",
    "character": "character",
    "parenthetical": "parenthetical",
    "dialogue": "dialogue",
    "transition": "transition",
    "shot": "shot",
    "singing": "lyrics",
    "lyrics": "lyrics",
    "new act": "section",
    "end of act": "section",
    "cold opening": "section",
    "show/ep. title": "section",
    "outline 1": "section",
    "outline 2": "section",
    "outline 3": "section",
    "outline 4": "section",
    "outline body": "synopsis",
    "cast list": "note",
}
"""Final Draft's paragraph types; one that a writer has made counts as action."""

_SPOKEN = frozenset({"parenthetical", "dialogue", "lyrics"})
_DOCUMENT = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)?<FinalDraft\b", re.I | re.S
)
_CREDIT = re.compile(
    r"(?:an? )?(?:(?:original )?(?:screenplay|script|teleplay|story|film) )?(?:written )?(?:and directed )?by\b", re.I
)
_BRACKETS = "()（）"
_THIS = "This Final Draft document"


def is_final_draft(text: str) -> bool:
    """Whether the text is a Final Draft document."""
    return _DOCUMENT.match(text[:20_000]) is not None


def read_final_draft(text: str) -> Screenplay:
    """Read an FDX document. Raises BadScript when it is damaged, dangerous, or holds no script."""
    root = _parsed(text)
    content = root.find("Content")
    if content is None:
        raise BadScript(f"{_THIS} holds no script.", "Open it in Final Draft, save it again, and use that file.")
    desk = _Desk(_capitals(root))
    for paragraph in content.iterfind("Paragraph"):
        desk.take(paragraph)
    desk.finish()
    told = "\n".join(element.text for element in desk.elements)
    return Screenplay(tuple(desk.elements), "zh" if is_chinese(told) else "en", _title_page(root), "final draft")


def _parsed(text: str) -> Node:
    try:
        return fromstring(text)
    except DefusedXmlException as bad:
        raise BadScript(
            f"{_THIS} declares entities, which no script needs and which can be used to do harm; it was not read.",
            "Open it in Final Draft, save it again, and use that file.",
        ) from bad
    except ParseError as bad:
        line = bad.position[0]
        raise BadScript(
            f"Line {line}: {_THIS[0].lower()}{_THIS[1:]} is damaged ({str(bad).partition(':')[0]}).",
            "Open it in Final Draft, save it again, and use that file.",
            line=line,
        ) from bad


def _capitals(root: Node) -> frozenset[str]:
    """The paragraph types that the document sets in capitals; cues and transitions always are."""
    set_so = {
        settings.get("Type", "").casefold()
        for settings in root.iterfind("ElementSettings")
        if (font := settings.find("FontSpec")) is not None and "allcaps" in font.get("Style", "").casefold()
    }
    return frozenset({*set_so, "character", "transition"})


@dataclass(slots=True)
class _Desk:
    """Where the elements are written, paragraph after paragraph; a paragraph's number stands for its line."""

    capitals: frozenset[str]
    elements: list[Element] = field(default_factory=list[Element])
    notes: list[Element] = field(default_factory=list[Element])
    number: int = 0

    def take(self, paragraph: Node, *, dual: bool = False) -> None:
        """One paragraph, with the two speeches side by side that it may hold."""
        self.number += 1
        type_ = paragraph.get("Type", "General").casefold()
        kind = _KINDS.get(type_, "action")
        text = _words(paragraph, capitals=type_ in self.capitals)
        if kind not in _SPOKEN:
            self.finish()
        self.notes += self._asides(paragraph)
        if kind not in _SPOKEN and kind != "heading":
            self.finish()  # a note on a picture stands before it; one on a heading is about what follows
        self._write(kind, text, paragraph, dual=dual)
        for beside in paragraph.iterfind("DualDialogue"):
            speakers = 0
            for each in beside.iterfind("Paragraph"):
                speakers += each.get("Type") == "Character"
                self.take(each, dual=speakers > 1)

    def finish(self) -> None:
        """The notes that waited for the end of a speech."""
        self.elements += self.notes
        self.notes = []

    def _write(self, kind: Kind, text: str, paragraph: Node, *, dual: bool) -> None:
        if not text:
            return
        if kind == "heading":
            self._heading(text, paragraph)
        elif kind == "action":
            self._action(text, paragraph)
        elif kind == "parenthetical":
            self._add(kind, text.strip(_BRACKETS + " "))
        else:
            self._add(kind, text, level=1 if kind == "section" else 0, dual=dual and kind == "character")

    def _add(self, kind: Kind, text: str, *, level: int = 0, number: str = "", dual: bool = False) -> None:
        if text:
            self.elements.append(Element(kind, text, self.number, level, number, dual))

    def _heading(self, text: str, paragraph: Node) -> None:
        number = paragraph.get("Number", "").strip()
        if has_han(text) and (chinese := chinese_heading(text)) is not None:
            text, number = chinese.text, number or chinese.number
        self._add("heading", text, number=number)
        summary = paragraph.find("SceneProperties/Summary")
        if summary is not None:
            self._add("synopsis", _all_words(summary.iterfind("Paragraph")))

    def _action(self, text: str, paragraph: Node) -> None:
        """What writers leave typed as action all the same: transitions, centred titles, Chinese headings and speeches."""
        if has_han(text) and (heading := chinese_heading(text)) is not None:
            self._add("heading", heading.text, number=heading.number)
        elif has_han(text) and (speech := chinese_speech(text, self.number)):
            self.elements += speech
        elif is_transition(text):
            self._add("transition", text)
        else:
            self._add("centered" if paragraph.get("Alignment") == "Center" else "action", text)

    def _asides(self, paragraph: Node) -> Iterator[Element]:
        for note in paragraph.iterfind("ScriptNote"):
            if text := _all_words(note.iterfind("Paragraph")):
                yield Element("note", text, self.number)


def _all_words(paragraphs: Iterable[Node]) -> str:
    return rejoined(_words(paragraph) for paragraph in paragraphs)


def _words(paragraph: Node, *, capitals: bool = False) -> str:
    """What a paragraph says on paper; the words that a revision struck out are not said."""
    told: list[str] = []
    for run in paragraph.iterfind("Text"):
        style = run.get("Style", "").casefold()
        if "strikeout" not in style:
            words = "".join(run.itertext())
            told.append(words.upper() if capitals or "allcaps" in style else words)
    return rejoined("".join(told).split("\n"))


def _title_page(root: Node) -> dict[str, str]:
    """Title and author. A title page is a picture: the first centred line is the title, who follows "by" wrote it."""
    paragraphs = [(each, _words(each)) for each in root.iterfind("TitlePage/Content/Paragraph")]
    lines = [(each, text) for each, text in paragraphs if text]
    if not lines:
        return {}
    centred = [text for each, text in lines if each.get("Alignment") == "Center"]
    page = {"title": (centred or [lines[0][1]])[0].strip('"“”《》 ')}
    texts = [text for _, text in lines]
    for text, after in zip(texts, [*texts[1:], ""], strict=True):
        key, _, value = text.replace("：", ":").partition(":")
        known = KEY_NAMES.get(key.strip().casefold(), "") if value else ""
        if known:
            page[known] = value.strip()
        elif credit := _CREDIT.match(text):
            page.setdefault("author", text[credit.end() :].strip(" :") or after)
        elif KEY_NAMES.get(text.strip().casefold()) == "author":
            page.setdefault("author", after)
    return page
