"""Film -> render plan: a DAG of content-hashed nodes, one per distinct order. Pure: the same film, the same plan.

A node's key is the take's key. Two equal shots share a node; a shot that did not change keeps its key, so the take
store already holds its picture and nothing is rendered again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.setup import Size
from engine.film.shots import Casting, Line, Panel, Scene, Shot
from engine.plan.air import Air, airs
from engine.plan.capabilities import ModelManifest, Stage
from engine.plan.climbs import high_up
from engine.plan.continuity import passengers, sides
from engine.plan.finals import started_from
from engine.plan.idle_wishes import without_idle
from engine.plan.in_hand import held_over
from engine.plan.orders import (
    DraftOrder,
    LineOrder,
    PanelOrder,
    PlaceOrder,
    Posture,
    PropOrder,
    ShotOrder,
    Side,
    SubjectOrder,
    key_of,
)
from engine.plan.over_cuts import NOTHING, OverCut, opposites, over_cuts
from engine.plan.period import Periods, periods_of
from engine.plan.pictured import Sitter, sitters, sitters_in
from engine.plan.postures import Down, postures
from engine.plan.riding import is_mount

_CLOSE = frozenset({Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP})
_ONE_STAGE: tuple[Stage, ...] = ("motion",)


@dataclass(frozen=True, slots=True)
class Node:
    """One piece of work. `shots` are the ids it serves; `stands_on` the keys of the nodes it needs first."""

    key: str
    stage: Stage
    engine: str
    order: ShotOrder
    shots: tuple[str, ...]
    stands_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Nodes in story order, what is stood on before what stands on it."""

    nodes: tuple[Node, ...]

    @property
    def keys(self) -> dict[str, str]:
        """Shot id -> key of the take that answers it (its last stage)."""
        return {shot: node.key for node in self.nodes for shot in node.shots if node.stage == "motion"}

    def missing(self, has: Callable[[str], bool]) -> tuple[Node, ...]:
        """The nodes whose take `has` does not know yet."""
        return tuple(node for node in self.nodes if not has(node.key))


def plan(
    film: Film, shots: Collection[str] | None = None, manifests: Mapping[str, ModelManifest] | None = None
) -> Plan:
    """The plan for all shots, or for those whose ids are in `shots`."""
    nodes: dict[str, Node] = {}
    for shot, wished in orders(film, shots):
        order = without_idle(wished)
        manifest = (manifests or {}).get(order.engine)
        for node in _chain(shot, order, manifest.stages if manifest else _ONE_STAGE):
            seen = nodes.get(node.key)
            nodes[node.key] = replace(seen, shots=(*seen.shots, *node.shots)) if seen else node
    return Plan(tuple(nodes.values()))


def orders(film: Film, shots: Collection[str] | None = None) -> Iterator[tuple[Shot, ShotOrder]]:
    """Every wanted shot with its order, in story order; what a revision has omitted is not played. All its wishes are in it: what one
    engine cannot use another may, and it has to be said."""
    film = film.played
    words = _Words(film)
    cuts = over_cuts(film)
    rode: dict[str, str] = {}
    for scene in film.scenes:
        kept: dict[str, Side] = {**dict.fromkeys(rode.values(), 0), **sides(scene)}
        aboard = passengers(scene, words.cast, rode)
        rode |= {who: on for last in [*aboard.values()][-1:] for who, on in last.items() if is_mount(words.cast[on])}
        down = postures(scene, words.cast, words.props)
        high = high_up(scene, words.cast, words.props)
        held = held_over(scene, words.cast, words.props)
        air = airs(scene)
        before = opposites(scene, words.cast)
        for shot in scene.shots:
            if shots is None or shot.id in shots:
                inherited = Continuity(
                    kept,
                    aboard[shot.id],
                    down[shot.id],
                    held[shot.id],
                    air[shot.id],
                    cuts[shot.id],
                    before.get(shot.id),
                    high[shot.id],
                )
                yield shot, words.order(scene, shot, inherited)


