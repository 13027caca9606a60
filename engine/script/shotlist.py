"""Elements -> scenes of shot drafts: which words share a shot.

A shot that the script calls for ("CLOSE ON", 特写) holds what follows until something new is called or it would run too
long; everywhere else a paragraph is a shot, a long one several, and every cue has its own. No word is dropped: what is
not action or speech (the camera words themselves) goes to the shot's note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from engine.film.document import Language
from engine.film.setup import Size
from engine.script.calls import angle_on, from_a_height, looked_at, merged
from engine.script.cues import Cue, read_cue
from engine.script.grammar import SetupHints, parse_setup
from engine.script.headings import is_omitted, read_heading
from engine.script.lexicon import lexicon
from engine.script.screenplay import Element, Row, Screenplay
from engine.script.sentences import clauses, joined, sentences
from engine.script.timing import LONGEST_ACTION, action_need, spoken_seconds

TransitionStyle = Literal["", "dissolve", "fade", "wipe"]

_CALLED_HOLDS = Fraction(8)
_SHOT_SPEAKS = Fraction(8)
_LONG_SPEECH = Fraction(8)
_PIECE = Fraction(6)
_PARAGRAPH_HOLDS = Fraction(52, 10)

_WORDS = re.compile(r"\w")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ONLY_THEM = re.compile(r"(?:him|her|them|it|us|both|all)", re.I)
"""What is left of "The camera tracks with her."."""
_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|them)\b|[他她]|他们|她们", re.I)
_DISSOLVE = re.compile(r"DISSOLVE|叠化?|溶|化入|化出|CROSS ?FADE", re.I)
_FADE = re.compile(r"FADE|淡|渐|黑场|黑屏|黑幕|切黑|CUT TO BLACK", re.I)
_WIPE = re.compile(r"WIPE|划|圈入|圈出|IRIS", re.I)
_THE_END = re.compile(r"(?:完|终|剧终|全剧终|（完）|THE END|FIN|END)[.。]?", re.I)
_INTERCUT = re.compile(r"^(?:END (?:OF )?)?INTER-?CUT(?:TING)?\b")
_PAGE_TURNS = re.compile(r"\(?CONTINUED:?\)?(?:\s*\(\d+\))?|\(MORE\)|\d{1,3}\.", re.I)
"""What typewriters put at the head and foot of a page: nobody plays it."""
_SIGNPOST = re.compile(
    r"(?:(?:BEGIN|START|END)(?: OF)?(?: THE)? )?(?:MONTAGE|SERIES OF SHOTS|FLASH ?BACK|FLASH ?FORWARD|DREAM SEQUENCE)(?:[\s:.–—-]+[^a-z]*)?"
    r"|(?:BACK|RETURN) TO(?: THE)? (?:PRESENT(?: DAY)?|SCENE|REALITY)[:.]?"
)
"""How the script is told, in capitals: no picture of its own."""
_SUPER = re.compile(
    r"(?:SUPER(?:IMPOSED?)?|TITLE|CHYRON|CAPTION|INTERTITLE|ON[ -]SCREEN)(?: (?:TITLE|TEXT|CARD|OVER|UP))?\s*[:：]\s*[\"“]?(.+?)[\"”]?\.?",
    re.DOTALL,
)
"""Words on the screen, as 字幕 is in Chinese scripts."""
_CAST_NOTE = re.compile(r"^人物\s*[:：]\s*")

_ESTABLISHING = SetupHints(None, None, None, None, "")


@dataclass(frozen=True, slots=True)
class Speech:
    """Words one speaker says without a break."""

    cue: Cue
    text: str
    manner: str = ""
    dual: bool = False


@dataclass(slots=True)
class Draft:
    """A shot to be. `sentences` are its action; `called` holds the camera hints where the script gives any."""

    sentences: list[str] = field(default_factory=list[str])
    called: SetupHints | None = None
    speeches: list[Speech] = field(default_factory=list[Speech])
    notes: list[str] = field(default_factory=list[str])
    transition: TransitionStyle = ""
    reaction: bool = False
    row: Row | None = None  # of a shot list, whose shots are what they are

    @property
    def empty(self) -> bool:
        """Whether nothing is seen or heard yet."""
        return not self.sentences and not self.speeches

    def spoken(self) -> Fraction:
        """Seconds of speech."""
        return sum((spoken_seconds(speech.text) for speech in self.speeches), Fraction(0))


@dataclass(slots=True)
class SceneDraft:
    """A scene to be. `heading` is empty where the script has none."""

    heading: str = ""
    number: str = ""
    synopsis: list[str] = field(default_factory=list[str])
    drafts: list[Draft] = field(default_factory=list[Draft])

    def texts(self) -> list[str]:
        """All sentences of its shots, in order."""
        return [sentence for draft in self.drafts for sentence in draft.sentences]


@dataclass(slots=True)
class ShotList:
    """The whole script as scenes of drafts; `last_transition` closes the film; `cast_notes` are entries of cast lists."""

    scenes: list[SceneDraft]
    last_transition: TransitionStyle = ""
    cast_notes: list[str] = field(default_factory=list[str])


def shot_list(screenplay: Screenplay) -> ShotList:
    """The shot list of a screenplay."""
    desk = _Desk(screenplay.language, screenplay.format == "prose")
    elements = screenplay.elements
    at = 0
    while at < len(elements):
        at = desk.take(elements, at)
    return desk.finished()


def transition_style(text: str) -> TransitionStyle:
    """What a transition line asks for; a plain cut is ""."""
    styles: tuple[tuple[TransitionStyle, re.Pattern[str]], ...] = (
        ("dissolve", _DISSOLVE),
        ("fade", _FADE),
        ("wipe", _WIPE),
    )
    for style, pattern in styles:
        if pattern.search(text):
            return style
    return ""


@dataclass(slots=True)
class _Desk:
    """Where the shot list is written, element after element."""

    language: Language
    prose: bool
    scenes: list[SceneDraft] = field(default_factory=list[SceneDraft])
    cast_notes: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])
    synopsis: list[str] = field(default_factory=list[str])
    transition: TransitionStyle = ""
    arrival: TransitionStyle = ""  # what leads to the scene whose heading was read last
    intercut: bool = False
    intercut_opens: bool = False  # "INTERCUT WITH:" and the heading of the other place follows

    @property
    def scene(self) -> SceneDraft:
        if not self.scenes:
            self.scenes.append(SceneDraft(synopsis=self.synopsis))
            self.synopsis = []
        return self.scenes[-1]

    @property
    def draft(self) -> Draft | None:
        return self.scenes[-1].drafts[-1] if self.scenes and self.scenes[-1].drafts else None

    def take(self, elements: Sequence[Element], at: int) -> int:
        """Handle the element at `at`; returns the index of the next one to handle."""
        element = elements[at]
        if _INTERCUT.match(element.text) and element.kind in {"action", "shot", "transition"}:
            self.intercut = not element.text.upper().startswith("END")
            self.intercut_opens = self.intercut and element.text.rstrip(": .").upper().endswith("WITH")
            self.notes.append(element.text)
            return at + 1
        if element.kind in {"character", "dialogue", "parenthetical", "lyrics"}:
            return self._speech(elements, at)
        if element.kind == "heading":
            self._establish()
            self.scenes.append(SceneDraft(element.text, element.number, self.synopsis))
            self.synopsis = []
            self.intercut, self.intercut_opens = self.intercut_opens, False
            self.arrival, self.transition = self.transition, ""
        elif element.kind in {"action", "shot"}:
            self._action(element.text)
        elif element.row is not None:
            self._row(element.text, element.row)
        elif element.kind == "transition":
            self.transition = transition_style(element.text) or self.transition
            self.notes += [] if transition_style(element.text) else [element.text]
        elif element.kind == "centered":
            self._off_screen(Speech(Cue((), True), element.text))
        else:
            self._aside(element)
        return at + 1

    def _establish(self) -> None:
        """A heading with nothing under it is a shot of the place, where it names one."""
        scene = self.scenes[-1] if self.scenes else None
        if scene is None or scene.drafts or is_omitted(scene.heading):
            return
        if read_heading(scene.heading, self.language).place:
            scene.drafts.append(Draft(called=_ESTABLISHING, notes=[scene.heading], transition=self.arrival))
            self.arrival = ""

    def _aside(self, element: Element) -> None:
        """Notes, sections and synopses: they are about the film, not in it."""
        if element.kind == "note" and _CAST_NOTE.match(element.text):
            self.cast_notes.append(_CAST_NOTE.sub("", element.text))
        elif element.kind == "note":
            self.notes.append(element.text)
        elif element.kind in {"synopsis", "section"}:
            before_first = self.scenes and not self.scenes[-1].drafts
            (self.scenes[-1].synopsis if before_first else self.synopsis).append(element.text)

    def _new(self, called: SetupHints | None = None, *, reaction: bool = False) -> Draft:
        transition = self.transition or self.arrival
        draft = Draft(called=called, notes=self.notes, transition=transition, reaction=reaction)
        self.notes, self.transition, self.arrival = [], "", ""
        self.scene.drafts.append(draft)
        return draft

    def _action(self, text: str) -> None:
        if _THE_END.fullmatch(text.strip()):
            self._off_screen(Speech(Cue((), True), text.strip()))
            return
        if _PAGE_TURNS.fullmatch(text.strip()) or _SIGNPOST.fullmatch(text.strip()):
            self.notes.append(text.strip())
            return
        if found := _SUPER.fullmatch(text.strip()):
            self._off_screen(Speech(Cue((), True), found[1]))
            return
        if self.intercut and (known := self._first_known(text)):
            self._cut_over((known,))
        paragraph = self._waiting()
        text, angle = angle_on(text)
        if angle:
            paragraph = self._new(SetupHints(Size.MEDIUM, None, None, None, text))
            paragraph.notes.append(angle)
        told = tuple(sentences(text))
        for at, sentence in enumerate(told, 1):
            hints = parse_setup(sentence, self.language)
            if hints.any:
                paragraph = self._call(paragraph, sentence, hints, last=0 < at == len(told) > 1)
            elif paragraph is not None and self._fits(paragraph, sentence):
                paragraph.sentences.append(sentence)
            else:
                paragraph = self._long(sentence)

    def _row(self, text: str, row: Row) -> None:
        """A row of a shot list is one shot; camera words may stand in its action as well."""
        draft = self._new()
        draft.row = row
        hints = parse_setup(row.setup, self.language)
        for sentence in sentences(text):
            told = parse_setup(sentence, self.language)
            hints = merged(hints, told)
            seen = told.rest.strip(" ,，:：-—") if told.any else sentence
            draft.sentences += [seen] if _WORDS.search(seen) else []
            draft.notes += [sentence] if seen != sentence else []
        draft.called = hints if hints.any else None
        draft.notes += [row.setup] if row.setup else []

    def _waiting(self) -> Draft | None:
        """A shot that was called with hardly a word ("CLOSE ON MARY") waits for what it shows."""
        draft = self.draft
        if draft is None or draft.called is None or draft.speeches or not draft.sentences:
            return None
        words = draft.sentences[0]
        short = len(words.split()) <= 3 and len(words) <= (8 if _HAN.search(words) else 40)
        acts = any(lexicon("en").verb(word) for word in re.findall(r"[a-z]+ing\b", words))  # "GUS screaming." is a shot
        return draft if short and not acts and len(draft.sentences) == 1 else None

    def _call(self, paragraph: Draft | None, sentence: str, hints: SetupHints, *, last: bool = False) -> Draft:
        """A sentence that calls for a shot: it opens one, or adds to a call that has nothing to show yet.

        Nothing but camera words, as the `last` of a paragraph, are about what stands before them.
        """
        hints = from_a_height(hints)
        waiting = paragraph or self.draft
        told = looked_at(sentence, hints)
        rest = told.strip(" ,，.。:：-—")
        seen = told.strip() if _WORDS.search(rest) and not _ONLY_THEM.fullmatch(rest) else ""
        if waiting is not None and waiting.called is not None and waiting.empty:
            waiting.called = merged(waiting.called, hints)
            draft = waiting
        elif paragraph is not None and not seen and _adds_to(paragraph, hints, last=last):
            paragraph.called = hints if paragraph.called is None else merged(paragraph.called, hints)
            draft = paragraph
        else:
            draft = self._new(hints)
        if seen:
            draft.sentences.append(seen)
        if seen != sentence:
            draft.notes.append(sentence)
        return draft

    def _fits(self, paragraph: Draft, sentence: str) -> bool:
        if paragraph.empty or self.prose:
            return self._need(paragraph, sentence) <= _CALLED_HOLDS or paragraph.empty
        holds = _CALLED_HOLDS if paragraph.called else _PARAGRAPH_HOLDS
        return self._need(paragraph, sentence) <= holds

    def _need(self, paragraph: Draft, sentence: str) -> Fraction:
        return action_need(joined([*paragraph.sentences, sentence]), self.language)

    def _long(self, sentence: str) -> Draft:
        """One sentence in as many shots as it needs."""
        waiting = self.draft
        draft = waiting if waiting is not None and waiting.called is not None and waiting.empty else self._new()
        if action_need(sentence, self.language) <= LONGEST_ACTION:
            draft.sentences.append(sentence)
            return draft
        part = ""
        for clause in clauses(sentence):
            if part and action_need(joined([part, clause]), self.language) > _PARAGRAPH_HOLDS and len(clause) > 12:
                draft.sentences.append(part)
                draft, part = self._new(), clause
            else:
                part = joined([part, clause])
        draft.sentences.append(part)
        return draft

    def _speech(self, elements: Sequence[Element], at: int) -> int:
        """A cue with everything said under it."""
        start = elements[at]
        cue = read_cue(start.text) if start.kind == "character" else Cue((), True)
        at += 1 if start.kind == "character" else 0
        manner = [cue.manner] if cue.manner else []
        while at < len(elements) and elements[at].kind in {"parenthetical", "dialogue", "lyrics"}:
            element = elements[at]
            if element.kind == "parenthetical":
                manner.append(element.text)
            else:
                self._say(Speech(cue, element.text, ", ".join(manner), start.dual), element.line)
                manner = []
            at += 1
        if manner and self.draft is not None:
            self.draft.notes.append(f"({', '.join(manner)})")
        return at

    def _say(self, speech: Speech, line: int) -> None:
        del line
        quoted = self._quoted_in(speech.text)
        if self.draft is not None and self.draft.row is not None:
            self.draft.speeches.append(speech)
        elif quoted is not None:
            quoted.speeches.append(speech)
        elif speech.cue.voice_over:
            for index, piece in enumerate(_pieces(speech.text)):
                self._off_screen(Speech(speech.cue, piece, speech.manner if index == 0 else "", speech.dual))
        elif self.intercut and not self._cut_over(speech.cue.names):
            self._spoken_shots(speech)
        elif speech.dual and self.draft is not None and self.draft.speeches:
            self.draft.speeches.append(speech)
        elif self._joins(speech):
            assert self.draft is not None
            self.draft.speeches.append(speech)
        else:
            self._spoken_shots(speech)

    def _first_known(self, text: str) -> str:
        """Of those who have spoken so far, who is named first in the text; "" for nobody."""
        cues = {n for scene in self.scenes for d in scene.drafts for speech in d.speeches for n in speech.cue.names}
        found = [(m.start(), name) for name in cues if (m := re.search(rf"\b{re.escape(name)}\b", text, re.I))]
        return min(found)[1] if found else ""

    def _cut_over(self, names: Sequence[str]) -> bool:
        """In an intercut whoever speaks is seen where the script left them. True where that is the scene we are in."""
        there = next((scene for scene in reversed(self.scenes) if _is_in(names, scene)), self.scene)
        if there.heading == self.scene.heading or not self.scene.drafts:
            return True
        self.scenes.append(SceneDraft(there.heading))
        return False

    def _quoted_in(self, text: str) -> Draft | None:
        """Prose keeps its quotations in the action: such a line belongs to the shot that holds it."""
        if not self.prose or not self.scenes:
            return None
        return next((d for d in reversed(self.scene.drafts[-4:]) if any(text[:40] in s for s in d.sentences)), None)

    def _off_screen(self, speech: Speech) -> None:
        """A voice without a picture is heard over the last one, where there is room."""
        draft = self.draft
        if draft is None or draft.spoken() + spoken_seconds(speech.text) > _SHOT_SPEAKS:
            draft = draft if draft is not None and draft.empty else self._new()
        draft.speeches.append(speech)

    def _joins(self, speech: Speech) -> bool:
        """Whether a called shot also holds this speech: the speaker is in it, and there is time."""
        draft = self.draft
        if draft is None or draft.called is None:
            return False
        if draft.spoken() + spoken_seconds(speech.text) > _SHOT_SPEAKS:
            return draft.empty
        text = " ".join(draft.sentences)
        named = any(name.casefold() in text.casefold() for name in speech.cue.names)
        return draft.empty or named or (not draft.speeches and bool(_PRONOUN.search(text)))

    def _spoken_shots(self, speech: Speech) -> None:
        pieces = list(_pieces(speech.text))
        for index, piece in enumerate(pieces):
            listens = len(pieces) > 2 and index % 3 == 1
            manner = speech.manner if index == 0 else ""
            self._new(reaction=listens).speeches.append(Speech(speech.cue, piece, manner, speech.dual))

    def finished(self) -> ShotList:
        """The list without shots in which nothing happens; their notes move on."""
        self._establish()
        for scene in self.scenes:
            kept: list[Draft] = []
            for draft in scene.drafts:
                if (
                    not draft.empty
                    or draft.row is not None
                    or (draft.called is not None and draft is scene.drafts[-1] and not kept)
                ):
                    kept.append(draft)
                elif kept:
                    kept[-1].notes += draft.notes
            scene.drafts = kept
        if self.notes and self.draft is not None:
            self.draft.notes += self.notes
        return ShotList(
            [scene for scene in self.scenes if scene.drafts or scene.heading], self.transition, self.cast_notes
        )


def _is_in(names: Sequence[str], scene: SceneDraft) -> bool:
    """Whether one of the names acts or speaks in the scene."""
    words = " ".join(sentence for draft in scene.drafts for sentence in draft.sentences).casefold()
    cues = {name for draft in scene.drafts for speech in draft.speeches for name in speech.cue.names}
    return any(name in cues or re.search(rf"\b{re.escape(name.casefold())}\b", words) for name in names)


def _adds_to(shot: Draft, more: SetupHints, *, last: bool) -> bool:
    """Whether "Dolly in." behind a picture is about that picture: nothing it asks for is settled already."""
    called = shot.called or _ESTABLISHING
    settled = (called.size and more.size) or (called.angle and more.angle) or (called.move and more.move)
    return not settled and (last or not more.size)


def _pieces(text: str) -> Iterable[str]:
    """A long speech cut at its sentences (a very long sentence at its clauses), each short enough for a shot."""
    if spoken_seconds(text) <= _LONG_SPEECH:
        yield text
        return
    part = ""
    for sentence in sentences(text):
        for unit in (sentence,) if spoken_seconds(sentence) <= _LONG_SPEECH else clauses(sentence):
            if part and spoken_seconds(joined([part, unit])) > _PIECE:
                yield part
                part = unit
            else:
                part = joined([part, unit])
    if part:
        yield part
