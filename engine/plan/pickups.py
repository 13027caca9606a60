"""A pickup as a piece of work: the order that draws a part of a take again, beside the plan and never in it.

A shot asks for one take, but of a take any number of parts may be picked up; so these orders come from a person's hand, each once,
and their keys tell them from the shot's own and from each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import BadInput
from engine.film.cast import Digest
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.supply import Span, take_span
from engine.film.takes import Take
from engine.plan.capabilities import ModelManifest
from engine.plan.native import moves
from engine.plan.orders import ConformOrder, PickupOrder, key_of
from engine.plan.plan import Node, orders


@dataclass(frozen=True, slots=True)
class Part:
    """What to draw again, in film frames from the shot's frame 0: from `first` up to `end`, in the painted mask only where there is
    one, with `feather` pixels around it; and so many more frames before and after the take's own."""

    first: int = 0
    end: int = 0
    mask: Digest | None = None
    feather: int = 12
    more_head: int = 0
    more_tail: int = 0


def can_be_picked_up(take: Take, film: Film) -> bool:
    """Whether the take lies in the film's store: rendered or imported, of whatever rate and size."""
    return take.stored is not None


def hindrance(manifest: ModelManifest, part: Part, span: Span) -> str:
    """Why that model cannot draw the part again of a take with those film frames, in a sentence; "" where it can. A model that takes a mask
    can draw any; one that goes from a first to a last frame draws a stretch of whole pictures between their neighbours."""
    if manifest.picks_up:
        return ""
    able, title = manifest.conditions, manifest.title
    if "first_frame" not in able or not moves(manifest):
        return f"{title} cannot draw a part of a take again."
    if part.mask is not None:
        return f"{title} draws whole pictures again, not a painted part of them."
    stretches = [part.first < part.end, part.more_head > 0, part.more_tail > 0]
    if sum(stretches) > 1:
        return f"{title} draws one stretch at a time: a range, a longer head or a longer tail."
    before = part.more_tail > 0 or (part.first < part.end and part.first > span.first)
    after = part.more_head > 0 or (part.first < part.end and part.end < span.end)
    if after and "last_frame" not in able:
        return f"{title} cannot lead up to a picture that stays: it takes no last frame."
    lacks = [
        what for what, there in (("first_frame", before), ("last_frame", after)) if what in manifest.needs and not there
    ]
    return f"{title} needs pictures that stay on both sides." if lacks else ""


def span_of(take: Take, film: Film) -> Span:
    """The film frames that the take has, from the shot's frame 0."""
    return take_span(take, film.rate)


def pickup_node(film: Film, shot: Shot, parent: Take, part: Part, engine: str, seed: int | None = None) -> Node:
    """The one piece of work that picks the part up. Raises BadInput for what is not in the take."""
    if parent.stored is None:
        raise BadInput(f"The take {parent.id} does not lie in the film.", "Import its file into the shot again.")
    span = span_of(parent, film)
    _check(shot, span, part)
    order = next(order for _, order in orders(film, {shot.id}))
    order = order.with_(
        engine=engine,
        seed=(order.seed + 1) % 2**63 if seed is None else seed,
        head=-span.first + part.more_head,
        tail=max(0, span.end - order.frames) + part.more_tail,
        drafted=None,
        pickup=PickupOrder(
            take=parent.stored,
            head=-span.first,
            frames=span.end - span.first,
            first=part.first,
            end=part.end,
            mask=part.mask,
            conform=_conformed(parent, film, span),
            **({} if part.mask is None else {"feather": part.feather}),
        ),
    )
    return Node(key_of(order), "motion", engine, order, (shot.id,))


def _conformed(take: Take, film: Film, span: Span) -> ConformOrder | None:
    """How the film plays a take that is not at its rate, or goes into its raster otherwise than as it is."""
    if take.rate == film.rate and take.fit == "none":
        return None
    rate = film.rate if take.retime == "retimed" else take.rate
    return ConformOrder(rate=rate, head=take.head, frames=span.end - span.first, fill=take.fit == "cropped")


def _check(shot: Shot, span: Span, part: Part) -> None:
    longer = part.more_head > 0 or part.more_tail > 0
    if part.first >= part.end and not longer:
        raise BadInput(
            "Nothing is to be drawn again.", "Say from which frame to which, or ask for a longer head or tail."
        )
    if part.first < part.end and not span.first <= part.first < part.end <= span.end:
        raise BadInput(
            f"The take has the frames {span.first} to {span.end} of shot {shot.slate}.", "Choose a range among them."
        )
    if min(part.more_head, part.more_tail, part.feather) < 0:
        raise BadInput(
            "A head, a tail or a feather cannot be less than nothing.", "Give a whole number of frames or pixels."
        )
