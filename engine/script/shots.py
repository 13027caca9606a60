"""Drafts -> shots: who is in each, what lies about, what is said when, how long it lasts and how it is seen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil

from engine.film.setup import Angle, Move, Setup, Size
from engine.film.shots import Casting as Cast
from engine.film.shots import Line, Shot
from engine.script.casting import Casting
from engine.script.coverage import View, setup_for
from engine.script.grammar import SetupHints
from engine.script.kinship import called_by_age
from engine.script.lexicon import lexicon, wordset
from engine.script.mentions import sighted
from engine.script.nouns import nouns_in
from engine.script.pronouns import who_says
from engine.script.props import PropTable
from engine.script.roles import Role
from engine.script.sentences import joined
from engine.script.shotlist import Draft, Speech
from engine.script.strangers import as_listed, made_known, who_speaks_up
from engine.script.timing import (
    BETWEEN,
    HEAD,
    LONGEST_ACTION,
    action_seconds,
    fitted,
    line_frames,
    shot_frames,
    travels,
)
from engine.script.weather import weather_in

_FEELING = re.compile(
    r"\b(?:whisper\w*|cr(?:ies|ying)|tears?|sob\w*|scream\w*|trembl\w*|softly|quietly|sad\w*|afraid|angr\w*|shout\w*)\b|轻声|低声|哭|泪|颤|哽咽|怒|喊",
    re.I,
)
_MOST_IN_SHOT = 5
_NOBODY = re.compile(
    r"\b(?:empty|empties|nobody|no one|alone|gone|outside|deserted|abandoned|sun|moon|stars?|sky|night|dawn|dusk)\b",
    re.I,
)
_LYING = frozenset({Size.EXTREME_WIDE, Size.WIDE, Size.FULL, Size.MEDIUM})
_PARTS_OF_A_CAR = wordset(
    "window door hood windshield windscreen bumper headlight trunk boot wheel seat 车窗 车门 车灯"
)
_LIES = re.compile(r"\b(?:lies|lying|lay|flat on (?:his|her|its) (?:back|face)|face (?:up|down))\b|躺|趴")
_OWN_SHOULDER = re.compile(
    r"\bover\s+(?:the\s+shoulder\s+of\b|[^.,:;]{1,30}?(?:['’]s?|\bher|\bhis|\bits)\s+shoulder\b)"
    r"|(?:越过|隔着|透过|从)[^，。；]{1,10}?(?:的肩|肩[膀头上后]|背后|身后)",
    re.I,
)
_CALLS_BY_NAME = re.compile(r",\s+([A-Z][a-z]{2,})(?=[?!.])|^([A-Z][a-z]{2,})[,!](?=\s)")
_NO_NAMES = wordset(
    "yes well sir madam sirs dad mum mom now hey please look goodbye hello thanks good come stop wait never sorry what why here there okay quick hush god lord"
)
_BEHIND_WHOM = re.compile(
    r"\b(?:OTS|over[- ]the[- ]shoulder)(?:\s+shot)?\s*,?\s*(?:(?:over|from behind|behind|from|of|past)\s+)?(?!on\b|to\b)(?P<who>[A-Za-z][^.,:;—–-]{0,28}?)\s*(?:[—–:,]|\s-\s|\son\s|\sto\s)",
    re.I,
)
"""'OTS over Orla - Pip points': we stand behind the one named first."""
_OWN_VIEW = re.compile(
    r"(?:['’]s?|\bhis|\bher|\bits|\btheir)\s+(?:p\.?o\.?v|point\s+of\s+view)\b|\b(?:pov|point\s+of\s+view)\s+of\b|主观|视角|视点",
    re.I,
)


@dataclass(frozen=True, slots=True)
class SceneFacts:
    """What a scene's shots share. `place` is the place's name."""

    id: str
    place: str
    interior: bool | None


@dataclass(slots=True)
class ShotMaker:
    """Makes the shots of one scene, in order."""

    casting: Casting
    props: PropTable
    rate: Fraction
    scene: SceneFacts
    previous: Setup | None = None
    turn: int = 0
    introduces: bool = False
    answers: tuple[str, ...] = ()  # who speaks right after this shot
    used: dict[str, int] = field(default_factory=dict[str, int])

    def shots(self, drafts: Sequence[Draft]) -> list[Shot]:
        """All shots of the scene, without slates."""
        shots: list[Shot] = []
        for index, draft in enumerate(drafts):
            self.answers = _answering(drafts[index + 1 : index + 2])
            shots.append(self._shot(draft, index))
        return shots

    def _shot(self, draft: Draft, index: int) -> Shot:
        roles, props = self._seen(draft)
        speakers = self._quoted(draft, roles, self._heard(draft))
        roles = self._as_called(draft, self._on_screen(draft, roles, speakers), bool(props))
        roles = roles or self._still_here(draft, index, bool(props))
        self.turn = self.turn + 1 if draft.speeches and not draft.sentences and roles else 0
        setup = self._setup(draft, index, roles, len(props))
        if setup.angle is Angle.OVER_SHOULDER:
            roles = self._with_listener(roles, draft)
        self.previous = setup
        shot_id = self._id(draft)
        lines = self._lines(draft, speakers, shot_id)
        text = self._text(draft)
        need = action_seconds(text, self.casting.language) if text else Fraction(0)
        spans = [(line.start, line.frames) for line in lines]
        duration = shot_frames(spans, need or (Fraction(0) if spans else Fraction(3)), self.rate)
        if draft.row is not None and draft.row.length is not None:
            duration = draft.row.length.at(self.rate)
            lines = fitted(lines, duration)
        return Shot(
            id=shot_id,
            slate="-",
            action=text,
            lines=tuple(lines),
            setup=setup,
            cast=tuple(Cast(subject=role.id, look=look) for role, look in roles.items()),
            props=tuple(props),
            duration=duration,
            note="\n".join(draft.notes),
        )

    def _text(self, draft: Draft) -> str:
        return joined(draft.sentences)

    def _seen(self, draft: Draft) -> tuple[dict[Role, str | None], list[str]]:
        self.introduces = False
        roles: dict[Role, str | None] = {}
        props: dict[str, None] = {}
        for sentence in draft.sentences:
            sighting = sighted(self.casting, sentence)
            roles |= dict(sighting.cast)
            self.introduces = self.introduces or bool(sighting.introduced)
            for noun in sighting.nouns:
                prop = self.props.lay(noun, sentence, self.scene.place)
                if prop is not None:
                    props[prop] = None
            if sighting.its and self.props.last is not None:
                props[self.props.last] = None
        if draft.row is not None and draft.row.cast:
            self.introduces = as_listed(self.casting.company, roles, draft.row.cast) or self.introduces
            roles = {role: roles.get(role) or self.casting.look_of(role) for role in roles}
        if any(role.kind == "vehicle" for role in roles) or any(map(self._is_vehicle, props)):
            props = {prop: None for prop in props if self.props.props[prop].aliases[0] not in _PARTS_OF_A_CAR}
        return dict(list(roles.items())[:_MOST_IN_SHOT]), list(props)

    def _is_vehicle(self, prop: str) -> bool:
        return lexicon(self.casting.language).category(self.props.props[prop].aliases[0]) == "vehicle"

    def _heard(self, draft: Draft) -> list[list[Role]]:
        heard: list[list[Role]] = []
        for speech in tuple(draft.speeches):
            meant = who_says(self.casting.company, speech.cue.pronoun) if speech.cue.pronoun else []
            if speech.cue.pronoun and not meant:
                draft.speeches.remove(speech)  # nobody's words would stand on the picture
                continue
            roles = meant or [
                role for name in speech.cue.names if (role := self.casting.company.named(name)) is not None
            ]
            if not speech.cue.voice_over:
                roles = [self._known(role) for role in roles]
            for role in roles:
                role.speaks = True
                if not speech.cue.voice_over or (speech.cue.off_screen and role.seen):
                    self.casting.company.touch(role)
            self._learn_name(speech, roles)
            heard.append(roles)
        return heard

    def _learn_name(self, speech: Speech, speaking: Sequence[Role]) -> None:
        """ "Why have you stopped, Pippin?": so that is what the nameless one is called."""
        company, words = self.casting.company, lexicon("en")
        found = _CALLS_BY_NAME.search(speech.text) if self.casting.language == "en" and speaking else None
        name = (found[1] or found[2]) if found else ""
        if not name or company.named(name) or words.category(name) or words.verb(name) or name.casefold() in _NO_NAMES:
            return
        nameless = [role for role in company.recent if role not in speaking and not role.named]
        if nameless and len({role.kind for role in nameless[-2:]}) == 1:
            company.unmask(nameless[-1], name.upper(), None)

    def _known(self, role: Role) -> Role:
        stranger = who_speaks_up(self.casting.company, role)
        return role if stranger is None else made_known(self.casting.company, stranger, role)

    def _quoted(self, draft: Draft, roles: dict[Role, str | None], heard: list[list[Role]]) -> list[list[Role]]:
        """Prose may quote somebody without a name of their own: whoever the sentence shows first speaks."""
        shown = [role for role in roles if role.kind == "person"] or list(roles)
        return [
            who or (shown[:1] if speech.cue.names and not speech.cue.voice_over else [])
            for speech, who in zip(draft.speeches, heard, strict=True)
        ]

    def _on_screen(
        self, draft: Draft, roles: dict[Role, str | None], speakers: Sequence[Sequence[Role]]
    ) -> dict[Role, str | None]:
        """Whoever speaks on screen is in the shot; in a reaction whoever listens is."""
        speaking = [
            r for speech, who in zip(draft.speeches, speakers, strict=True) if not speech.cue.voice_over for r in who
        ]
        if draft.reaction and speaking and (listener := self._listener(speaking)) is not None:
            return {listener: self.casting.look_of(listener)}
        seen = dict(roles)
        for role in speaking:
            seen.setdefault(role, self.casting.look_of(role))
        if not seen and not draft.sentences and draft.speeches:
            seen = {role: self.casting.look_of(role) for role in self.casting.company.recent[-1:]}
        return seen

    def _still_here(self, draft: Draft, index: int, props: bool) -> dict[Role, str | None]:
        """A beat in which nobody is named ("The murmur dies.", "A long pause.") plays on who is there already."""
        text, language = self._text(draft), self.casting.language
        empty = index == 0 or props or draft.called is not None or not text or bool(_NOBODY.search(text))
        painted = any(noun.kind == "scenery" for noun in nouns_in(text, language))
        if language == "zh" or empty or painted or weather_in(text, language) is not None:
            return {}
        there = [role for role in self.casting.company.recent if role.kind == "person"]
        return {role: self.casting.look_of(role) for role in there[-2:]}

    def _as_called(self, draft: Draft, roles: dict[Role, str | None], props: bool) -> dict[Role, str | None]:
        """Over Tom's shoulder Tom comes last; in a point of view whoever looks comes first, and is left out where alone."""
        size = draft.called.size if draft.called is not None else None
        if size in _SINGLES and len(roles) == 2 and not draft.speeches and _AT_HIM_ZH.search(self._text(draft)):
            return dict(list(roles.items())[:1])
        angle = draft.called.angle if draft.called is not None else None
        words = " ".join(draft.notes)
        if (
            angle is Angle.OVER_SHOULDER
            and len(roles) > 1
            and (_OWN_SHOULDER.search(f"{words} {self._text(draft)}") or _BEHIND_WHOM.search(words))
        ):
            owner, *others = roles
            return {role: roles[role] for role in (*others, owner)}
        if angle is Angle.OVER_SHOULDER and len(roles) > 2 and self.introduces:
            newest = max(roles, key=lambda role: role.order)
            return {newest: roles[newest], **roles}  # whoever has not been seen yet is whom we look at
        if angle is not Angle.POINT_OF_VIEW:
            return roles
        if _OWN_VIEW.search(words):
            return {} if len(roles) == 1 and props and not draft.speeches else roles
        looking = None if draft.speeches else self._listener(list(roles))
        return roles if looking is None or not roles else {looking: self.casting.look_of(looking), **roles}

    def _addressed(self, draft: Draft, speaking: Sequence[Role]) -> Role | None:
        """Whom the words call by name: 掌柜的，一壶热酒; "Rosa, wait!"."""
        words = " ".join(speech.text for speech in draft.speeches)
        others = [role for role in self.casting.company.roles if role not in speaking and role.seen]
        calls = [(_called_out(name, words), role) for role in others for name in (*role.spellings(), *role.heads)]
        heard = [(at, role) for at, role in calls if at >= 0]
        if heard:
            return min(heard, key=lambda call: call[0])[1]
        return called_by_age(self.casting.company, words, speaking)

    def _answering(self, speaking: Sequence[Role]) -> Role | None:
        """Whoever answers was spoken to."""
        roles = [self.casting.company.named(name) for name in self.answers]
        return next(
            (r for r in roles if r is not None and r in self.casting.company.recent and r not in speaking), None
        )

    def _listener(self, speaking: Sequence[Role]) -> Role | None:
        others = [role for role in self.casting.company.recent if role not in speaking]
        people = [role for role in others if role.kind == "person" and not _IN_ARMS & set(role.heads)]
        return (people or others or [None])[-1]

    def _with_listener(self, roles: dict[Role, str | None], draft: Draft) -> dict[Role, str | None]:
        if len(roles) != 1:
            return roles
        speaking = list(roles)
        listener = self._addressed(draft, speaking) or self._answering(speaking) or self._listener(speaking)
        return roles if listener is None else {**roles, listener: self.casting.look_of(listener)}

    def _setup(self, draft: Draft, index: int, roles: dict[Role, str | None], props: int) -> Setup:
        planned = setup_for(self._view(draft, index, roles, props), self.previous)
        lies = bool(roles) and bool(_LIES.search(self._text(draft)))
        if lies and draft.called is None and not draft.speeches and planned.size not in _LYING:
            planned = planned.with_(size=Size.FULL, angle=Angle.EYE_LEVEL)
        return planned if draft.called is None else _called_setup(draft.called, planned, lies=lies)

    def _view(self, draft: Draft, index: int, roles: dict[Role, str | None], props: int) -> View:
        people = sum(role.kind == "person" for role in roles)
        return View(
            action=self._text(draft),
            language=self.casting.language,
            people=people,
            others=len(roles) - people,
            props=props,
            turn=self.turn,
            listener=bool(roles) and (hears := self._listener(list(roles))) is not None and hears.kind == "person",
            opens=index == 0,
            interior=self.scene.interior,
            scenic=self._is_scenic(draft),
            feeling=any(_FEELING.search(speech.manner) for speech in draft.speeches),
            reaction=draft.reaction,
            number=index,
            introduces=self.introduces,
            bulky=any(role.kind == "vehicle" for role in roles),
        )

    def _is_scenic(self, draft: Draft) -> bool:
        """Whether the words begin with a building or a landscape."""
        nouns = nouns_in(draft.sentences[0], self.casting.language) if draft.sentences else ()
        return bool(nouns) and nouns[0].kind == "scenery"

    def _lines(self, draft: Draft, speakers: Sequence[Sequence[Role]], shot_id: str) -> list[Line]:
        lines: list[Line] = []
        at = ceil(self._lead(draft) * self.rate)
        previous = at
        for index, (speech, who) in enumerate(zip(draft.speeches, speakers, strict=True)):
            start = previous if speech.dual and lines else at
            frames = line_frames(speech.text, self.rate)
            lines.append(_line(speech, who, f"{shot_id}-line-{index + 1}", start, frames))
            previous = start
            at = max(at, start + frames + ceil(BETWEEN * self.rate))
        return lines

    def _lead(self, draft: Draft) -> Fraction:
        """Seconds before the first word: a voice over begins at once, an actor acts first."""
        text = self._text(draft)
        if not text or (draft.speeches and draft.speeches[0].cue.voice_over):
            return HEAD
        need = min(LONGEST_ACTION, action_seconds(text, self.casting.language))
        return (
            need * Fraction(1, 2)
            if travels(text, self.casting.language)
            else max(HEAD, min(need * Fraction(2, 5), Fraction(3, 2)))
        )

    def _id(self, draft: Draft) -> str:
        """From the scene and the words, so the same words in the same scene stay the same shot."""
        words = "\n".join(
            [
                *draft.sentences,
                *(f"{'/'.join(s.cue.names)}: {s.text}" for s in draft.speeches if not s.cue.pronoun),
                *(draft.notes if draft.empty else ()),
            ]
        )
        self.used[words] = self.used.get(words, 0) + 1
        key = f"{self.scene.id}\n{words}\n{self.used[words]}"
        return f"shot-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


