"""`render --finish final`: which draft each shot's final starts from, said in one line a shot before anything is drawn.

A draft is known by its key: it is the take of the shot's present order but for its finish. Another take, of another engine or imported, leads
a final only when a person names it, since nobody wants paper puppets under a photograph by surprise.
"""

from __future__ import annotations

from collections.abc import Collection

from engine.commands.console import Console
from engine.errors import BadInput
from engine.film.board import edit_shot
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.plan.drafts import is_draft_of
from engine.plan.finals import in_words, started_from, way_of
from engine.plan.orders import ShotOrder
from engine.plan.plan import orders
from engine.shelf.manifests import find

CHOSEN, NONE = "chosen", "none"
"""What may stand in place of a take's id: the shot's chosen take, or none of them."""


def finals(film: Film, shots: Collection[str], follow: str, console: Console) -> Film:
    """The film with what the finals of those shots (ids) start from: their drafts, or the take that `follow` names. Raises BadInput."""
    for shot, order in tuple(orders(film, shots)):
        take = _named(shot, follow) if follow else draft_among(shot, order)
        if take is None:
            film = _led(film, shot, "", shot.seed)
            continue
        manifest = find(order.engine)
        leads = "" if way_of(manifest) == "seed" else take.id
        film = _led(film, shot, leads, shot.seed if take.recipe.seed is None else take.recipe.seed)
        told = in_words(order.with_(drafted=started_from(take, order.rate)), manifest)
        console.say(f"Shot {shot.slate}, from the take {take.id} by {take.recipe.engine}: {told}")
        console.event("finishing", slate=shot.slate, take=take.id, how=told)
    return film


def undrafted(film: Film, shots: Collection[str]) -> Film:
    """The film with no take leading those shots."""
    for shot in tuple(film.shots):
        if shot.id in shots:
            film = _led(film, shot, "", shot.seed)
    return film


def draft_among(shot: Shot, order: ShotOrder) -> Take | None:
    """The shot's draft: the circled take where it is one, else the newest that the final's engine drew, else the newest."""
    newest = tuple(reversed(shot.takes))
    circled = [take for take in newest if take.id == shot.circled]
    own = [take for take in newest if take.recipe.engine == order.engine]
    return next((take for take in (*circled, *own, *newest) if is_draft_of(take, order)), None)


def _named(shot: Shot, follow: str) -> Take | None:
    if follow == NONE:
        return None
    take = shot.chosen if follow == CHOSEN else shot.take(follow)
    if take is None or take.stored is None:
        raise BadInput(f"Shot {shot.slate} has no take {follow}.", "`storyreel show` lists its takes.")
    return take


def _led(film: Film, shot: Shot, take: str, seed: int | None) -> Film:
    if (shot.rendering.drafted, shot.seed) == (take, seed):
        return film
    return edit_shot(film, shot.id, rendering=shot.rendering.with_(drafted=take), seed=seed)
