"""Blocks a shot: from an order's words to marks, beats and eyelines, as a director's assistant would chalk them.

Deterministic, and made from one order alone. The 180-degree rule comes with the order (each subject's `side`); screen
direction is kept by a habit: people travel to the right, and to the left when they come back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from engine.backends.animatic.blocking.answers import answered, handed_over, met
from engine.backends.animatic.blocking.beats import THREE_QUARTER, beats_of, on_the_ground
from engine.backends.animatic.blocking.beyond_window import through_window
from engine.backends.animatic.blocking.built_in import without_built_in
from engine.backends.animatic.blocking.climbing import climbing
from engine.backends.animatic.blocking.crowds import crowds
from engine.backends.animatic.blocking.doorways import through_doors
from engine.backends.animatic.blocking.eyelines import eyeline, side_of
from engine.backends.animatic.blocking.falling_things import moved_by_itself
from engine.backends.animatic.blocking.focus import focus_of, shoulder_of
from engine.backends.animatic.blocking.habitats import at_home, off_the_quay, on_the_wing
from engine.backends.animatic.blocking.in_arms import in_arms
from engine.backends.animatic.blocking.in_depth import in_depth
from engine.backends.animatic.blocking.inserts import from_above, in_hand_alone, on_a_table_top
from engine.backends.animatic.blocking.lettering import read_near, with_words
from engine.backends.animatic.blocking.likenesses import only_pictured, with_likenesses
from engine.backends.animatic.blocking.marks import framed_width, is_boat, is_floater, is_flyer, marks_for
from engine.backends.animatic.blocking.murals import hung, in_view, painted, without_the_canvas
from engine.backends.animatic.blocking.parts import SINGLES, Blocking, Part, puppet_of
from engine.backends.animatic.blocking.passing_by import clear_of_what_passes
from engine.backends.animatic.blocking.peepholes import is_looked_through, peephole_of
from engine.backends.animatic.blocking.perches import perched, with_perches
from engine.backends.animatic.blocking.places import scenery
from engine.backends.animatic.blocking.riding import carried_deeds, carries, grown, mounts, seated_on
from engine.backends.animatic.blocking.seats import take_seats
from engine.backends.animatic.blocking.sight import window_of
from engine.backends.animatic.blocking.sleep import sleepers
from engine.backends.animatic.blocking.swarms import circling, with_others
from engine.backends.animatic.blocking.taken_out import taken_out
from engine.backends.animatic.blocking.things import Props, Thing, place_things
from engine.backends.animatic.puppets.casting import prop_for
from engine.backends.animatic.puppets.homonyms import meant
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Beat, Mood, Peephole, Player, Puppet, SetOrder, Speech, Staging
from engine.film.setup import Angle
from engine.plan.deeds import Reading
from engine.plan.orders import LineOrder, PropOrder, ShotOrder, SubjectOrder
from engine.plan.reading import read_action
from engine.plan.ways import from_outside


def stage(order: ShotOrder) -> Staging:
    """The whole shot, ready for the theatre."""
    seconds = float(order.frames / order.rate)
    people = _seen(order)
    walled = painted(order, people)
    away = (*walled, *only_pictured(order, people))
    people = tuple(subject for subject in people if subject not in away)
    hole, on_top = peephole_of(order), False
    things = without_the_canvas(_things(order, hole), walled)
    if (held := in_hand_alone(order, things)) is not None:
        people, things = (), (held,)
    elif not people and (laid := on_a_table_top(order, things)):
        things, on_top = laid, True
    company, props = _named(order.cast), _named(order.props)
    reading, place = _read(order), scenery(order)
    things = without_built_in(things, order, place, peopled=bool(people))
    parts = _cast(order, people, reading, place)
    blocking = Blocking(order, seconds, parts, framed_width(order, [part.puppet for part in parts]))
    players, stands = _performed(order, parts, blocking)
    lone = len(players) == 1 and not isinstance(players[0].puppet, Person)  # a fox has no shoulder to look over
    bare = Staging(
        setup=from_above(order.setup) if on_top else read_near(order, things) if not people else order.setup,
        table_top=on_top,
        scenery=place,
        players=players,
        focus=focus_of(order, players, things, reading),
        seconds=seconds,
        seed=_seed(order),
        style=order.style,
        shoulder="" if lone else shoulder_of(order, people),
        peephole=hole,
    )
    window = window_of(bare, order.raster.width / order.raster.height) if things and _frames_players(bare) else None
    placed = place_things(players, things, Props(reading, order, seconds, window))
    placed = with_perches(placed, stands, order.action, props, order.setup.size)
    company_of_all = crowds(
        order, with_others(order, taken_out(handed_over(placed, reading.mentioned), order)), blocking.room
    )
    staged = take_seats(replace(bare, players=hung(walled, company_of_all, blocking.room)), order.action)
    staged = through_doors(clear_of_what_passes(staged), order.action, company)
    staged = moved_by_itself(order, in_view(staged, walled))
    return through_window(staged, order.action, [*company, *props])


def _named(those: Sequence[SubjectOrder | PropOrder]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.aliases) for one in those]


def _read(order: ShotOrder) -> Reading:
    reading = read_action(order.action, _named(order.cast), _named(order.props))
    return from_outside(reading, order.action, order.place.name) if order.place.interior is False else reading


def _things(order: ShotOrder, hole: Peephole) -> list[Thing]:
    """The puppets of the props that are there, with what is written or pictured on them."""
    seen = [prop for prop in order.props if not is_looked_through(prop.name, hole)]
    made = [Thing(p.name, prop_for(meant(p.name, order.action), p.description, p.aliases)) for p in seen]
    return with_likenesses(with_words(made, order), order)


def _performed(
    order: ShotOrder, parts: Sequence[Part], blocking: Blocking
) -> tuple[tuple[Player, ...], tuple[Player, ...]]:
    """Everybody with what they do, in the order in which one doing rests on another, and what they climbed on to do it."""
    company = _named(order.cast)
    players = _mounted(parts, tuple(on_the_wing(part, _player(part, blocking), order.action) for part in parts))
    players = circling(order, met(answered(players)))
    players = in_depth(order.action, players, company, order.setup.angle, blocking.seconds)
    asleep = sleepers(order.action, company)
    players = in_arms(order.action, tuple(replace(p, asleep=p.name in asleep) for p in players), company)
    up = climbing(order, players)
    others = [known for known in company if known[0] not in up.names]
    players, stands = perched(order.action, up.players, others, order.setup.size)
    return players, (*up.stands, *stands)


def _frames_players(staging: Staging) -> bool:
    """Whether the camera frames by somebody who is there before the props are."""
    return any(player.name in staging.focus for player in staging.players)


def _seen(order: ShotOrder) -> tuple[SubjectOrder, ...]:
    """Who is on stage. In a point-of-view shot the first of two or more is the one who looks, and is not seen."""
    if order.setup.angle is Angle.POINT_OF_VIEW and len(order.cast) > 1:
        return tuple(subject for subject in order.cast[1:] if subject.name != order.cast[0].aboard)
    return order.cast


def _cast(order: ShotOrder, people: Sequence[SubjectOrder], reading: Reading, place: SetOrder) -> tuple[Part, ...]:
    puppets = [puppet_of(s) for s in people]
    riders = _riders(order, people, puppets)
    puppets = [
        grown(puppet) if s.name in riders.values() else puppet for s, puppet in zip(people, puppets, strict=True)
    ]
    marks = marks_for(people, puppets, order, reading, place, riders)
    marks = at_home(people, puppets, marks, order, place, reading, riders)
    back = shoulder_of(order, people)
    marks = off_the_quay(marks, [subject.name != back for subject in people], place)
    deeds = {subject.name: reading.of(subject.name) for subject in people}
    return tuple(
        Part(
            order=subject,
            puppet=puppet,
            mark=mark,
            deeds=carried_deeds(subject.name, deeds, riders),
            mount=riders.get(subject.name, ""),
            speeches=_speeches(subject.name, order),
            mood=_mood(subject.name, reading, order.lines),
        )
        for subject, puppet, mark in zip(people, puppets, marks, strict=True)
    )


def _riders(order: ShotOrder, people: Sequence[SubjectOrder], puppets: Sequence[Puppet]) -> dict[str, str]:
    here = {s.name for s, puppet in zip(people, puppets, strict=True) if is_boat(s) or carries(puppet)}
    afloat = {s.name: s.aboard for s in people if s.aboard in here and not is_flyer(s)}
    return mounts(order.action, people, puppets, afloat)


def _speeches(name: str, order: ShotOrder) -> tuple[Speech, ...]:
    rate = order.rate
    return tuple(
        Speech(line.text, float(line.start / rate), float((line.start + line.frames) / rate))
        for line in order.lines
        if line.speaker == name and not line.voice_over
    )


def _mood(name: str, reading: Reading, lines: Sequence[LineOrder]) -> Mood:
    """The action's word for it, else the manner of the subject's own line."""
    if name in reading.moods:
        return reading.moods[name]
    for line in lines:
        if line.speaker == name and line.manner:
            told = read_action(f"{name} {line.manner}", [(name, ())]).moods
            if name in told:
                return told[name]
    return "calm"


def _mounted(parts: Sequence[Part], players: tuple[Player, ...]) -> tuple[Player, ...]:
    """Riders go where their mounts go."""
    on_stage = {part.order.name: (part, player) for part, player in zip(parts, players, strict=True)}
    seated: list[Player] = []
    for part, player in zip(parts, players, strict=True):
        mount = on_stage.get(part.mount) if part.puppet.height > 0.7 else None
        seated.append(seated_on(player, mount[1], part.mark.x - mount[0].mark.x) if mount else player)
    return tuple(seated)


def _player(part: Part, blocking: Blocking) -> Player:
    partner = _partner(part, blocking.parts)
    riders = {other.order.name for other in blocking.parts if other.mount == part.order.name}
    ahead = _partner(part, [other for other in blocking.parts if other.order.name not in riders]) if riders else None
    ridden = _is_ridden(part, blocking)
    beats = beats_of(part, blocking, _rest_yaw(part, ahead if ridden else partner, blocking, is_ridden=ridden))
    if isinstance(part.puppet, Person) and is_floater(part.order):
        beats = tuple(_hovering(beat, part.mark.x) for beat in beats)
    gazes = [deed.gaze for deed in part.deeds if deed.gaze]
    return Player(
        name=part.order.name,
        puppet=part.puppet,
        beats=beats,
        speeches=part.speeches,
        z=part.mark.z,
        mood=part.mood,
        looks_at=gazes[-1] if gazes else _looks_at(partner, blocking),
        eyeline=eyeline(part, partner, blocking),
        seed=part.order.look_seed,
        lift=part.mark.lift,
        seat="ground" if on_the_ground(part) else None,
    )


def _looks_at(partner: Part | None, blocking: Blocking) -> str:
    if partner is not None:
        return partner.order.name
    talks = blocking.order.setup.size in SINGLES
    return blocking.order.opposite.name if talks and blocking.order.opposite is not None else ""


def _hovering(beat: Beat, x: float) -> Beat:
    """A ghost hangs upright in the air where it appears: it does not swim."""
    return replace(beat, act=Act.STAND, x0=x, x1=x) if beat.act is Act.FLY else beat


def _is_ridden(part: Part, blocking: Blocking) -> bool:
    return (
        any(other.mount == part.order.name for other in blocking.parts)
        and not part.mark.seated
        and not is_boat(part.order)
    )


def _partner(part: Part, parts: Sequence[Part]) -> Part | None:
    """Whom this one attends to: the target of a deed, else whoever speaks, else the nearest other."""
    others = [other for other in parts if other is not part]
    targets = [deed.target for deed in part.deeds if deed.target]
    for other in others:
        if targets and other.order.name == targets[-1]:
            return other
    speaking = [other for other in others if other.speeches]
    pool = speaking or others
    return min(pool, key=lambda other: abs(other.mark.x - part.mark.x), default=None)


def _rest_yaw(part: Part, partner: Part | None, blocking: Blocking, *, is_ridden: bool) -> float:
    """Where the body faces when it goes nowhere: the partner, or off-screen to where the other is, past the line."""
    if blocking.order.setup.angle is Angle.POINT_OF_VIEW:
        return 0.0
    if is_ridden and partner is None:
        return THREE_QUARTER  # the way it came: out and on to the right
    if partner is not None and abs(partner.mark.x - part.mark.x) > 0.05:
        return THREE_QUARTER if partner.mark.x > part.mark.x else -THREE_QUARTER
    if partner is None and (side := side_of(part, blocking)):
        return side * THREE_QUARTER
    return -THREE_QUARTER if part.order.side > 0 else THREE_QUARTER


def _seed(order: ShotOrder) -> int:
    text = f"{order.seed}|{order.action}|{order.place.name}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])
