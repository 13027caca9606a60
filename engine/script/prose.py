"""Plain prose: a paragraph a shot, or a line a shot where the writer broke the lines on purpose. Poems too.

A paragraph stays whole as an action. Words in quotation marks that the sentence gives to somebody ('"Wait," said Mary',
小明说：“等等”) are offered as well, as cue and dialogue on the same line number as the action that holds them. Where "she" or 她
says them the cue is the pronoun: only whoever casts the sentence knows whom it means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.script.chinese import setup_first
from engine.script.cues import PRONOUNS
from engine.script.fountain import is_transition
from engine.script.grammar import opens_with_setup
from engine.script.lead_ins import MANNER, SAY, far_from, is_manner, speaker_before
from engine.script.lexicon import lexicon
from engine.script.lines import HAN, Line, columns, ends_sentence, half_width, has_han, is_chinese, numbered, rejoined
from engine.script.nouns import nouns_in
from engine.script.plain_cues import speakers_in, spoken_block
from engine.script.screenplay import Element, Screenplay
from engine.script.title_page import split_title_page

_WHAT_IT_IS = re.compile(
    r"\s*(?:[-–—:]\s*|\()(?:[\w-]+ ){0,3}(?:shot ?list|story|tale|fable|script|screenplay|film|scenario|treatment|storyboard)\b[^.]*$",
    re.I,
)
"""What stands behind a title: "- shot list (no dialogue)", "(a short film)"."""
_RULE = re.compile(r"^\s*(?:[*\-_=~]\s*){3,}$")
_SECTION = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_BULLET = re.compile(
    r"^\s*(?:[-*•·]\s+|(?i:shot|panel|frame)\s*#?\d{1,3}[a-zA-Z]?\s*[:.)–—-]\s*|\(?\d{1,3}[.)、]\s*(?=\D))"
)
_TITLE = re.compile(
    r"^(?:[\u3400-\u9fff]{0,6}(?:片|剧|动画|电影|脚本|故事|童话|神话|寓言))?《([^《》]{1,30})》(?:[\u3400-\u9fff]{0,4}(?:分镜|脚本|剧本|镜头)[\u3400-\u9fff]{0,3})?(?:[（(][^()（）]{0,20}[）)])?$"
)
_POET = re.compile(rf"^(?:[\[（(【〔]?[唐宋元明清汉晋魏][\]）)】〕]?\s*[·・.]?\s*)?[{HAN}]{{2,4}}$")
_BARE_TITLE = re.compile(rf"^[{HAN}·]{{1,12}}$")
_VERSE = re.compile(rf"[{HAN}]+")

_SAY = (
    "said|says|say|asks?|asked|whispers?|whispered|shouts?|shouted|cries|cried|calls?|called|replies|replied|answers?|answered|"
    "murmurs?|murmured|mutters?|muttered|yells?|yelled|sings?|sang|laughs?|laughed|sighs?|sighed|adds?|added|growls?|growled|"
    "begs?|begged|announces?|announced|exclaims?|exclaimed|screams?|screamed|explains?|explained|tells?|told"
)
_NOBODY = "he|she|they|it|we|i|you|who|someone|everyone|his|her|their"
_NAME = (
    rf"\b(?!(?:(?i:{_NOBODY}|then|and|but|now|there|here))\b)"
    r"(?:(?:[Tt]he|[Aa]n?)\s+(?:[a-z]{1,20}\s+){0,2}?[a-z]{1,20}|[A-Z][\w'.\-]{0,30}(?:\s+[A-Z][\w'\-]{0,30}){0,2})\b"
)
_WHO = rf"(?:{_NAME}|\b(?i:he|she)\b)"
_QUOTE = r"[\"“]([^\"“”]{1,800})[\"”]"
_ADVERB = r"(?:\s+(?:[a-z]+ly|again|back|out))?"
_OPEN_QUOTE = r"[\"“]([^\"“”]{0,799}[,，])[\"”]"  # closed by a comma: the sentence goes on
_LOUD_QUOTE = r"[\"“]([^\"“”]{0,799}[!?—…])[\"”]"
_BARE_QUOTE = r"[\"“]([^\"“”]{0,799}\w)[\"”]"
_NO_NEXT = r"(?!\s*[,:]\s*[\"“])"
_ENGLISH = (
    re.compile(rf"(?P<name>{_WHO}){_ADVERB}\s+(?:{_SAY}){_ADVERB}(?:\s+(?:to\s+)?{_NAME})?\s*[,:]\s*{_QUOTE}"),
    re.compile(rf"(?:^|(?<=\n))(?P<name>{_NAME})\s*:\s*{_QUOTE}"),
    *(
        re.compile(rf"{quote}\s*{attribution}\b{end}")
        for quote, end in ((_OPEN_QUOTE, ""), (_LOUD_QUOTE, _NO_NEXT), (_BARE_QUOTE, _NO_NEXT))
        for attribution in (rf"(?:{_SAY})\s+(?P<name>{_NAME})", rf"(?P<name>{_WHO}){_ADVERB}\s+(?:{_SAY})")
    ),
)
_TO_ZH = rf"(?:[对向朝跟][{HAN}]{{1,6}}?)?"
_NAME_ZH = rf"(?P<name>[他她](?![们的])|(?![他她它我你您们这那对向朝跟冲])[{HAN}]{{1,6}}?)"
_QUOTE_ZH = r"[“\"「『]([^“”\"「」『』]{1,400})[”\"」』]"
_CHINESE = (
    re.compile(
        rf"(?:^|(?<=[。！？\n”」]))\s*(?P<name>(?![他她它我你您们这那])[{HAN}]{{3,24}}[，,](?:[{HAN}]{{2,12}}[，,])?)"
        rf"{MANNER}[对向朝跟冲][{HAN}]{{1,6}}?{MANNER}(?:{SAY})[着了]?\s*[:：,，]\s*{_QUOTE_ZH}"
    ),
    re.compile(
        rf"(?:^|(?<=[。！？，,\n”」]))\s*{_NAME_ZH}{_TO_ZH}{MANNER}{_TO_ZH}(?:{SAY})[着了]?\s*[:：,，]\s*{_QUOTE_ZH}"
    ),
    re.compile(rf"{_QUOTE_ZH}\s*{_NAME_ZH}{_TO_ZH}{MANNER}{_TO_ZH}(?:{SAY})(?=[。！？，,\n]|$)"),
)


_UNQUOTED_ZH = re.compile(
    rf"(?:^|(?<=[。！？\n]))(?P<led>[^。！？；…“”\"「」『』：:\n]{{1,40}}(?:{SAY})[着了]?\s*[：:])\s*"
    r"(?P<words>[^。！？…“”\"「」『』：:\n]{1,200}[。！？…]*(?:(?:[我你您咱][^。！？…“”\"「」『』：:\n]{0,200})[。！？…]+)*)(?=$|[^”\"」』：:])"
)
"""李晓雨说：你好。: one sentence, and those behind it that say 我 or 你."""
_LED = re.compile(r"[:：,，]")
_LONGEST_SPOKEN = 8000  # letters of a paragraph; nobody follows who speaks in a longer one


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Spoken words, where they start, and where the sentence about them ends."""

    start: int
    end: int
    speaker: str
    words: str


