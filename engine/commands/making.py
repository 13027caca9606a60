"""`new` and `render`: a film document is begun, its missing shots are rendered, the takes are adopted.

`render` holds the film's lock while it loads and saves, never while shots are drawn: so a second `render` can watch, and
only the queue's own lock decides who draws. (`film` writes the document, so it holds the lock to its end.)
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine import protocol
from engine.client import Client
from engine.commands.assigning import assigned, drawn_so, is_choice
from engine.commands.console import Bar, Console
from engine.commands.finishing import finals, undrafted
from engine.commands.styling import restyled, styled
from engine.errors import BadInput, Cancelled, Locked, RenderFailed
from engine.film import store
from engine.film.document import Film
from engine.film.lock import FilmLock
from engine.film.rate import Raster, Rate
from engine.film.revision import history
from engine.film.shots import Shot
from engine.plan.capabilities import ModelManifest
from engine.plan.estimate import estimate
from engine.plan.plan import Node, Plan, plan
from engine.plan.routing import remarks_on
from engine.queue.outcome import Outcome
from engine.shelf.guessing import paces_of
from engine.shelf.manifests import find
from engine.shelf.places import folder_of
from engine.shelf.quick import at_hand
from engine.takes.adopt import adopt

_PATIENCE = 5.0  # seconds; loading and saving a long film on a slow disk takes two


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a film made from a script should be like."""

    rate: Rate
    raster: Raster
    engine: str = "animatic"
    style: str = ""  # a name, or a style file; empty: as the script's title page says


def new(folder: Path, film: Film, console: Console, reading: Film | None = None) -> None:
    """Make a new film folder; `reading` is what its script says. Raises BadInput when something is there already."""
    store.must_be_new(folder)
    store.save(film, folder)
    if reading is not None:
        history.keep_reading(folder, reading)
    console.result(f"{folder}: {film.title}, {counted(_count(film))}.", folder=str(folder), shots=_count(film))


def render(
    folder: Path,
    console: Console,
    *,
    slates: Collection[str] = (),
    engine: str = "",
    style: str = "",
    sound: bool = False,
    wishes: dict[str, Any] | None = None,
    follow: str = "",
) -> Outcome:
    """Render what is missing of a saved film (`slates`: only those), adopt the takes and save. `engine` may leave the choice to
    the shots ("auto", or several); `wishes` are fields of a shot's `rendering`, `sound` prefers models that speak, `follow` names
    the take that a final starts from.

    Raises RenderFailed when a shot could not be rendered (the others are kept), Cancelled on Ctrl-C.
    """
    with opened(folder, "storyreel render"):
        film = store.load(folder)
        shots = wanted_shots(film, slates)
        film = drawn_so(film, {shot.id for shot in shots}, wishes or {})
        if is_choice(engine):
            film = assigned(film, {shot.id for shot in shots}, engine, console, sound=sound)
        elif engine:
            _must_be_ready(manifest_of(engine))
            film = film.with_(engine=engine)
            _tell_own_engines(shots, engine, console)
        film = styled(restyled(film, folder), style, "", folder, console)
        film = _finished(film, {shot.id for shot in shots}, wishes or {}, follow, console)
        shots = wanted_shots(film, slates)
        planned = plan(film, {shot.id for shot in shots})
        film = adopt(film, planned, Client(folder).store)
        store.save(film, folder)
    return render_plan(folder, film, planned, console)


def _finished(film: Film, shots: Collection[str], wishes: dict[str, Any], follow: str, console: Console) -> Film:
    """With the drafts that finals start from; another finish starts from nothing. Raises BadInput."""
    if wishes.get("finish") == "final" or follow:
        return finals(film, shots, follow, console)
    return undrafted(film, shots) if "finish" in wishes else film


def _tell_own_engines(shots: Collection[Shot], engine: str, console: Console) -> None:
    """An engine for the film does not take a shot's own away: that would be a surprise, and so is keeping it in silence."""
    own = [shot for shot in shots if shot.engine not in (None, engine)]
    if own:
        slates = ", ".join(shot.slate for shot in own[:5]) + (", ..." if len(own) > 5 else "")
        console.say(
            f"{slates}: drawn with the engine that the shot itself names ({own[0].engine}{', ...' if len(own) > 1 else ''})."
        )


def render_plan(folder: Path, film: Film, planned: Plan, console: Console) -> Outcome:
    """Queue the plan's missing nodes, render them, and say how it went. Raises RenderFailed, Cancelled, StorageFailed."""
    client = Client(folder)
    for node in planned.nodes:
        if client.store.has(node.key) and not client.store.intact(node.key):
            console.say(
                f"The take of shot {_slate(film, node)} was damaged; it is kept and the shot is rendered again."
            )
    missing = planned.missing(client.store.has)
    _tell_cost(film, planned, missing, console)
    submitted = client.submit(planned.nodes)
    slates = {node.key: _slate(film, node) for node in planned.nodes}
    lengths = {node.key: node.order.length for node in missing}
    with console.bar("Rendering") as bar:
        outcome = client.render(submitted.unsettled, Watch(bar, console, lengths, slates))
    if outcome.failed:
        failed = outcome.failed[0][1]
        more = f" ({len(outcome.failed)} shots failed.)" if len(outcome.failed) > 1 else ""
        raise RenderFailed(f"{failed.sentence}{more}", failed.action or "Run the same command again; the rest is kept.")
    if outcome.cancelled:
        raise Cancelled(
            f"{counted(len(outcome.cancelled))} taken off the queue by another command; the rest is kept.",
            "Run the same command again to render what is missing.",
        )
    return outcome


