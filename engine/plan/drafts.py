"""Which takes are drafts: pictures that a final is still to be drawn of. Asked by the board, the strip and the command line alike.

A take says itself that it was drawn with the quick recipe, because its shot asks for something else as soon as the final is wanted. Whether
it is the draft of just that final stands in the keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.plan.idle_wishes import without_idle
from engine.plan.orders import ShotOrder, draft_of, key_of

BEGINNINGS = frozenset({"animatic", "draft"})
"""Engines with which a film begins; their takes are drafts where a shot asks for another one."""


def is_draft(take: Take, shot: Shot, film: Film) -> bool:
    """Whether a final is still to be drawn of the shot's take: it, or what it was picked up from, has the quick recipe, or is of an engine
    that films begin with while the shot asks for a further one. A circle changes nothing about it."""
    asked = shot.engine or film.engine
    return any(_is_quick(each) or (_begins(each) and each.recipe.engine != asked) for each in _line(take, shot))


def can_be_made_final(take: Take, shot: Shot) -> bool:
    """Whether there is a final to be drawn of it: of drafts, of what films begin with, and of clips that were brought in."""
    return any(_is_quick(each) or _begins(each) or each.recipe.origin == "imported" for each in _line(take, shot))


def is_draft_of(take: Take, order: ShotOrder) -> bool:
    """Whether the take is of this very order but for its finish and its engine."""
    seed = order.seed if take.recipe.seed is None else take.recipe.seed
    drawn = draft_of(order.with_(engine=take.recipe.engine, seed=seed))
    return take.recipe.key == key_of(without_idle(drawn))


def _is_quick(take: Take) -> bool:
    return take.recipe.finish == "draft"


def _begins(take: Take) -> bool:
    return take.recipe.engine in BEGINNINGS and take.recipe.origin != "imported"


def _line(take: Take, shot: Shot) -> Iterator[Take]:
    """The take, the one that it is a pickup of, and so on; each once, since a split leaves two takes of the same media."""
    yield take
    if take.recipe.parent is None:
        return  # as with nearly every take of a long board
    known = {key: each for each in shot.takes if (key := each.stored) is not None and key != take.stored}
    found = known.pop(take.recipe.parent, None)
    while found is not None:
        yield found
        found = known.pop(found.recipe.parent or "", None)