def read_prose(text: str) -> Screenplay:
    """Read plain prose or a poem whose line breaks are plain newlines."""
    page, lines = split_title_page(numbered(text))
    page = dict(page)
    lines = _without_title(page, lines)
    speakers = frozenset[str]() if is_chinese(text) else speakers_in(lines)
    elements = _poem(lines) or [element for block in _blocks(lines) for element in _paragraphs(block, speakers)]
    return Screenplay(tuple(elements), "zh" if is_chinese(text) else "en", page, "prose")


def _without_title(page: dict[str, str], lines: Sequence[Line]) -> Sequence[Line]:
    """Take a title in 《》 or behind one #, and a poet's name right below, off the top."""
    if "title" in page:
        return lines
    at = next((index for index, line in enumerate(lines) if not line.blank), None)
    if at is None:
        return lines
    first = lines[at].text.strip()
    found = _TITLE.match(first.lstrip("# ")) or re.match(r"^#\s+(.+?)\s*#*$", first)
    below, author = _below_byline(lines[at + 1 :])
    if not found and _is_bare_title(first, lines, at):
        page["title"] = first
        return lines[at + 1 :]
    named = found[1] if found else first
    if not any(not line.blank for line in below) or not (found or (_BARE_TITLE.match(first) and _poem(below))):
        return lines
    page["title"] = named.strip("《》")
    if author:
        page.setdefault("author", author)
    return below