_IN_ARMS = frozenset({"婴儿", "宝宝", "baby", "infant"})
_SINGLES = frozenset({Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP})
_AT_HIM_ZH = re.compile(r"^[^，。]{1,14}(?:[冲向朝对]着?|[看望盯瞧]着|看向|望向)了?[^，。看望向]{1,6}")
"""特写，大姐冲他点点头: he is off screen."""


def _answering(following: Sequence[Draft]) -> tuple[str, ...]:
    """The cue of a next shot that is nothing but an answer."""
    answers = [speech for draft in following if not draft.sentences for speech in draft.speeches]
    return answers[0].cue.names if answers and not answers[0].cue.voice_over else ()


def _called_out(name: str, words: str) -> int:
    """Where the words call that name as one calls somebody, before a comma or a mark of exclamation; -1 where they don't."""
    edge = r"(?:的|，|,|！|!|？|\?|：|$)" if not name.isascii() else r"(?:,|!|\?|$)"
    found = re.search(
        rf"(?:^|(?<!\ba)(?<!\ban)(?<!\bthe)[\s，,。！!？?.])(?:my |dear )?{re.escape(name)}{edge}", words, re.I
    )
    return found.start() if found else -1


def _called_setup(called: SetupHints, planned: Setup, *, lies: bool = False) -> Setup:
    """What the script calls for; it keeps still and straight unless told, and the plan gives the size it leaves open."""
    if lies and called.size is None:
        planned = planned.with_(size=min(planned.size, Size.MEDIUM, key=list(Size).index))  # a lying face is no face
    natural = {Angle.BIRDS_EYE: Size.WIDE, Angle.OVER_SHOULDER: Size.MEDIUM}
    return Setup(
        size=called.size or (natural.get(called.angle, planned.size) if called.angle else planned.size),
        angle=called.angle or Angle.EYE_LEVEL,
        lens=called.lens,
        move=called.move or Move.STATIC,
    )


def _line(speech: Speech, who: Sequence[Role], line_id: str, start: int, frames: int) -> Line:
    return Line(
        id=line_id,
        speaker=who[0].id if who else "",
        text=speech.text,
        manner=speech.manner,
        voice_over=speech.cue.voice_over,
        start=start,
        frames=frames,
    )
