"""`storyreel keyframe FILM`: a still for each shot from an image model, or a person's own picture; approved, it is the shot's first frame.

A model that animates a first frame then draws the shot from it. The still is rendered through the queue like any take, so asking twice
draws once.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from engine.client import Client
from engine.commands.console import Console
from engine.commands.making import counted, manifest_of, opened, render_plan, wanted_shots
from engine.errors import BadInput, Unsupported
from engine.film import pictures, store
from engine.film.board import edit_shot
from engine.film.cast import Reference
from engine.film.document import Film
from engine.media.clips import write_still
from engine.plan.key_frames import key_frame_node
from engine.plan.plan import Node, Plan, orders
from engine.takes.record import MASTER

_STILL = "cache/key-frame.png"


def keyframe(
    folder: Path, console: Console, *, engine: str, slates: Collection[str] = (), approve: bool = False
) -> dict[str, Reference]:
    """Draw the shots' key frames and lay them in the film's panels; `approve` makes each its shot's first frame. Returns them by
    shot id. Raises BadInput, Unsupported for an engine that draws no stills, RenderFailed, Cancelled."""
    manifest = manifest_of(engine)
    if "key frame" not in manifest.stages:
        raise Unsupported(
            f"{manifest.title} draws no key frames.", "Choose an image model: flux.2-klein-4b or qwen-image-edit-plus."
        )
    with opened(folder, "storyreel keyframe"):
        film = store.load(folder)
    wanted = {shot.id for shot in wanted_shots(film, slates)}
    nodes = {shot.id: key_frame_node(shot.id, order, engine) for shot, order in orders(film, wanted)}
    render_plan(folder, film, Plan(tuple({node.key: node for node in nodes.values()}.values())), console)
    drawn = {shot: _kept(folder, film, shot, node) for shot, node in nodes.items()}
    if approve:
        approved(folder, drawn)
    told = "the first frames of their shots" if approve else "look at them, then ask again with --approve"
    console.result(
        f"{counted(len(drawn))} with a key frame in {folder / pictures.PANELS}: {told}.",
        pictures={shot: picture.path for shot, picture in drawn.items()}, approved=approve,
    )  # fmt: skip
    return drawn


def own_keyframe(folder: Path, console: Console, picture: Path, slates: Collection[str]) -> None:
    """A person's picture as the first frame of the one shot named. Raises BadInput."""
    with opened(folder, "storyreel keyframe"):
        shots = wanted_shots(store.load(folder), slates)
    if len(shots) != 1:
        raise BadInput("A picture of your own is for one shot.", "Name it: --shots 1A.")
    kept = pictures.keep(folder, pictures.PANELS, picture, f"{shots[0].slate}-key")
    approved(folder, {shots[0].id: kept})
    console.result(f"Shot {shots[0].slate} begins with {kept.path}.", pictures={shots[0].id: kept.path}, approved=True)


def approved(folder: Path, frames: dict[str, Reference]) -> None:
    """Each picture becomes its shot's first frame, in the saved film. Raises Locked, StorageFailed."""
    with opened(folder, "storyreel keyframe"):
        film = store.load(folder)
        for shot, picture in frames.items():
            film = edit_shot(film, shot, first_frame=picture)
        store.save(film, folder)


def _kept(folder: Path, film: Film, shot: str, node: Node) -> Reference:
    """The node's picture, laid among the panels."""
    slate = next(each.slate for each in film.shots if each.id == shot)
    out = folder / _STILL
    write_still(Client(folder).store.path(node.key, MASTER), 0, out)
    return pictures.keep(folder, pictures.PANELS, out, f"{slate}-key")
