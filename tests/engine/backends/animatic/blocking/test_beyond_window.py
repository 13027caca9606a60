"""Outside the window is outside: whoever the words put there is behind the wall, and who looks out stays in."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.beyond_window import Pane, outside
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Staging
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder

ANN = SubjectOrder(name="ANN", description="a woman, 30", look_seed=5)
BIRD = SubjectOrder(name="BIRD", aliases=("鸟",), description="a small bird", look_seed=4)
KNOWN = [("ANN", ()), ("BIRD", ("鸟",)), ("小明", ())]


@pytest.mark.parametrize(
    ("action", "there"),
    [
        ("Outside the window, a bird sings.", {"BIRD"}),
        ("Ann reads. A bird flies past outside the window.", {"BIRD"}),
        ("Ann looks at a bird outside the window.", {"BIRD"}),
        ("Ann looks through the window.", set()),
        ("Ann stands and a bird sings.", set()),
        ("窗外，一只鸟飞过。", {"BIRD"}),
        ("小明看着窗外的鸟。", {"BIRD"}),
        ("小明望着窗外，鸟落在他手上。", set()),
    ],
)
def test_whom_the_words_put_outside(action: str, there: set[str]) -> None:
    assert outside(action, KNOWN) == there


def shot(action: str, *cast: SubjectOrder, props: tuple[str, ...] = (), interior: bool = True) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name="BEDROOM", interior=interior), setup=Setup(size=Size.FULL), cast=cast,
            props=tuple(PropOrder(name=name) for name in props),
        )
    )  # fmt: skip


def test_a_bird_outside_is_behind_the_wall_and_the_camera_stays_on_who_is_inside() -> None:
    staging = shot("Ann sits. A bird flies past outside the window.", ANN, BIRD)
    bird = next(p for p in staging.players if p.name == "BIRD")
    assert bird.z > 3.4
    assert staging.focus == ("ANN",)


def test_when_nobody_is_inside_the_window_is_framed() -> None:
    staging = shot("Outside the window, a bird flies past.", BIRD)
    assert staging.focus == ("·window",)
    assert max(p.z for p in staging.players if p.name == "BIRD") > 3.4


def test_a_window_by_name_is_the_sets_own() -> None:
    staging = shot("Ann looks out of the window.", ANN, props=("window",))
    window = next(p for p in staging.players if p.name == "window")
    assert isinstance(window.puppet, Pane)
    assert abs(window.beats[0].x0) == pytest.approx(1.15)
