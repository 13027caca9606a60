"""A wish that changes nothing for a shot is not in its order: its take is there already."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from engine.assets import assets_folder
from engine.film.document import Film, Scene
from engine.film.shots import Rendering, Shot
from engine.plan.capabilities import load_manifest
from engine.plan.idle_wishes import without_idle
from engine.plan.orders import DraftOrder, ShotOrder
from engine.plan.plan import orders, plan
from engine.plan.routing import remarks_on, route


def order(engine: str, rate: int = 24, frames: int = 24, **wishes: Any) -> ShotOrder:
    fields = {"engine": engine, "style": "paper", "language": "en", "raster": {"width": 192, "height": 108}}
    return ShotOrder.model_validate({**fields, "rate": str(rate), "frames": frames, **wishes})


@pytest.mark.parametrize(
    ("engine", "rate", "wish"),
    [
        ("wan2.2-ti2v-5b", 24, {"overlong": "stretch"}),  # it fits
        ("wan2.2-ti2v-5b", 24, {"between": "nearest"}),  # the model's rate is the film's
        ("wan2.1-t2v-1.3b", 24, {"between": "flow"}),  # as the model's usual recipe has it
        ("ltx-video-0.9.8-distilled", 24, {"finish": "draft"}),  # it is as quick as it can be
        ("animatic", 24, {"finish": "draft", "overlong": "stretch", "between": "blend"}),
        ("animatic", 24, {"finish": "final", "drafted": DraftOrder(take="1" * 64, rate=Fraction(24))}),
    ],
)
def test_what_changes_nothing_is_left_out(engine: str, rate: int, wish: dict[str, Any]) -> None:
    assert without_idle(order(engine, rate, **wish)) == order(engine, rate)


@pytest.mark.parametrize(
    ("engine", "frames", "wish"),
    [
        ("wan2.2-ti2v-5b", 200, {"overlong": "stretch", "between": "nearest"}),  # slowed down, its rate is another
        ("wan2.1-t2v-1.3b", 24, {"between": "blend"}),
        ("wan2.2-ti2v-5b", 24, {"finish": "draft"}),
        ("wan2.2-ti2v-5b", 24, {"finish": "final", "drafted": DraftOrder(take="1" * 64, rate=Fraction(24))}),
        ("somebodys-own", 24, {"overlong": "stretch"}),  # nobody here knows that model
    ],
)
def test_what_changes_something_stays(engine: str, frames: int, wish: dict[str, Any]) -> None:
    asked = order(engine, frames=frames, **wish)
    assert without_idle(asked) == asked


def test_a_wish_for_all_shots_asks_anew_only_for_those_it_concerns() -> None:
    def planned(rendering: Rendering) -> dict[str, str]:
        shots = tuple(
            Shot(id=name, slate=f"1{name}", duration=frames, rendering=rendering)
            for name, frames in (("A", 48), ("B", 200))
        )
        film = Film(title="One", engine="wan2.2-ti2v-5b", scenes=(Scene(id="s", number="1", shots=shots),))
        return plan(film).keys

    before, after = planned(Rendering()), planned(Rendering(overlong="stretch"))
    assert after["A"] == before["A"]
    assert after["B"] != before["B"]


def one_shot(engine: str, rendering: Rendering, frames: int = 48) -> Film:
    shot = Shot(id="a", slate="1A", duration=frames, rendering=rendering)
    return Film(title="One", engine=engine, scenes=(Scene(id="s", number="1", shots=(shot,)),))


def test_what_the_films_own_engine_cannot_use_another_may() -> None:
    """A film of the paper theatre's, cast with a model: its shots may be slowed down."""
    ((_, wished),) = orders(one_shot("animatic", Rendering(overlong="stretch"), frames=200))
    model = load_manifest(assets_folder() / "models", "wan2.1-t2v-1.3b")
    assert route(wished, (model,)).manifest == model


def test_a_draft_that_is_no_other_picture_is_told_though_no_order_has_it() -> None:
    film = one_shot("ltx-video-0.9.8-distilled", Rendering(finish="draft"))
    nodes = plan(film).nodes
    assert nodes[0].order.finish == ""
    known = {film.engine: load_manifest(assets_folder() / "models", film.engine)}
    told = ("1A", "LTX-Video 0.9.8 13B distilled has no quick recipe for drafts; its usual one is used.")
    assert list(remarks_on(film, nodes, known)) == [told]
    assert list(remarks_on(film, nodes, {})) == []
