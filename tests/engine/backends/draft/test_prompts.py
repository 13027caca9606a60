"""An order becomes a prompt: the place, who does what which way, their pictures, and the path of the camera."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from engine.backends.draft.captions import VERBS
from engine.backends.draft.pipeline import Prompt
from engine.backends.draft.prompts import prompt_for
from engine.backends.pictures import picture_of
from engine.errors import BadInput
from engine.film.setup import Move, Setup, Size
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder

IRIS = SubjectOrder(name="IRIS", description="a tall woman in a red coat", look_seed=7)
FOX = SubjectOrder(name="狐狸", description="", look_seed=3)


class Album:
    """Implements Pictures: one picture for every digest."""

    def __init__(self, path: Path = Path("nowhere.png")) -> None:
        self.path = path

    def picture(self, digest: str) -> Path:
        return self.path


def order(action: str = "IRIS walks to the left.", **changes: Any) -> ShotOrder:
    fields: dict[str, Any] = {
        "engine": "draft", "style": "paper", "language": "en", "raster": {"width": 320, "height": 180}, "rate": "24",
        "frames": 72, "action": action, "place": PlaceOrder(name="Harbour street", description="lamps along the quay"),
        "setup": Setup(size=Size.FULL), "cast": (IRIS,),
    }  # fmt: skip
    return ShotOrder.model_validate(fields | changes)


def prompt(asked: ShotOrder, slabs: int = 6, album: Album | None = None) -> Prompt:
    return prompt_for(asked, slabs, album or Album())


def test_a_shot_is_told_in_the_words_that_were_learnt() -> None:
    told = prompt(order(time_of_day="night", weather="rain"))
    assert told.place == "Harbour street, lamps along the quay, in the rain"
    assert told.light == "night"
    assert [role.name for role in told.roles] == ["iris, a tall woman in a red coat"]
    assert "left" in told.roles[0].action or "right" in told.roles[0].action


@pytest.mark.parametrize(
    ("action", "key"),
    [
        ("IRIS sits down.", "sit"), ("IRIS waves.", "wave"), ("IRIS falls.", "fall"), ("IRIS dances.", "dance"),
        ("IRIS jumps.", "jump"), ("IRIS shivers.", "tremble"), ("IRIS stands still.", "stand"),
        ("IRIS walks toward the camera.", "nearer"),
    ],
)  # fmt: skip
def test_what_is_done_is_a_verb_that_was_learnt(action: str, key: str) -> None:
    verb = next(verb for verb in VERBS if verb.key == key)
    assert prompt(order(action)).roles[0].action in verb.english


def test_what_was_never_learnt_is_said_as_it_was_written() -> None:
    assert prompt(order("IRIS reads a letter.")).roles[0].action == "IRIS reads a letter."


def test_chinese_is_told_in_chinese() -> None:
    told = prompt(order("狐狸跑过来。", language="zh", cast=(FOX,), place=PlaceOrder(name="森林"), weather="snow"))
    assert told.place == "森林, 雪中"
    assert told.light == "白天"
    assert any("\u4e00" <= letter <= "\u9fff" for letter in told.roles[0].action)


def test_two_are_led_by_who_is_in_focus_and_three_are_two() -> None:
    company = tuple(SubjectOrder(name=name, look_seed=n) for n, name in enumerate(("ANNA", "BEN", "CARL")))
    told = prompt(order("ANNA runs. BEN waves. CARL sits.", cast=company))
    assert len({role.name for role in told.roles}) == len(told.roles) == 2
    assert prompt(order("", cast=())).roles == ()


def test_who_has_no_picture_is_shown_as_the_theatres_puppet() -> None:
    one, two = (
        prompt(order(cast=(who,))).roles[0].reference
        for who in (IRIS, IRIS.model_copy(update={"look_seed": 8, "description": "a short man in a blue suit"}))
    )
    assert one is not None
    assert two is not None
    assert one.shape == (96, 96, 3)
    assert one.dtype == np.uint8
    assert (one[2, 2] == 190).all()
    assert 0.1 < float((np.abs(one.astype(int) - 190).max(2) > 20).mean()) < 0.7
    assert not np.array_equal(one, two)


def test_a_users_picture_is_shown_whole(tmp_path: Path) -> None:
    path = tmp_path / "iris.png"
    tall = np.full((60, 20, 3), (40, 40, 200), np.uint8)
    tall[:, 8:12] = (200, 40, 40)
    cv2.imwrite(str(path), tall)
    shown = (
        prompt(order(cast=(IRIS.model_copy(update={"references": ("a" * 64,)}),)), album=Album(path)).roles[0].reference
    )
    assert shown is not None
    assert shown.shape == (60, 60, 3)
    assert shown[30, 30].tolist() == [40, 40, 200]
    assert shown[5, 2].tolist() == [200, 40, 40]
    (tmp_path / "torn.png").write_bytes(b"not a picture")
    with pytest.raises(BadInput, match=r"torn\.png"):
        picture_of(tmp_path / "torn.png")


@pytest.mark.parametrize(
    ("move", "axis", "sign"),
    [
        (Move.PAN_RIGHT, 0, 1), (Move.PAN_LEFT, 0, -1), (Move.TILT_UP, 1, -1), (Move.TILT_DOWN, 1, 1), (Move.PUSH_IN, 2, 1),
        (Move.PULL_OUT, 2, -1), (Move.ZOOM_IN, 2, 1), (Move.ROLL_CLOCKWISE, 3, 1), (Move.ROLL_COUNTERCLOCKWISE, 3, -1),
        (Move.TRUCK_RIGHT, 0, 1), (Move.CRANE_UP, 1, -1),
    ],
)  # fmt: skip
def test_the_camera_goes_where_the_theatres_goes(move: Move, axis: int, sign: int) -> None:
    path = prompt(order("IRIS stands still.", setup=Setup(size=Size.FULL, move=move))).camera
    assert path is not None
    assert path.shape == (6, 4)
    assert sign * path[-1, axis] > 0.05
    assert abs(path[0, axis]) < abs(path[-1, axis])
    still = prompt(order("IRIS stands still.")).camera
    assert still is not None
    assert np.abs(still).max() < 1e-4