def _chain(shot: Shot, order: ShotOrder, stages: Iterable[Stage]) -> Iterator[Node]:
    stands_on: tuple[str, ...] = ()
    for stage in stages:
        key = key_of(order, stands_on) if stage == "motion" else key_of(order, (stage, *stands_on))
        yield Node(key, stage, order.engine, order, (shot.id,), stands_on)
        stands_on = (key,)


@dataclass(frozen=True, slots=True)
class Continuity:
    """What one shot inherits from its scene, by subject id: sides, the boat somebody is in, who is not on their feet; and
    by prop id in whose hand it still is ("": no longer, but it was); what is in the air; what goes on over the cuts; and who
    is off screen before the only one in the shot; `high`: who is up on what they have climbed."""

    sides: Mapping[str, Side]
    aboard: Mapping[str, str]
    down: Mapping[str, Down]
    held: Mapping[str, str]
    air: tuple[Air, ...] = ()
    cuts: Mapping[str, OverCut] = field(default_factory=dict[str, OverCut])
    opposite: str | None = None
    high: Mapping[str, str] = field(default_factory=dict[str, str])


class _Words:
    """Turns ids into words: looks up subjects, props and places once per film."""

    def __init__(self, film: Film) -> None:
        self.film = film
        self.cast = {subject.id: subject for subject in film.cast}
        self.props = {prop.id: prop for prop in film.props}
        self.places = {place.id: place for place in film.places}
        self.sitters = sitters(film)
        self.periods: Periods = periods_of(film)
        self._subjects: dict[tuple[str, str | None, Side, str, Posture, OverCut, str], SubjectOrder] = {}

    def order(self, scene: Scene, shot: Shot, kept: Continuity) -> ShotOrder:
        film = self.film
        return ShotOrder(
            engine=shot.engine or film.engine,
            style=film.style,
            language=film.language,
            raster=film.raster,
            rate=film.rate,
            frames=shot.duration,
            head=film.handles,
            tail=film.handles,
            seed=shot.seed or 0,
            action=shot.action,
            setup=shot.setup,
            place=self._place(scene),
            time_of_day=scene.time_of_day,
            weather=shot.weather or scene.weather,
            air=kept.air,
            period=self.periods.of_scene(scene.id),
            cast=tuple(self._subject(casting, kept) for casting in self._company(shot, kept.aboard)),
            opposite=self._opposite(kept),
            props=tuple(self._prop(prop, kept.held.get(prop, ""), shot.action) for prop in _in_view(shot, kept)),
            lines=tuple(self._line(line) for line in shot.lines),
            panels=tuple(_panel(panel, panel.picture) for panel in shot.panels if panel.picture),
            first_frame=_digest(shot.first_frame),
            last_frame=_digest(shot.last_frame),
            control=shot.rendering.control,
            between=shot.rendering.between,
            finish=shot.rendering.finish,
            overlong=shot.rendering.overlong,
            drafted=_drafted(shot, film),
        )

    def _company(self, shot: Shot, aboard: Mapping[str, str]) -> tuple[Casting, ...]:
        """The shot's cast, and what its passengers sit in or on even where the shot doesn't name it. In a close shot of a
        rider the horse is out of frame."""
        here = {casting.subject for casting in shot.cast}
        near = shot.setup.size in _CLOSE
        added = [on for on in aboard.values() if on not in here and not (near and is_mount(self.cast[on]))]
        added += [who for who in aboard if who not in here]  # and whoever sits on what goes
        return (*shot.cast, *(Casting(subject=on) for on in dict.fromkeys(added)))

    def _place(self, scene: Scene) -> PlaceOrder:
        if scene.place is None:
            return PlaceOrder(description=scene.heading)
        place = self.places[scene.place]
        return PlaceOrder(
            name=place.name,
            description=place.description,
            interior=place.interior,
            references=tuple(reference.digest for reference in place.references),
        )

    def _subject(self, casting: Casting, kept: Continuity) -> SubjectOrder:
        """Made once for all the shots in which somebody is the same: making values that check themselves is half a plan."""
        who = casting.subject
        down = kept.down[who].posture if who in kept.down else "upright"
        aboard = self.cast[kept.aboard[who]].name if who in kept.aboard else ""
        cut = kept.cuts.get(who, NOTHING)
        up = kept.high.get(who, "")
        key = (who, casting.look, kept.sides[who], aboard, down, cut, up)
        if key not in self._subjects:
            made = self._as_ordered(casting, kept.sides[who], aboard, down, cut)
            self._subjects[key] = made.model_copy(update={"up_on": up}) if up else made
        return self._subjects[key]

    def _opposite(self, kept: Continuity) -> SubjectOrder | None:
        """Off screen nobody brings anything over a cut."""
        return self._subject(Casting(subject=kept.opposite), replace(kept, cuts={})) if kept.opposite else None

    def _as_ordered(self, casting: Casting, side: Side, aboard: str, posture: Posture, cut: OverCut) -> SubjectOrder:
        subject = self.cast[casting.subject]
        look = subject.look(casting.look)
        return SubjectOrder(
            name=subject.name,
            aliases=subject.aliases,
            description=subject.description,
            look=look.description,
            look_seed=subject.look_seed,
            palette=look.palette,
            references=tuple(reference.digest for reference in look.references),
            period=self.periods.of_subject(subject.id),
            side=side,
            aboard=aboard,
            posture=posture,
            comes_by=cut.comes_by,
            begun=cut.begun,
            goes_on=cut.goes_on,
        )

    def _prop(self, prop_id: str, holder: str, action: str) -> PropOrder:
        prop = self.props[prop_id]
        shown = self.sitters.get(prop_id, ())
        here = sitters_in(prop, action, self.film) if prop_id in self.sitters else None
        return PropOrder(
            name=prop.name,
            aliases=prop.aliases,
            description=prop.description,
            references=tuple(reference.digest for reference in prop.references),
            held_by=self.cast[holder].name if holder else "",
            shows=tuple(self._sitter(sitter) for sitter in (shown if here is None else here)),
        )

    def _sitter(self, sitter: Sitter) -> SubjectOrder:
        """Somebody in a picture, as he is cast, or as the words tell."""
        if not sitter.subject:
            return SubjectOrder(name=sitter.words, description=sitter.words, look_seed=sitter.seed)
        return self._as_ordered(Casting(subject=sitter.subject), 0, "", "upright", NOTHING)

    def _line(self, line: Line) -> LineOrder:
        speaker = self.cast.get(line.speaker)
        return LineOrder(
            speaker=speaker.name if speaker else "",
            text=line.text,
            manner=line.manner,
            voice_over=line.voice_over,
            start=line.start,
            frames=line.frames,
        )


def _in_view(shot: Shot, kept: Continuity) -> tuple[str, ...]:
    """The shot's props, the furniture that those who are down have stayed on, and what is in a hand."""
    furniture = (prop for down in kept.down.values() for prop in down.furniture)
    return tuple(dict.fromkeys([*shot.props, *furniture, *kept.held]))


def _panel(panel: Panel, picture: Reference) -> PanelOrder:
    return PanelOrder(start=panel.start, picture=picture.digest, matte=_digest(panel.matte), flat=panel.flat)


def _drafted(shot: Shot, film: Film) -> DraftOrder | None:
    """What the shot's final starts from; a take that is no longer among the shot's leads nothing."""
    take = shot.take(shot.rendering.drafted)
    return None if take is None or shot.rendering.finish == "draft" else started_from(take, film.rate)


def _digest(reference: Reference | None) -> str | None:
    return reference.digest if reference else None