def take_in(folder: Path, console: Console) -> None:
    """Adopt finished takes into the saved film; when somebody has it open, that is left to the next command. Hold no lock
    when calling."""
    try:
        with opened(folder, "storyreel"):
            store.save(with_takes(folder), folder)
    except Locked as busy:
        console.say(f"{busy.sentence} The takes are kept; the next command puts them into the film.")


def with_takes(folder: Path) -> Film:
    """The saved film with every take that is finished by now, adopted or not. Changes nothing on the disk."""
    film = store.load(folder)
    return adopt(film, plan(film), Client(folder).store)


@contextmanager
def opened(folder: Path, program: str) -> Iterator[None]:
    """The film's lock, waited for a moment: another command holds it only while it loads and saves. Raises Locked when
    somebody has the film open for longer."""
    patient = time.monotonic() + _PATIENCE
    lock = FilmLock(folder, program)
    while True:
        try:
            lock.acquire()
            break
        except Locked:
            if time.monotonic() > patient:
                raise
            time.sleep(0.05)
    try:
        yield
    finally:
        lock.release()


def wanted_shots(film: Film, slates: Collection[str]) -> tuple[Shot, ...]:
    """The shots with these slates (or ids); all of them without any. Raises BadInput for one that is not there."""
    everything = tuple(film.played.shots)
    if not slates:
        return everything
    known = {name: shot for shot in everything for name in (shot.id, shot.slate)}
    for slate in slates:
        if slate not in known and any(shot.omitted and slate in (shot.id, shot.slate) for shot in film.shots):
            raise BadInput(f"Shot {slate} is omitted.", "A revision of the script that has it brings it back.")
        if slate not in known:
            raise BadInput(f"The film has no shot {slate}.", "`storyreel show FILM` lists them.")
    return tuple(known[slate] for slate in slates)


def manifest_of(engine: str) -> ModelManifest:
    """The engine's manifest, without quick weights that are not here. Raises Unsupported when there is none."""
    return at_hand(find(engine))


def _must_be_ready(manifest: ModelManifest) -> None:
    """What would fail in the worker fails before anything is queued. Raises Unsupported."""
    if manifest.family is not None:
        folder_of(manifest)


def _tell_cost(film: Film, planned: Plan, missing: tuple[Node, ...], console: Console) -> None:
    """What is about to happen, before anything starts: how much, how long, and what the engine cannot do."""
    engines = {node.engine for node in planned.nodes}
    manifests = {engine: manifest_of(engine) for engine in sorted(engines)}
    for engine in {node.engine for node in missing}:
        _must_be_ready(manifests[engine])
    paces = paces_of(missing, manifests)
    cost = estimate(missing, manifests, paces.by_engine)
    kept = len(planned.nodes) - len(missing)
    how = ", a guess: it has drawn nothing here yet" if paces.guessed else ""
    seconds = f", about {span(cost.seconds)}{how}" if cost.seconds is not None else ""
    console.event("estimate", shots=cost.shots, frames=cost.frames, seconds=cost.seconds, kept=kept)
    if missing:
        frames = "1 frame" if cost.frames == 1 else f"{cost.frames} frames"
        console.say(f"{counted(cost.shots)} to render ({frames}{seconds}), {kept} already there.")
    else:
        console.say(f"Nothing to render: {counted(kept)} there already.")
    for slate, remark in remarks_on(film, missing, manifests):
        console.say(f"Shot {slate}: {remark}")


def _slate(film: Film, node: Node) -> str:
    return next((shot.slate for shot in film.shots if shot.id in node.shots), node.key[:8])


def span(seconds: float) -> str:
    """A length of time as people guess it."""
    if seconds >= 2 * 3600:
        return f"{seconds / 3600:.{0 if seconds >= 36_000 else 1}f} h"
    return f"{seconds / 60:.0f} min" if seconds >= 100 else f"{max(1, round(seconds))} s"


def counted(shots: int) -> str:
    """The number with its noun: 1 shot, 12 shots."""
    return f"{shots} shot" if shots == 1 else f"{shots} shots"


def _count(film: Film) -> int:
    return sum(1 for _ in film.shots)


class Watch:
    """Turns the engine's events into one bar over all frames, and sentences. `lengths` are frames by key."""

    def __init__(self, bar: Bar, console: Console, lengths: Mapping[str, int], slates: Mapping[str, str]) -> None:
        self._bar = bar
        self._console = console
        self._lengths = lengths
        self._slates = slates
        self._done: dict[str, float] = {}
        bar.at(0, sum(lengths.values()))

    def __call__(self, event: protocol.Event) -> None:
        """One event."""
        match event:
            case protocol.Started(key):
                self._advance(key, 0)
            case protocol.Progress(key, done, total):
                self._advance(key, self._lengths.get(key, total) * done / max(1, total))
            case protocol.Taken(key, seconds):
                self._advance(key, self._lengths.get(key, 0))
                self._console.event("taken", key=key, slate=self._slate(key), seconds=seconds)
            case protocol.Failed(key, sentence, action):
                self._console.event("failed", key=key, slate=self._slate(key), sentence=sentence, action=action)
                self._console.say(f"Shot {self._slate(key)}: {sentence}")
            case protocol.Note(sentence):
                self._console.say(sentence)
            case _:
                pass

    def _slate(self, key: str) -> str:
        return self._slates.get(key, key[:8])

    def _advance(self, key: str, frames: float) -> None:
        self._done[key] = frames
        self._bar.at(int(sum(self._done.values())), sum(self._lengths.values()), self._slate(key))