def _is_bare_title(first: str, lines: Sequence[Line], at: int) -> bool:
    """A short first line that ends like no sentence, with a blank line and then whole sentences below."""
    below = [line for line in lines[at + 1 :] if not line.blank]
    first = _WHAT_IT_IS.sub("", first)
    apart = at + 1 < len(lines) and lines[at + 1].blank
    short = len(first) <= 14 if has_han(first) else 1 < len(first.split()) <= 8 and first[0].isupper()
    told = sum(ends_sentence(line.text) for line in below)
    return apart and short and not re.search(r"[.!?。！？，：:；;,]$", first) and told >= max(2, len(below) // 2)


def _below_byline(lines: Sequence[Line]) -> tuple[Sequence[Line], str]:
    """The lines below a poet's name, and the name; all of them and '' when the first is none or nothing follows."""
    at = next((index for index, line in enumerate(lines) if not line.blank), None)
    if at is None or not _POET.match(half_width(lines[at].text).strip()) or all(line.blank for line in lines[at + 1 :]):
        return lines, ""
    return lines[at + 1 :], lines[at].text.strip()


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.blank or _RULE.match(line.text):
            blocks.append([])
        else:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _paragraphs(block: list[Line], speakers: frozenset[str]) -> list[Element]:
    """One paragraph where a margin broke the lines, else one a line; cues with their words where somebody speaks."""
    if speakers and (spoken := spoken_block(block, speakers, lambda line: _paragraphs([line], frozenset[str]()))):
        return spoken
    if any(_is_wrapped(line, after) for line, after in pairwise(block)):
        return _elements(rejoined(_BULLET.sub("", line.text) for line in block), block[0].number)
    return [element for line in block for element in _elements(_BULLET.sub("", line.text).strip(), line.number)]


def _is_wrapped(line: Line, after: Line) -> bool:
    if ends_sentence(line.text) or _BULLET.match(after.text) or _SECTION.match(line.text.strip()):
        return False
    return after.text.strip()[0].islower() or columns(line.text.strip()) >= 45


def _elements(text: str, number: int) -> list[Element]:
    if not text:
        return []
    if section := _SECTION.match(text):
        return [Element("section", section[2], number, level=len(section[1]))]
    if is_transition(text):
        return [Element("transition", text, number)]
    language = "zh" if has_han(text) else "en"
    text = setup_first(text) if language == "zh" else text
    kind = "shot" if opens_with_setup(text, language) else "action"
    spoken = [
        element
        for quotation in _quotations(text)
        for element in (
            Element("character", quotation.speaker, number),
            Element("dialogue", quotation.words, number),
        )
    ]
    return [Element(kind, text, number), *spoken]


def _quotations(text: str) -> list[_Quotation]:
    """Attributed speech in the order of the text; a speaker who goes on after the attribution keeps the floor."""
    chinese = has_han(text)
    if len(text) > _LONGEST_SPOKEN:
        return []
    if not re.search(r"[\"“「『]", text):
        return _unquoted(text) if chinese else []
    found: dict[int, _Quotation] = {}
    for pattern in _CHINESE if chinese else _ENGLISH:
        for match in pattern.finditer(text):
            group = 2 if match.re.groupindex["name"] == 1 else 1
            if chinese and (
                (is_manner(match["name"]) and match["name"] not in PRONOUNS)
                or far_from(_LED.split(text[match.start("name") :], maxsplit=1)[0])
            ):
                continue
            quotation = _Quotation(match.start(group), match.end(), _speaker(match["name"]), match[group].strip(" ,，"))
            found.setdefault(quotation.start, quotation)
    spoken: list[_Quotation] = []
    for match in re.finditer(_QUOTE_ZH if chinese else _QUOTE, text):
        quotation = found.get(match.start(1)) or (_led_up_to(text, match) if chinese else None)
        if quotation is None and spoken and not re.search(r"\w", text[spoken[-1].end : match.start()]):
            quotation = _Quotation(match.start(1), match.end(), spoken[-1].speaker, match[1].strip(" ,，"))
        spoken += [quotation] if quotation and quotation.words else []
    return spoken


def _unquoted(text: str) -> list[_Quotation]:
    """Chinese speech behind a colon, without any marks: only where somebody is named who says it."""
    return [
        _Quotation(said.start("words"), said.end(), who, said["words"].strip())
        for said in _UNQUOTED_ZH.finditer(text)
        if (who := speaker_before(said["led"].rstrip())) and who not in PRONOUNS and f"{who}们" not in said["led"]
    ]


def _led_up_to(text: str, quote: re.Match[str]) -> _Quotation | None:
    """A quotation that stands a clause away from who says it."""
    who = speaker_before(text[: quote.start()].rstrip())
    return _Quotation(quote.start(1), quote.end(), who, quote[1].strip(" ,，")) if who else None


def _speaker(name: str) -> str:
    if has_han(name) and name[-1] in "，,":
        return _who_begins(name)
    if name.casefold() in PRONOUNS:
        return name.casefold()
    bare = re.sub(r"^(?:the|an?)\s+", "", name.rstrip(".'-"), flags=re.IGNORECASE)
    return bare if has_han(bare) else bare.upper()


def _who_begins(clause: str) -> str:
    """Who does something in 老爷爷举起酒杯，: the noun that it begins with, else the characters before its first verb."""
    first = next(iter(nouns_in(clause, "zh")), None)
    if first is not None and first.start == 0 and first.kind in {"person", "animal", "bird"}:
        return first.name
    verbs = lexicon("zh").words("verbs")
    return clause[: next((at for at in (2, 3, 4) if clause[at : at + 1] in verbs or clause[at : at + 2] in verbs), 2)]


def _poem(lines: Sequence[Line]) -> list[Element]:
    """A classical poem, a verse an action; [] when the text is none: four clauses or more of the same four to seven characters."""
    written = [line for line in lines if not line.blank]
    verses = [
        (verse[0], line.number) for line in written for verse in re.finditer(rf"[{HAN}]+[^{HAN}]*", line.text.strip())
    ]
    lengths = {len(found[0]) for text, _ in verses if (found := _VERSE.match(text))}
    regular = len(lengths) == 1 and lengths <= {4, 5, 6, 7} and len(verses) >= 4 and len(verses) % 2 == 0
    whole = "".join(line.text for line in written)
    if not regular or re.search(r"[A-Za-z0-9:：“”]", whole):
        return []
    return [Element("action", text.strip(), number) for text, number in verses]
