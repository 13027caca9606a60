"""The bilingual shot grammar: camera words in free text -> sizes, angles, moves and lenses of `engine.film.setup`, and back.

The hard part is what must not count: 'She pushes the door', 推门, 'the pan left on the stove', 他移开视线. So the text is cut at its
stops, and a piece counts as a whole or not at all, by the three grades of `camera_words`; sentences about the camera are
read by `camera_moves`. Where a text gives several values of one kind, the first one counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from engine.film.document import Language
from engine.film.setup import Angle, Move, Setup, Size
from engine.script import camera_moves as moves
from engine.script import camera_words as words
from engine.script.camera_lexicon import PHRASE, SURE, Hint, manner, term_at, value_of
from engine.script.lines import HAN, half_width, has_han

_LONGEST_TEXT = 4000  # letters; camera talk further down one paragraph is not looked for
_SHORTEST, _LONGEST = 8, 400  # mm, as `Setup.lens` allows


@dataclass(frozen=True, slots=True)
class SetupHints:
    """What a text says about the camera, None where it says nothing; `rest` is the text without it."""

    size: Size | None
    angle: Angle | None
    move: Move | None
    lens: int | None
    rest: str

    @property
    def any(self) -> bool:
        """Whether the text said anything about the camera."""
        return (self.size or self.angle or self.move or self.lens) is not None

    def applied_to(self, setup: Setup) -> Setup:
        """`setup` with what was said in place of its own values."""
        return Setup(
            size=self.size or setup.size,
            angle=self.angle or setup.angle,
            move=self.move or setup.move,
            lens=self.lens or setup.lens,
        )


@dataclass(frozen=True, slots=True)
class _Find:
    start: int
    end: int
    hints: tuple[Hint, ...]


def parse_setup(text: str, language: Language = "en") -> SetupHints:
    """Find size, angle, move and lens in free text (abbreviations and the other language's terms too).

    `rest` keeps every word that is no camera instruction. Never raises.
    """
    finds = _finds(text, language)
    hints = [hint for find in finds for hint in find.hints]
    return SetupHints(
        size=next((hint for hint in hints if isinstance(hint, Size)), None),
        angle=next((hint for hint in hints if isinstance(hint, Angle)), None),
        move=next((hint for hint in hints if isinstance(hint, Move)), None),
        lens=next((hint for hint in hints if isinstance(hint, int)), None),
        rest=_rest(text, finds),
    )


def opens_with_setup(text: str, language: Language = "en") -> bool:
    """Whether the text begins with a camera instruction: a shot line."""
    head = re.match(r"[\s(（\[【]*", text)
    return any(find.start <= (head.end() if head else 0) for find in _finds(text, language))


def is_only_setup(text: str, language: Language = "en") -> bool:
    """Whether the text is camera words and nothing else."""
    finds = _finds(text, language)
    return bool(finds) and not re.search(r"\w", _rest(text, finds))


def name_of(value: Size | Angle | Move, language: Language = "en") -> str:
    """The usual name: 'medium close-up', '中近景'."""
    names = _names(value)
    return names.chinese if language == "zh" else names.english


def abbreviation_of(value: Size | Angle | Move) -> str:
    """The shot list's abbreviation: 'MCU', 'OTS', 'PAN L'."""
    return _names(value).short


def describe(setup: Setup, language: Language = "en") -> str:
    """'MCU, low angle, push in' or '中近景，仰拍，推'; an eye-level angle, a static camera and the default lens go unsaid."""
    parts = [name_of(setup.size, "zh") if language == "zh" else abbreviation_of(setup.size)]
    parts += [name_of(setup.angle, language)] if setup.angle is not Angle.EYE_LEVEL else []
    parts += [name_of(setup.move, language)] if setup.move is not Move.STATIC else []
    parts += [f"{setup.lens}mm"] if setup.lens is not None else []
    return ("，" if language == "zh" else ", ").join(parts)


def _names(value: Size | Angle | Move) -> words.Names:
    if isinstance(value, Size):
        return words.SIZES[value]
    return words.ANGLES[value] if isinstance(value, Angle) else words.MOVES[value]


_FOCAL = re.compile(
    r"(?<![A-Za-z0-9.])(\d{1,3})\s*(?:mm|毫米)(?:[\s-]*(?:lens|镜头|焦段|焦距))?(?![A-Za-z0-9])", re.IGNORECASE
)
_FOCAL_LENS = re.compile(r"(?<![A-Za-z0-9.])(\d{1,3})[\s-]*(?:mm|毫米)[\s-]*(?:lens|镜头)(?![A-Za-z])", re.IGNORECASE)


# Pieces between stops.

_STOP = re.compile(rf"[.,:;。、!?…|+→>/()\[\]【】「」《》\n—–·~=]|(?<=\s)-(?=\s)|(?<=[{HAN}])\s+|\s+(?=[{HAN}])")
_OPENING, _CLOSING = "([【", ")]】"


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    before: str
    after: str
    hints: tuple[Hint, ...]
    grades: tuple[int, ...]

    @property
    def camera(self) -> bool:
        """Nothing but camera words and manner."""
        return bool(self.grades)


def _pieces(view: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    position, before = 0, ""
    for stop in [*_STOP.finditer(view), None]:
        end = stop.start() if stop else len(view)
        after = stop[0] if stop else ""
        if view[position:end].strip():
            hints, grades = _read_piece(view, position, end)
            pieces.append(_Piece(position, end, before.strip() or before, after, hints, grades))
            before = after
        elif after.strip():
            before = after
        position = stop.end() if stop else end
    return pieces


def _read_piece(view: str, start: int, end: int) -> tuple[tuple[Hint, ...], tuple[int, ...]]:
    """The hints and grades of a piece that is camera words from end to end; empty when it is not."""
    hints: list[Hint] = []
    grades: list[int] = []
    position = start
    while position < end:
        if view[position] in " \t-":
            position += 1
        elif found := _FOCAL.match(view, position, end):
            hints.append(_lens(found[1]))
            grades.append(PHRASE)
            position = found.end()
        elif term := term_at(view, position, end):
            position, hint, grade = term
            hints.append(hint)
            grades.append(grade)
        elif found := manner().match(view, position, end):
            position = found.end()
        else:
            return (), ()
    return tuple(hints), tuple(grades)


def _lens(digits: str) -> int | None:
    length = int(digits)
    return length if _SHORTEST <= length <= _LONGEST else None


def _accepted(pieces: list[_Piece], whole: str) -> list[_Piece]:
    """The pieces that count: sure ones and phrases by themselves, everyday words by their company."""
    counted = [piece.camera and _stands_alone(piece, index, whole) for index, piece in enumerate(pieces)]
    for order in (range(1, len(pieces)), range(len(pieces) - 2, -1, -1)):
        for index in order:
            neighbour = index - 1 if order.step > 0 else index + 1
            counted[index] = counted[index] or (counted[neighbour] and pieces[index].camera)
    return [piece for piece, counts in zip(pieces, counted, strict=True) if counts]


def _stands_alone(piece: _Piece, index: int, whole: str) -> bool:
    if max(piece.grades) >= PHRASE or len(piece.grades) > 1:
        return True
    if piece.before[-1:] in _OPENING and piece.before and piece.after[:1] in _CLOSING and piece.after:
        return True
    if piece.start == 0 and piece.end == len(whole):
        return True
    if index > 0:
        return False
    written = whole[piece.start : piece.end]
    if has_han(written):
        return True
    if piece.after == "." and written.strip().lower() in _NO_SENTENCES:
        return True
    return piece.after in (":", "|", "-", "—", "–", "]", ")") or (
        written.strip().isupper() and len(written.strip()) > 2
    )


_NO_SENTENCES = frozenset(
    ("wide", "wider", "medium", "tight", "handheld", "hand-held", "aerial", "subjective", "canted")
)


# Camera terms and camera sentences inside pieces.

_ARTICLES = re.compile(
    r"(?:\b(?:we\s+see\s+|we\s+have\s+|cut\s+to\s+|this\s+is\s+)?(?:\b(?:in|on|with|from|as)\s+)?(?:\b(?:a|an|the|another)\s+)?(?:\b(?:slow|fast|quick|tight|long|static|single|moving)\s+)*)$",
    re.IGNORECASE,
)
_ARTICLES_ZH = re.compile(r"(?:(?:用|以|给|切|切到|切至)?(?:一个|一组)?(?:缓缓|缓慢|快速|慢慢)?(?:的)?)$")
_OBJECT = re.compile(r"(?:\s+(?:shots?|views?|camera|lens)\b)?(?:\s+(?:on|of)\b)?", re.IGNORECASE)
_OBJECT_ZH = re.compile(
    r"(?:镜头|画面|拍摄|视角|角度|机位)?(?:下|中|里|上)?(?=$|[^\w])|(?:镜头|画面|视角|机位)(?:下|中|里)?"
)
_NOT_THE_SHOT = re.compile(r"(?:[篇则条]|新闻|人物|节目)$")
_NOT_THE_SHOT_AFTER = re.compile(r"(?:报道|文章|稿|节目)")
_BY_A_LONG_SHOT = re.compile(r"\b(?:by|not|take)\s+an?\s+$", re.IGNORECASE)
_HEADS = re.compile(r"(?:^|[.!?。！？:;\n|]|(?<=\s)[-—–](?=\s)|[—–\])】])\s*")
_PACE = re.compile(r"(?:Slow|Slowly|Quick|Fast|Gentle|Smooth|Long|Static|Locked-off)\s+(?=[a-zA-Z])")
"""How fast the move that follows is made: "Slow pan right across the shelves."."""
_SIZE_LEADS = (
    (Size.CLOSE_UP, re.compile(r"(?i:insert)\s*(?:[:—–]|\s-\s)")),
    (Size.CLOSE_UP, re.compile(r"(?i:closer?|tight(?:er)?|in\s+close|close\s+up|insert)\s+(?i:on|of)\b")),
    (Size.WIDE, re.compile(r"(?i:wider?)\s+(?i:on|of)\b")),
    (Size.MEDIUM, re.compile(r"(?i:medium)\s+(?i:on)\b")),
    (None, re.compile(r"(?i:angle|back)\s+(?i:on)\b")),
    (Size.WIDE, re.compile(r"(?:WS|LS)\s+(?i:on|of)\b")),
    (Size.MEDIUM, re.compile(r"MS\s+(?i:on|of)\b")),
    (Size.FULL, re.compile(r"FS\s+(?i:on|of)\b")),
    (Size.CLOSE, re.compile(r"CS\s+(?i:on|of)\b")),
    (
        Angle.OVER_SHOULDER,
        re.compile(
            r"(?i:over)\s+(?=[^.,:;]{1,30}?(?i:'s?|\bher|\bhis|\bits)\s+(?i:shoulder)\s*(?:$|[,.:;—–-]|(?i:\b(?:we|on|at|to|toward|towards)\b)))"
        ),
    ),
    (Angle.OVER_SHOULDER, re.compile(r"(?i:over\s+the\s+shoulder\s+of)\b")),
    (Angle.HIGH, re.compile(r"(?i:high\s+angle\s+looking\s+(?:straight\s+)?down\s+(?:on|at)?)\b")),
    (Angle.LOW, re.compile(r"(?i:low\s+angle\s+looking\s+(?:straight\s+)?up\s+(?:at)?)\b")),
    (Angle.POINT_OF_VIEW, re.compile(r"(?i:from)\s+(?=[^.,:;]{1,30}?(?i:point\s+of\s+view))")),
)
_SIZE_LEADS_ZH = re.compile(
    rf"(?P<size>大全景|大远景|全景|远景|中近景|中景|近景)(?![图窗画]|天窗|相机|模式|规划|魔术|餐厅|玻璃|照片|天幕|地图|尽收)(?:镜头|画面)?(?:中|里|下)?(?=[{HAN},，:：]|$)"
)
_ORDERS_ZH = re.compile(r"(?P<verb>摇至|摇向|摇到|推至|推近|移至|甩至|甩向|拉远|横移|推向|拉至)")
_SHOULDER_ZH = re.compile(
    rf"(?:越过|从|透过)?(?P<who>[{HAN}A-Za-z]{{1,6}}?)(?:的)?(?:过肩|越肩)(?:镜头|视角)?(?=[,，:：。\s]|$)"
)
_TAIL = re.compile(r"\s*(?i:'s?)?\s*(?:shoulder|point\s+of\s+view)\b", re.IGNORECASE)


@lru_cache(maxsize=2048)  # readers and breakdown ask about the same lines
def _finds(text: str, language: Language) -> tuple[_Find, ...]:
    """Every camera instruction in the text, in order, none overlapping."""
    view = half_width(text[:_LONGEST_TEXT])
    found = [_Find(piece.start, piece.end, piece.hints) for piece in _accepted(_pieces(view), view)]
    readers: list[Callable[[str], list[_Find]]] = [_english_sentences, _orders, _sure_finds, _focal_finds]
    if language == "zh" or has_han(text):
        readers = [_chinese_sentences, _chinese_leads, *readers]
    for reader in readers:
        found += [find for find in reader(view) if not any(_overlap(find, other) for other in found)]
    return tuple(sorted([*found, *_last_word(view, found)], key=lambda find: find.start))


def _last_word(view: str, found: list[_Find]) -> list[_Find]:
    """An everyday word after the last stop counts where the text has spoken of the camera before: 'Long shot of a fox, static.'"""
    pieces = _pieces(view)
    if not found or not pieces or not pieces[-1].camera:
        return []
    last = _Find(pieces[-1].start, pieces[-1].end, pieces[-1].hints)
    return [] if any(_overlap(last, other) for other in found) else [last]


def _overlap(one: _Find, other: _Find) -> bool:
    return one.start < other.end and other.start < one.end


def _sure_finds(view: str) -> list[_Find]:
    finds: list[_Find] = []
    reached = 0
    for letter in _TERM_STARTS.finditer(view):
        start = letter.start()
        term = term_at(view, start) if start >= reached else None
        if term is None or term[2] != SURE:
            continue
        reached = term[0]
        if find := _sure_find(view, start, *term[:2]):
            finds.append(find)
    return finds


_TERM_STARTS = re.compile(rf"(?<![A-Za-z0-9'])[A-Za-z0-9]|[{HAN}]")


def _sure_find(view: str, start: int, end: int, hint: Hint) -> _Find | None:
    before = view[max(0, start - 40) : start]
    if _BY_A_LONG_SHOT.search(before) or _NOT_THE_SHOT.search(before) or _NOT_THE_SHOT_AFTER.match(view, end):
        return None
    chinese = has_han(view[start:end])
    tail = (_OBJECT_ZH if chinese else _OBJECT).match(view, end)
    lead = (_ARTICLES_ZH if chinese else _ARTICLES).search(before)
    if hint is Angle.POINT_OF_VIEW and (owner := _POSSESSIVE.search(before)):
        lead = owner
    return _Find(start - (len(lead[0]) if lead else 0), tail.end() if tail else end, (hint,))


_POSSESSIVE = re.compile(r"(?:'[sS]?|(?<=[sS])')\s*$")


def _focal_finds(view: str) -> list[_Find]:
    return [
        _Find(found.start(), found.end(), (_lens(found[1]),)) for found in _FOCAL_LENS.finditer(view) if _lens(found[1])
    ]


def _hint_of(row: moves.Row, matched: str) -> Hint:
    return row.second if re.search(row.tells_second, matched.strip(), re.IGNORECASE) else row.first


@cache
def _told() -> list[tuple[moves.Row, re.Pattern[str]]]:
    return [(row, re.compile(rf"(?:(?:{row.told})){moves.SLOWLY}(?![A-Za-z])", re.IGNORECASE)) for row in moves.ENGLISH]


@cache
def _ordered() -> list[tuple[moves.Row, re.Pattern[str]]]:
    """Orders start with a capital, or all in capitals: the pattern's first letter alone minds the case."""
    return [
        (row, re.compile(rf"(?=[A-Z])(?:(?i:{row.ordered})){moves.SLOWLY}(?i:{moves.AFTER})(?![A-Za-z])"))
        for row in moves.ENGLISH
        if row.ordered
    ]


_SUBJECT = re.compile(
    r"(?:^|[.,:;!?…()\[\]\n\"“”—–-]|\b(?:and|as|then|while|when|until)\b)\s*(?:then\s+)?(?:(?P<camera>(?:(?:the|our)\s+)?camera)|(?P<we>we))\b"
    r"(?P<adverb>(?:\s+(?:[a-z]+ly|then|now|also|begins?\s+to|starts?\s+to|continues?\s+to))*)\s+",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,\s*(?:and\s+)?(?:then\s+)?|\s(?:and\s+then|and|then|while)\s+)(?:[a-z]+ly\s+)?", re.IGNORECASE
)
_AFTER = re.compile(moves.AFTER, re.IGNORECASE)
_LATER_SIDE = re.compile(
    r"\s+(?:from\s+(?:left\s+to\s+right|right\s+to\s+left)|(?:to\s+the\s+)(?:left|right)|(?:counter-?|anti-?)?clockwise)(?=\s*(?:[.,;:!?]|$))",
    re.IGNORECASE,
)


def _english_sentences(view: str) -> list[_Find]:
    """'The camera slowly pushes in on ...', 'we follow ...'."""
    finds: list[_Find] = []
    for subject in _SUBJECT.finditer(view):
        hints, end = _moves_at(view, subject.end(), ours=subject["we"] is not None)
        if not hints:
            continue
        lead = re.match(r"[^\w]*", subject[0])
        start = subject.start() + (lead.end() if lead else 0)
        later = _LATER_SIDE.search(view, end, _clause_end(view, end))
        if later and (row := _row_of(hints[0])):
            hints = (_hint_of(row, later[0]), *hints[1:])
            finds.append(_Find(later.start(), later.end(), ()))
        after = _AFTER.match(view, end)
        finds.append(_Find(start, after.end() if after else end, hints))
    return finds


def _clause_end(view: str, start: int) -> int:
    stop = re.compile(r"[.,;!?]").search(view, start)
    return stop.end() if stop else len(view)


def _row_of(hint: Hint) -> moves.Row | None:
    return next((row for row in moves.ENGLISH if row.first is hint and row.second is not row.first), None)


def _moves_at(view: str, position: int, *, ours: bool) -> tuple[tuple[Hint, ...], int]:
    """The moves told from `position` on ('pushes in and tilts up') and where the last of them ends."""
    hints: list[Hint] = []
    end = position
    while True:
        match = _longest(view, position, ours=ours)
        if match is None:
            return tuple(hints), end
        hints.append(match[0])
        end = match[1]
        joint = _AND.match(view, end)
        if joint is None:
            return tuple(hints), end
        position = joint.end()


def _longest(view: str, position: int, *, ours: bool) -> tuple[Hint, int] | None:
    best: tuple[Hint, int] | None = None
    for row, pattern in _told():
        found = pattern.match(view, position) if row.ours or not ours else None
        if found and found.end() > found.start() and (best is None or found.end() > best[1]):
            best = (_hint_of(row, found[0]), found.end())
    return best


def _orders(view: str) -> list[_Find]:
    """'Push in on Mary.', 'Close on her hand.', 'Over Tom's shoulder, ...' at the head of a sentence."""
    finds: list[_Find] = []
    for head in _HEADS.finditer(view):
        pace = _PACE.match(view, head.end())
        at = pace.end() if pace else head.end()
        finds += _order_at(f"{view[:at]}{view[at : at + 1].upper()}{view[at + 1 :]}" if pace else view, at)
        if pace and finds and finds[-1].start == at:
            finds[-1] = replace(finds[-1], start=head.end())
    return finds


def _order_at(view: str, position: int) -> list[_Find]:
    for row, pattern in _ordered():
        if found := pattern.match(view, position):
            return [_Find(position, found.end(), (_hint_of(row, _AFTER.sub("", found[0].rstrip())),))]
    for hint, pattern in _SIZE_LEADS:
        if (found := pattern.match(view, position)) and view[position].isupper():
            finds = [_Find(position, found.end(), (hint,))]
            tail = _TAIL.search(view, found.end()) if isinstance(hint, Angle) and "of" not in found[0].lower() else None
            return [*finds, _Find(tail.start(), tail.end(), ())] if tail else finds
    return []


@cache
def _told_zh() -> list[tuple[moves.Row, re.Pattern[str]]]:
    return [(row, re.compile(rf"{moves.SUBJECT_ZH}(?:{row.told})[了着过]?")) for row in moves.CHINESE]


def _chinese_sentences(view: str) -> list[_Find]:
    """镜头缓缓推向…, 画面由左向右摇过…"""
    finds: list[_Find] = []
    for subject in re.finditer(r"(?<!手机)(?<!相机)(?:镜头|摄影机|摄像机|机位|画面)", view):
        for row, pattern in _told_zh():
            if found := pattern.match(view, subject.start()):
                finds.append(_Find(found.start(), found.end(), (_hint_of(row, found[0]),)))
                break
    return finds


def _chinese_leads(view: str) -> list[_Find]:
    """Sizes and a few moves at the head of a sentence, with the sentence right behind: 全景老人坐在船上; 越过X的过肩镜头."""
    finds: list[_Find] = []
    for head in _HEADS.finditer(view):
        if found := _SIZE_LEADS_ZH.match(view, head.end()):
            size = Size.FULL if found["size"] == "大全景" else value_of(found["size"])
            finds.append(_Find(found.start(), found.end(), (size,)))
        elif found := _ORDERS_ZH.match(view, head.end()):
            finds.append(_Find(found.start(), found.end(), (value_of(found["verb"]),)))
    return finds


# What is left.

_EMPTY_BRACKETS = re.compile(r"[(（\[【][\s,，、;；:：./|+→—–-]*[)）\]】]")
_HEAD_STOPS = re.compile(r"^[\s,，、。.:：;；|+→>/—–·=)）\]】-]+")
_TAIL_STOPS = re.compile(r"[\s,，、:：;；|+→>/—–·=(（\[【-]+$")
_DOUBLED = re.compile(r"\s*[,，、:：;；—–]\s*(?=[,，.。;；!?！？])")


def _rest(text: str, finds: Iterable[_Find]) -> str:
    """The text without the finds, its stops made good."""
    finds = list(finds)
    if not finds:
        return text.strip()
    parts: list[str] = []
    position = 0
    for find in finds:
        parts.append(text[position : find.start])
        position = max(position, find.end)
    rest = "\0".join([*parts, text[position:]])
    rest = re.sub(r"([.。!?！？])\s*\0[\s,，:：.。;；—–-]*", r"\1 \0", rest)
    rest = _EMPTY_BRACKETS.sub(" ", rest.replace("\0", " "))
    rest = _DOUBLED.sub("", _HEAD_STOPS.sub("", rest))
    rest = _TAIL_STOPS.sub("", rest)
    rest = re.sub(r"\s+([,.;:!?，。；：！？])", r"\1", re.sub(r"[ \t]+", " ", rest))
    rest = re.sub(rf"(?<=[{HAN}，。！？：；、])[ \t](?=[{HAN}“])", "", rest).strip()
    return rest[:1].upper() + rest[1:] if text.lstrip()[:1].isupper() else rest
