"""The desk work that draws guides: whole files as long as the take, and nothing left behind when it is stopped."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.errors import BadInput, Cancelled, Unsupported
from engine.film.rate import FILM, Raster
from engine.media.ffmpeg import executable
from engine.plan.guides import CHORE, PASSES, GuidePass, job_key, payload, place
from engine.plan.orders import ShotOrder, canonical, key_of
from engine.plan.plan import orders
from engine.protocol import Job
from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.worker.guiding import draw_guides


class _Quiet:
    """Hears everything, stops after `most` pictures."""

    def __init__(self, most: int = 10_000) -> None:
        self.done, self._most = 0, most

    def progress(self, key: str, done: int, total: int) -> None:
        self.done = done

    def note(self, sentence: str) -> None:
        raise AssertionError(sentence)

    def check(self) -> None:
        if self.done >= self._most:
            raise Cancelled("stopped")


def _order(**changes: object) -> ShotOrder:
    film = breakdown(
        read_text("EXT. STREET - DAY\n\nFULL SHOT, TRUCK RIGHT. BEN (9) waves.\n"),
        rate=FILM,
        raster=Raster(width=160, height=90),
    )
    order = next(order for _, order in orders(film))
    return order.model_copy(update={"frames": 6, "head": 2, "tail": 3, **changes})


def _job(order: ShotOrder, passes: tuple[GuidePass, ...] = PASSES) -> Job:
    told = payload(canonical(order).decode(), key_of(order), "1-2", passes)
    return Job(key=job_key(told), engine=CHORE, payload=told, lane="desk")


def _read(video: Path, pixels: str, kind: type[np.generic], channels: int) -> NDArray[np.generic]:
    raw = subprocess.run(
        [executable(), "-v", "error", "-i", str(video), "-f", "rawvideo", "-pix_fmt", pixels, "-"],
        capture_output=True,
        check=True,
    ).stdout
    return np.frombuffer(raw, kind).reshape(-1, 90, 160, channels)


def test_every_pass_is_as_long_as_the_take(tmp_path: Path) -> None:
    order = _order()
    quiet = _Quiet()
    draw_guides(tmp_path, _job(order), quiet, quiet)
    into = tmp_path / place("1-2", key_of(order))
    facts = json.loads((into / "guides.json").read_text(encoding="utf-8"))
    assert facts["take"] == key_of(order)
    assert facts["frames"] == 11
    depth = _read(into / "depth.mkv", "gray16le", np.uint16, 1)
    flow = _read(into / "flow.mkv", "rgb48le", np.uint16, 3)
    for name in ("masks", "pose", "plate", "flow-view"):
        assert len(_read(into / f"{name}.mkv", "bgr24", np.uint8, 3)) == 11
    assert len(depth) == len(flow) == len(facts["pose"]["frames"]) == 11
    assert depth.max() > 20_000
    assert set(np.unique(flow[..., 2])) <= {0, 1}
    masks = _read(into / "masks.mkv", "rgb24", np.uint8, 3)
    ben = tuple(bytes.fromhex(facts["masks"]["legend"]["BEN"][1:]))
    assert {tuple(colour) for colour in np.unique(masks.reshape(-1, 3), axis=0).tolist()} == {(0, 0, 0), ben}


def test_guides_that_are_stopped_leave_nothing(tmp_path: Path) -> None:
    quiet = _Quiet(most=2)
    with pytest.raises(Cancelled):
        draw_guides(tmp_path, _job(_order(), ("depth",)), quiet, quiet)
    assert not list((tmp_path / "guides").iterdir())


def test_drawing_again_replaces_what_was_there(tmp_path: Path) -> None:
    order, quiet = _order(), _Quiet()
    draw_guides(tmp_path, _job(order, ("depth", "masks")), quiet, quiet)
    draw_guides(tmp_path, _job(order, ("pose",)), quiet, quiet)
    into = tmp_path / place("1-2", key_of(order))
    assert sorted(path.name for path in into.iterdir()) == ["guides.json", "pose.mkv"]


def test_an_engine_that_knows_no_planes_says_so(tmp_path: Path) -> None:
    quiet = _Quiet()
    with pytest.raises(Unsupported, match="cannot tell depth"):
        draw_guides(tmp_path, _job(_order(engine="diffusion")), quiet, quiet)


def test_a_pass_nobody_knows_is_named() -> None:
    from engine.commands.guiding import passes_named

    assert passes_named("flow，depth") == ("depth", "flow")
    assert passes_named("") == PASSES
    with pytest.raises(BadInput, match="normals"):
        passes_named("depth,normals")
