"""`storyreel pickup FILM SHOT`: a part of a take is drawn again, and the result is a take of its own beside its parent.

The film's lock is held while it is read and saved, never while the model draws, as `render` does it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from engine.client import Client
from engine.commands.console import Console
from engine.commands.making import manifest_of, opened, render_plan, wanted_shots
from engine.errors import BadInput, Unsupported
from engine.film import pictures, store
from engine.film.coverage import add_take
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.plan import pickups
from engine.plan.plan import Node, Plan
from engine.takes.adopt import take_of


@dataclass(frozen=True, slots=True)
class Part:
    """What to draw again, in film frames from the shot's frame 0: from `first` up to `end`, in the painted mask only where there is one;
    and so many more frames before and after the take's own."""

    first: int = 0
    end: int = 0
    mask: Path | None = None
    feather: int = 12
    more_head: int = 0
    more_tail: int = 0


def pickup(
    folder: Path, slate: str, part: Part, console: Console, *, take: str = "", engine: str = "", seed: int | None = None
) -> None:
    """Draw that part of the shot's take again (`take`: another than the chosen one) and add the new take. Raises BadInput for what
    is not there, Unsupported for an engine that cannot, RenderFailed, Cancelled."""
    with opened(folder, "storyreel pickup"):
        film = store.load(folder)
    shot = wanted_shots(film, (slate,))[0]
    parent = _parent(shot, take)
    node = _node(folder, film, shot, parent, part, engine or shot.engine or film.engine, seed)
    render_plan(folder, film, Plan((node,)), console)
    made = take_of(node, Client(folder).store, "pickup")
    with opened(folder, "storyreel pickup"):
        film = store.load(folder)
        if all(each.id != made.id for each in wanted_shots(film, (shot.id,))[0].takes):
            film = add_take(film, shot.id, made)
        store.save(film, folder)
    console.result(
        f"Shot {shot.slate}: take {made.id} is a pickup of {parent.id}; everything else in it is as it was.",
        shot=shot.id, take=made.id, parent=parent.id, media=made.media,
    )  # fmt: skip


def _parent(shot: Shot, take: str) -> Take:
    found = shot.take(take) if take else shot.chosen
    if found is None:
        named = f"no take {take}" if take else "no take yet"
        raise BadInput(
            f"Shot {shot.slate} has {named}.", "Render the shot, or choose a take that `storyreel show` lists."
        )
    return found


def _node(folder: Path, film: Film, shot: Shot, parent: Take, part: Part, engine: str, seed: int | None) -> Node:
    """The one piece of work, whose key tells it from every other pickup."""
    manifest = manifest_of(engine)
    plain = pickups.Part(
        part.first, part.end, "0" * 64 if part.mask else None, part.feather, part.more_head, part.more_tail
    )
    if why := pickups.hindrance(manifest, plain, pickups.span_of(parent, film)):
        raise Unsupported(why, "Choose a model that takes a mask: --engine wan2.1-vace-1.3b or wan2.1-vace-14b.")
    mask = pictures.keep(folder, pictures.PANELS, part.mask, f"{shot.slate}-mask") if part.mask else None
    wanted = replace(plain, mask=mask.digest if mask else None)
    return pickups.pickup_node(film, shot, parent, wanted, engine, seed)
