"""`storyreel pickup FILM SHOT`: a part of a take is drawn again, and the result is a take of its own beside its parent.

The film's lock is held while it is read and saved, never while the model draws, as `render` does it.
"""

from __future__ import annotations

from dataclasses import dataclass
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
from engine.plan.orders import PickupOrder, key_of
from engine.plan.plan import Node, Plan, orders
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
    parent = _parent(shot, film, take)
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


def _parent(shot: Shot, film: Film, take: str) -> Take:
    found = shot.take(take) if take else shot.chosen
    if found is None:
        named = f"no take {take}" if take else "no take yet"
        raise BadInput(
            f"Shot {shot.slate} has {named}.", "Render the shot, or choose a take that `storyreel show` lists."
        )
    if found.recipe.key is None or found.rate != film.rate:
        raise BadInput(
            f"The take {found.id} was imported, or has a rate of its own.",
            "Pick up a take that was rendered at the film's rate.",
        )
    return found


def _node(folder: Path, film: Film, shot: Shot, parent: Take, part: Part, engine: str, seed: int | None) -> Node:
    """The one piece of work, whose key tells it from every other pickup."""
    manifest = manifest_of(engine)
    if not manifest.picks_up:
        raise Unsupported(
            f"{manifest.title} cannot draw a part of a take again.",
            "Choose a model that takes a mask: --engine wan2.1-vace-1.3b or wan2.1-vace-14b.",
        )
    _check(shot, parent, part)
    assert parent.recipe.key is not None
    mask = pictures.keep(folder, pictures.PANELS, part.mask, f"{shot.slate}-mask") if part.mask else None
    order = next(order for _, order in orders(film, {shot.id}))
    order = order.with_(
        engine=engine,
        seed=(order.seed + 1) % 2**63 if seed is None else seed,
        head=parent.head + part.more_head,
        tail=max(0, parent.frames - parent.head - order.frames) + part.more_tail,
        pickup=PickupOrder(
            take=parent.recipe.key,
            head=parent.head,
            first=part.first,
            end=part.end,
            mask=mask.digest if mask else None,
            feather=part.feather,
        ),
    )
    return Node(key_of(order), "motion", engine, order, (shot.id,))


def _check(shot: Shot, parent: Take, part: Part) -> None:
    first, end = -parent.head, parent.frames - parent.head
    longer = part.more_head > 0 or part.more_tail > 0
    if part.first >= part.end and not longer:
        raise BadInput("Nothing is to be drawn again.", "Say --from and --to, or a longer --head or --tail.")
    if part.first < part.end and not first <= part.first < part.end <= end:
        raise BadInput(
            f"The take has the frames {first} to {end} of shot {shot.slate}.", "Choose --from and --to among them."
        )
    if min(part.more_head, part.more_tail, part.feather) < 0:
        raise BadInput(
            "A head, a tail or a feather cannot be less than nothing.", "Give a whole number of frames or pixels."
        )
