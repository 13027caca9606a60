"""What somebody writes on a card is taken down as a script is: who and what is named there joins the cast and the shot, a place is the scene's.

Three readings meet, as for a revised script: what the words said before, the film, and what they say now. Only the difference goes into the
film, so who was taken off a shot by hand stays off, and who was put there stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import TypeVar

from engine.film.cast import Place, Prop, Subject, look_seed
from engine.film.document import Film
from engine.film.locate import line_ids, with_each_shot
from engine.film.revision.merging import cast_of, subject_of
from engine.film.revision.threeway import chosen, members, merged, merged_row
from engine.film.setup import Setup
from engine.film.shots import Line, Scene, Shot
from engine.script.cards import Reading, read_cards, strangers_to
from engine.script.new_scenes import elsewhere, under_headings
from engine.script.screenplay import Element
from engine.script.small_letters import with_capitals
from engine.script.spoken_on_cards import Speeches, spoken_on

BLANK_SECONDS = 3
"""How long a card lasts on which nothing is written."""

_AROUND = 24
"""Shots that are read beside the scene that was written in: enough to know who "she" is, and a tenth of a second."""

V = TypeVar("V", Prop, Place)


def taken_down(film: Film, was: Mapping[str, str]) -> Film:
    """The film with what its words say. `was` tells what an action (by the shot's id) or a heading (by the scene's) said when the film was last
    taken down; "" for a card on which nothing stood."""
    was = {key: words for key, words in was.items() if _words_of(film).get(key, words) != words}
    if not was:
        return film
    known = {scene.id: scene.heading for scene in film.scenes}
    film = under_headings(film, was)
    was |= {s.id: known.get(s.id, "") for s in film.scenes if known.get(s.id, "") != s.heading and s.id not in was}
    film, said = _with_speech(film, was)
    now = _around(film, was)
    before = tuple(_as_it_was(scene, was) for scene in now)
    strangers = strangers_to(film, before)
    base, theirs = read_cards(film, before, strangers), read_cards(film, now, strangers, said)
    shots = {shot.id: _shot(film, shot, base, theirs, was) for scene in now for shot in scene.shots}
    blank = {scene.id for scene in before if not scene.heading and not any(_written(shot) for shot in scene.shots)}
    blank |= {scene.id for scene in film.scenes if scene.id not in known}
    read = {scene.id: _scene(scene, base, theirs, blank).with_(shots=_those(scene, shots)) for scene in now}
    scenes = tuple(scene if (told := read.get(scene.id, scene)) == scene else told for scene in film.scenes)
    after = film.with_(scenes=scenes, language=chosen(base.language, film.language, theirs.language, script=False))
    moves = {shot: scene for shot, scene in theirs.moves.items() if shot not in base.moves}
    return _with_rows(after, base, theirs, moves, was)


def _words_of(film: Film) -> dict[str, str]:
    return {shot.id: shot.action for shot in film.shots} | {scene.id: scene.heading for scene in film.scenes}


def _as_it_was(scene: Scene, was: Mapping[str, str]) -> Scene:
    shots = tuple(shot.with_(action=was[shot.id]) if shot.id in was else shot for shot in scene.shots)
    return scene.with_(heading=was.get(scene.id, scene.heading), shots=shots)


def _written(shot: Shot) -> bool:
    return bool(shot.action.strip() or shot.lines)


def _those(scene: Scene, shots: Mapping[str, Shot]) -> tuple[Shot, ...]:
    """The scene's shots as they were read; those of which nothing new is said are the same objects."""
    return tuple(shot if shots[shot.id] == shot else shots[shot.id] for shot in scene.shots)


def _around(film: Film, was: Mapping[str, str]) -> tuple[Scene, ...]:
    """The scenes that were written in, with as many before and behind them as can be read at once."""
    touched = [i for i, s in enumerate(film.scenes) if s.id in was or any(shot.id in was for shot in s.shots)]
    first, last, room = touched[0], touched[-1] + 1, _AROUND
    while first and (room := room - len(film.scenes[first - 1].shots)) >= 0:
        first -= 1
    while last < len(film.scenes) and (room := room - len(film.scenes[last].shots)) >= 0:
        last += 1
    return film.scenes[first:last]


def _shot(film: Film, own: Shot, base: Reading, theirs: Reading, was: Mapping[str, str]) -> Shot:
    old, said = base.shots.get(own.id), theirs.shots.get(own.id)
    if old is None or said is None or (own.id not in was and _only_loses(old, said)):
        return own
    shot = own.with_(
        cast=cast_of(old, own, said),
        props=members(old.props, own.props, said.props),
        weather=chosen(old.weather, own.weather, said.weather, script=False),
    )
    if own.id not in was:
        return shot
    length = round(BLANK_SECONDS * film.rate)
    if not was[own.id].strip() and not own.lines:
        old = old.with_(setup=Setup(), duration=length)
    if not _written(own):  # its words became the scene's heading, or are gone
        said = said.with_(setup=Setup(), duration=length)
    lines = (*own.lines, *_new_lines(film, own, said.lines[len(own.lines) :]))
    setup = chosen(old.setup, own.setup, said.setup, script=False)
    return shot.with_(
        setup=setup, lines=lines, duration=chosen(old.duration, own.duration, said.duration, script=False)
    )


