"""Who has what in the hand when a shot begins: a lantern picked up in one shot is still held in the next.

Only verbs that leave a thing in the hand count, or out of it; whether a thing fits into a hand is the stage's to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.film.cast import Prop, Subject
from engine.film.shots import Scene, Shot
from engine.plan.names import Mention, Names, names_of

_KEEPS = re.compile(
    r"\b(?:hold(?:s|ing)?|held|carr(?:y|ies|ied|ying)|take(?:s|n)?|taking|took|bring(?:s|ing)?|brought|grab(?:s|bed|bing)?|pick(?:s|ed|ing)?"
    r"|clutch(?:es|ed|ing)?|hug(?:s|ged|ging)?|lift(?:s|ed|ing)?|rais(?:es|e|ed|ing)|grip(?:s|ped|ping)?|grasp(?:s|ed|ing)?|snatch(?:es|ed|ing)?"
    r"|seiz(?:es|ed|e|ing)|cradl(?:es|ed|e|ing)|dra(?:ws|wing)|drew|catch(?:es|ing)?|caught|with)\b(?!\s+off\b)"
    r"|拿|提[着起]?|握|撑|抱|捧|带着|执|端|举|拄|背着|持|抓|拎|扛|挎|掏出|取出|拾起?|捡起?|接过|接住|拔出|抽出|叼",
    re.I,
)
_GIVES = re.compile(
    r"\b(?:gives?|giving|gave|hand(?:s|ed|ing)?(?= (?:\w+ ){0,3}(?:to|the|a|an|his|her|him|it)\b)|pass(?:es|ed|ing)?|offer(?:s|ed|ing)?)\b|递|交给|送给|还给",
    re.I,
)
_LOSES = re.compile(
    r"\b(?:put(?:s|ting)?|sets?|setting|lay(?:s|ing)?|laid|plac(?:es|ed|e|ing)|drop(?:s|ped|ping)?|throw(?:s|n|ing)?|threw|toss(?:es|ed|ing)?"
    r"|leav(?:es|e|ing)|left|hang(?:s|ing)?|hung|hid(?:es|e|ing)?|los(?:es|e|ing)|lost|let(?:s|ting)? go|releas(?:es|ed|e|ing)|takes? off"
    r"|burn(?:s|ed|ing)?|tears?|tearing|tore|eats?|eating|ate|pockets?|pocketed|sheath(?:es|ed)|lower(?:s|ed|ing)?)\b"
    r"|放下|放[在到回进入]|搁|扔|丢|抛|掉|松开|松手|插[进入回]|挂[在到上]|藏|塞|撕|烧|吃掉|收起",
    re.I,
)
_VERB = re.compile(f"(?P<gives>{_GIVES.pattern})|(?P<loses>{_LOSES.pattern})|(?P<keeps>{_KEEPS.pattern})", re.I)
_SENTENCE = re.compile(r"[.!?;。！？；\n]+")
_IT = re.compile(r"^\s*(?:up |down )?(?:it|them)\b|^[着了起下]?它", re.I)
_DISPOSES = re.compile(r"[把将]\s*(?:那|这)?\S{0,3}$")
_NOT_THE_DOER = re.compile(r"[向对朝往给]\s*$|\b(?:to|at|toward|towards|from|beside|behind|past)\s+(?:the\s+)?$", re.I)


@dataclass(slots=True)
class _Hands:
    """What is in whose hand (prop id -> subject id) while a shot is read, and what was let go of in it."""

    held: dict[str, str]
    cast: Mapping[str, str]  # name -> subject id
    props: Mapping[str, str]  # name -> prop id
    last: str = ""

    def read(self, sentence: str, names: Names) -> None:
        mentions = names.mentions(sentence)
        verbs = list(_VERB.finditer(sentence))
        ends = [*(verb.start() for verb in verbs[1:]), len(sentence)]
        for verb, end in zip(verbs, ends, strict=False):
            things = [self.props[m.name] for m in _objects(verb, end, sentence, mentions) if m.name in self.props]
            if not things and _IT.match(sentence[verb.end() :]):
                things = [self.last] if self.last else list(self.held)[-1:]
            people = [m for m in mentions if m.name in self.cast]
            for thing in things[:1]:
                self.last = thing
                self._moves(thing, verb, sentence, people)

    def _moves(self, thing: str, verb: re.Match[str], sentence: str, people: Sequence[Mention]) -> None:
        before = [m.name for m in people if m.end <= verb.start() and not _NOT_THE_DOER.search(sentence[: m.start])]
        doer = self.cast[before[-1]] if before else self.held.get(thing) or next(iter(self.cast.values()))
        if verb["keeps"]:
            self.held[thing] = doer
            return
        self.held.pop(thing, None)
        taker = [self.cast[m.name] for m in people if m.start >= verb.end() and self.cast[m.name] != doer]
        if verb["gives"] and taker:
            self.held[thing] = taker[0]


def _objects(verb: re.Match[str], end: int, sentence: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """What the verb is done to: what stands behind it, or before it after 把."""
    yield from (m for m in mentions if m.end <= verb.start() and _DISPOSES.search(sentence[: m.start]))
    yield from (m for m in mentions if verb.end() <= m.start < end)


def held_over(scene: Scene, cast: Mapping[str, Subject], props: Mapping[str, Prop]) -> dict[str, dict[str, str]]:
    """Shot id -> {prop id: subject id, or "" where it is let go of in this shot}: what the shot's subjects had in the hand
    when it began."""
    held: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for shot in scene.shots:
        here = {casting.subject for casting in shot.cast}
        before = {prop: who for prop, who in held.items() if who in here}
        if here and (before or shot.props) and _VERB.search(shot.action):
            held = _after(shot, held, cast, props)
        found[shot.id] = {prop: who if held.get(prop) == who else "" for prop, who in before.items()}
    return found


def _after(
    shot: Shot, held: Mapping[str, str], cast: Mapping[str, Subject], props: Mapping[str, Prop]
) -> dict[str, str]:
    people = [cast[casting.subject] for casting in shot.cast]
    things = [props[prop] for prop in dict.fromkeys([*shot.props, *held])]
    names = names_of(tuple((known.name, known.aliases) for known in (*people, *things)))
    hands = _Hands(dict(held), {who.name: who.id for who in people}, {thing.name: thing.id for thing in things})
    for sentence in _SENTENCE.split(shot.action):
        hands.read(sentence, names)
    return hands.held
