"""Who climbs ends up higher, on something, and is still there in the next shot until the words bring them down."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.framing import subject_of
from engine.backends.animatic.puppets.perches import Perch
from engine.backends.animatic.stage import Staging
from engine.film.rate import FILM, Raster
from engine.plan.climbs import Climb, climb_in
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def staged(*actions: str) -> list[Staging]:
    script = "EXT. GARDEN - DAY\n\n" + "".join(f"FULL SHOT. {action}\n\n" for action in actions)
    film = breakdown(read_text(script), rate=FILM, raster=Raster(width=320, height=180))
    return [stage(order) for _, order in orders(film)]


def lifts(staging: Staging, name: str) -> tuple[float, float]:
    (player,) = (p for p in staging.players if p.name == name)
    return pose_at(player, 0.0).lift, pose_at(player, staging.seconds).lift


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("MEI (20), a young woman, climbs the old tree.", "tree"),
        ("MEI (20), a young woman, climbs a ladder.", "ladder"),
        ("MEI (20), a young woman, clambers up the wall and looks back.", "wall"),
        ("MEI (20), a young woman, scales the cliff.", "cliff"),
        ("MEI (20), a young woman, climbs the stairs.", "stairs"),
    ],
)
def test_who_climbs_ends_up_on_it(action: str, kind: str) -> None:
    (shot,) = staged(action)
    low, high = lifts(shot, "MEI")
    assert low == 0
    (stand,) = (p for p in shot.players if isinstance(p.puppet, Perch))
    assert isinstance(stand.puppet, Perch)
    assert stand.puppet.kind == kind
    assert high == pytest.approx(stand.puppet.height)
    assert high > 0.9
    subject = subject_of(shot)
    assert subject.lift == 0  # the camera sees the foot of it
    assert subject.top > high + 1.4  # and the head at the top


def test_later_shots_begin_up_there_until_somebody_comes_down() -> None:
    up, still, down, after = staged(
        "MEI (20), a young woman, climbs the tree.", "Mei looks around.", "Mei jumps down and runs away.", "Mei waves."
    )
    top = lifts(up, "MEI")[1]
    assert lifts(still, "MEI") == (top, top)
    assert any(isinstance(p.puppet, Perch) and p.puppet.kind == "tree" for p in still.players)
    assert lifts(down, "MEI")[1] == 0
    assert lifts(after, "MEI") == (0, 0)


def test_down_a_ladder_ends_on_the_ground_and_a_monkey_climbs_too() -> None:
    (shot,) = staged("TOM (30), a man, climbs down the ladder.")
    high, low = lifts(shot, "TOM")
    assert high > 0.9
    assert low == 0
    (shot,) = staged("MOMO, a monkey, climbs the tree.")
    assert lifts(shot, "MOMO")[1] > 0.9


@pytest.mark.parametrize(
    ("action", "climb"),
    [
        ("小明爬上大树。", Climb("tree")), ("他从树上爬下来。", Climb("tree", down=True)), ("他顺着梯子往上爬。", Climb("ladder")), ("她攀上悬崖", Climb("cliff")),
        ("他翻过围墙", Climb("wall")), ("He climbs into the car.", None), ("They climb the mountain path.", None), ("他爬进洞里", None), ("She looks at the wall.", None),
    ],
)  # fmt: skip
def test_what_is_climbed_is_read_in_both_languages(action: str, climb: Climb | None) -> None:
    assert climb_in(action) == climb