def _only_loses(old: Shot, said: Shot) -> bool:
    """Whether somebody is read out of a shot and nobody into it: her words name a person whom a rewritten shot before it introduced."""
    was, told = ({casting.subject for casting in shot.cast} for shot in (old, said))
    return told < was


def _new_lines(film: Film, shot: Shot, lines: Sequence[Line]) -> tuple[Line, ...]:
    taken = line_ids(film)
    free = (f"{shot.id}-line-{number}" for number in count(1))
    ids = (each for each in free if each not in taken)
    return tuple(line.with_(id=next(ids)) for line in lines)


def _scene(own: Scene, base: Reading, theirs: Reading, blank: set[str]) -> Scene:
    old, said = base.scenes.get(own.id), theirs.scenes.get(own.id)
    if said is None:
        return own
    if old is None or own.id in blank:
        old = Scene(id=own.id, number=own.number)
    return own.with_(
        place=chosen(old.place, own.place, said.place, script=False),
        time_of_day=chosen(old.time_of_day, own.time_of_day, said.time_of_day, script=False),
        weather=chosen(old.weather, own.weather, said.weather, script=False),
    )


def _with_rows(film: Film, base: Reading, theirs: Reading, moves: Mapping[str, Scene], was: Mapping[str, str]) -> Film:
    """The film with those and that in its cast, props and places whom its scenes name now; what was read before, is needed no more and
    was left as it was read goes."""
    shots = tuple(film.shots)
    worn = {(casting.subject, casting.look) for shot in shots for casting in shot.cast}
    seen = {subject for subject, _ in worn} | {line.speaker for shot in shots for line in shot.lines}
    props, places = {prop for shot in shots for prop in shot.props}, {scene.place for scene in film.scenes}
    known = {subject.id: subject.look_seed for subject in film.cast}
    seeds = list(known.values())
    said: list[Subject] = []
    for subject in theirs.cast:
        seed = known.get(subject.id) if subject.id in known else look_seed(subject.name, seeds)
        seeds += [] if subject.id in known else [seed or 0]
        said.append(subject.with_(look_seed=seed))
    old = tuple(each.with_(look_seed=known.get(each.id, each.look_seed)) for each in base.cast)
    cast = merged_row(
        old,
        film.cast,
        [each for each in said if each.id in seen or each.id in known],
        key=_id,
        one=subject_of(worn),
        needed=lambda each: each.id in seen,
    )
    places |= {scene.place for scene in moves.values()}
    film = film.with_(
        cast=cast,
        props=_row(base.props, film.props, theirs.props, lambda each: each.id in props),
        places=_row(base.places, film.places, theirs.places, lambda each: each.id in places),
    )
    return elsewhere(film, moves, was)


def _row(base: Sequence[V], mine: Sequence[V], theirs: Sequence[V], needed: Callable[[V], bool]) -> tuple[V, ...]:
    there = {each.id for each in mine}
    named = [each for each in theirs if each.id in there or needed(each)]
    return merged_row(base, mine, named, key=_id, one=_one, needed=needed)


def _one(base: V, mine: V, theirs: V) -> V:
    return merged(base, mine, theirs, script=())


def _id(value: Subject | Prop | Place) -> str:
    return value.id


def _with_speech(film: Film, was: Mapping[str, str]) -> tuple[Film, dict[str, tuple[Element, ...]]]:
    """The film without the cues on its cards and the lines that were taken back there; and what is newly said, shot by shot."""
    new: dict[str, tuple[Element, ...]] = {}
    names = [subject.name for subject in film.cast]

    def heard(words: str) -> Speeches:
        return spoken_on(with_capitals((words,), names)[0])

    def change(shot: Shot) -> Shot:
        if shot.id not in was:
            return shot
        before, now = heard(was[shot.id]), heard(shot.action)
        gone = set(before.texts) - set(now.texts)
        known = {*before.texts, *(line.text for line in shot.lines)}
        speeches = [speech for speech in now.said if speech[-1].text not in known]
        new[shot.id] = tuple(element for speech in speeches for element in speech)
        lines = tuple(line for line in shot.lines if line.text not in gone)
        action = now.action if now.action.casefold() != shot.action.casefold() else shot.action
        return shot if action == shot.action and lines == shot.lines else shot.with_(action=action, lines=lines)

    return with_each_shot(film, change), new
