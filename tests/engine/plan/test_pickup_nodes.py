"""A pickup is of any take that lies in the film, whatever its rate; and which model can draw which part is said beforehand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from engine.errors import BadInput
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.film.supply import Span
from engine.film.takes import Recipe, Take
from engine.plan.costing import take_cost
from engine.plan.native import drawn_length
from engine.plan.orders import ConformOrder, canonical
from engine.plan.pickups import Part, can_be_picked_up, hindrance, pickup_node
from engine.plan.plan import Node
from engine.plan.routing import lacking
from engine.shelf.manifests import find

KEY = "c" * 64
PART = Part(2, 5)


def take(**changes: Any) -> Take:
    fields: dict[str, Any] = {
        "id": "t", "recipe": Recipe(engine="import", origin="imported"), "rate": Fraction(24), "frames": 30,
        "media": f"takes/cc/{KEY}/master.mov", "digest": "0" * 64,
    }  # fmt: skip
    return Take.model_validate(fields | changes)


def node(parent: Take, part: Part = PART) -> Node:
    shot = Shot(id="a", slate="1A", duration=24, takes=(parent,))
    film = Film(title="One", handles=0, scenes=(Scene(id="s", number="1", shots=(shot,)),))
    assert can_be_picked_up(parent, film) == (parent.stored is not None)
    return pickup_node(film, shot, parent, part, "wan2.1-vace-1.3b")


def test_an_imported_take_is_picked_up_as_it_is() -> None:
    order = node(take()).order
    assert order.pickup is not None
    assert (order.pickup.take, order.pickup.conform) == (KEY, None)
    assert (order.head, order.length) == (0, 30)


def test_a_take_of_another_rate_is_counted_as_the_film_plays_it() -> None:
    order = node(take(rate=Fraction(25), head=2, fit="cropped")).order
    assert order.pickup is not None
    assert order.pickup.conform == ConformOrder(rate=Fraction(25), head=2, frames=28, fill=True)
    assert (order.pickup.head, order.head, order.length) == (1, 1, 28)
    slow = node(take(rate=Fraction(60), retime="retimed")).order
    assert slow.pickup is not None
    assert slow.pickup.conform == ConformOrder(rate=Fraction(24), frames=30)


def test_keys_of_pickups_that_were_drawn_before_stay() -> None:
    assert '"conform"' not in canonical(node(take()).order).decode()


@pytest.mark.parametrize("part", [Part(more_tail=23), Part(more_head=23)])
@pytest.mark.parametrize("parent", [{"frames": 240}, {"frames": 200, "rate": Fraction(20), "head": 5}])
def test_a_longer_end_by_a_model_of_two_frames_costs_what_it_draws(part: Part, parent: dict[str, Any]) -> None:
    """Ten seconds are more than the model draws at once; 23 new pictures and the one they go on from are not."""
    model, order = find("ltx-2"), node(take(**parent), part).order
    assert drawn_length(order, model) == 24
    assert lacking(order, model) == ()
    cost = take_cost(order, model)
    assert cost is not None
    assert (cost.pictures, cost.too_long) == (25, False)


def test_an_order_of_before_tells_no_length_and_keeps_its_key() -> None:
    order = node(take(), Part(more_tail=4)).order
    assert order.pickup is not None
    untold = order.with_(pickup=order.pickup.with_(frames=0))
    assert canonical(untold) == canonical(order)
    assert drawn_length(untold, find("ltx-2")) == order.length


def test_a_feather_counts_only_around_a_mask() -> None:
    soft, hard = Part(2, 5, feather=30), Part(2, 5, feather=0)
    assert node(take(), soft).key == node(take(), hard).key == node(take()).key
    painted = [Part(2, 5, "a" * 64, feather=feather) for feather in (30, 0)]
    assert len({node(take(), part).key for part in painted}) == 2


def test_media_that_no_store_keeps_cannot_be_picked_up() -> None:
    with pytest.raises(BadInput, match="does not lie in the film"):
        node(take(media="footage/clip.mov"))


@pytest.mark.parametrize(
    ("engine", "part", "why"),
    [
        ("wan2.1-vace-1.3b", Part(2, 5, "f" * 64, more_head=3, more_tail=3), ""),
        ("wan2.1-t2v-1.3b", Part(2, 5), "Wan 2.1 T2V 1.3B cannot draw a part of a take again."),
        ("animatic", Part(2, 5), "Animatic (paper theatre) cannot draw a part of a take again."),
        ("flux.2-klein-4b", Part(2, 5), "FLUX.2 klein 4B cannot draw a part of a take again."),
        ("wan2.1-flf2v-14b", Part(2, 5), ""),
        ("wan2.1-flf2v-14b", Part(2, 5, "f" * 64), "Wan 2.1 FLF2V 14B draws whole pictures again, not a painted part of them."),
        ("wan2.1-flf2v-14b", Part(more_tail=9), "Wan 2.1 FLF2V 14B needs pictures that stay on both sides."),
        ("wan2.1-flf2v-14b", Part(2, 30), "Wan 2.1 FLF2V 14B needs pictures that stay on both sides."),
        ("wan2.2-i2v-a14b", Part(more_tail=9), ""),
        ("wan2.2-i2v-a14b", Part(more_head=9), "Wan 2.2 I2V A14B needs pictures that stay on both sides."),
        ("wan2.2-ti2v-5b", Part(2, 5), "Wan 2.2 TI2V 5B cannot lead up to a picture that stays: it takes no last frame."),
        ("wan2.2-ti2v-5b", Part(2, 30), ""),
        ("ltx-2", Part(more_head=9), ""),
        ("ltx-2", Part(2, 5, more_tail=9), "LTX-2 19B, with sound draws one stretch at a time: a range, a longer head or a longer tail."),
    ],
)  # fmt: skip
def test_which_model_draws_which_part(engine: str, part: Part, why: str) -> None:
    assert hindrance(find(engine), part, Span(0, 30)) == why
