"""How long the theatre takes: ms per frame for every set and move at 1280x720, the bake of a shot, and beside it MoviePy
compositing as many layers in the same run.

    python tests/perf/animatic.py [--frames 48] [--all | --styles | --hard]

Figures are CPU time of one core, which a busy machine disturbs less than the clock. `--hard` draws whole shots of the kinds that
cost most (crowds, companies, weather, a walk through a set) in every style and prints frames for each second of a core: a
finished film takes about 42 ms a frame more for its masters and its mp4, so at 24 of them here two cores make 24 film frames.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).parents[2]))

import cv2
import numpy as np

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.scenes import Bakery
from engine.backends.animatic.stage import Act, Beat, Player, SetKind, SetOrder, Speech, Staging
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.film.setup import Angle, Move, Setup, Size
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.script.styles import shipped

RASTER = Raster(width=1280, height=720)
RATE = Fraction(24)


def _players() -> tuple[Player, ...]:
    iris = puppet_for("IRIS", "a young woman, 28", "red coat, yellow scarf", 5)
    tom = puppet_for("OLD TOM", "an old man, 70, white beard", "blue sweater and cap", 9)
    walk = (Beat(Act.WALK, 0, 2, -1.4, -0.5, 80), Beat(Act.TALK, 2, 4, -0.5, -0.5, 40))
    stand = (Beat(Act.STAND, 0, 4, 0.7, 0.7, -40),)
    return (
        Player("IRIS", iris, walk, (Speech("Where did you leave the boat?", 2, 4),), seed=1),
        Player("OLD TOM", tom, stand, (), z=0.3, seed=2),
    )


def _staging(
    kind: SetKind, move: Move, size: Size = Size.FULL, weather: str = "clear", angle: Angle = Angle.EYE_LEVEL
) -> Staging:
    scenery = SetOrder(kind, "day", weather, 11)  # pyright: ignore[reportArgumentType]
    return Staging(Setup(size=size, move=move, angle=angle), scenery, _players(), ("IRIS", "OLD TOM"), 4.0, 3)


def _measure(staging: Staging, frames: int, bakery: Bakery | None = None) -> tuple[float, float, float]:
    """(seconds to open the shot, mean ms a frame, worst ms a frame), CPU time."""
    begun = time.process_time()
    theatre = Theatre(staging, RASTER, RATE, bakery)
    opened = time.process_time() - begun
    costs = []
    for frame in range(frames):
        begun = time.process_time()
        theatre.picture(frame)
        costs.append(time.process_time() - begun)
    return opened, 1e3 * sum(costs) / frames, 1e3 * max(costs)


def _style_table(frames: int) -> None:
    """ms a frame in every style, the bake of a shot spread over its frames, and how much that is of the paper style's."""
    shots = [
        (kind, move) for kind in ("street", "forest", "room") for move in (Move.STATIC, Move.PUSH_IN, Move.TRUCK_RIGHT)
    ]
    paper = 0.0
    for style in sorted(shipped(), key=lambda name: name != "paper"):
        opened = drawn = worst = 0.0
        for kind, move in shots:
            seconds, mean, most = _measure(replace(_staging(kind, move), style=style), frames)
            opened, drawn, worst = opened + 1e3 * seconds / 96, drawn + mean, max(worst, most)
        each = (opened + drawn) / len(shots)
        paper = paper or each
        print(
            f"{style:10} {each:7.1f} ms a frame, bake {opened / len(shots):.1f} of it; worst {worst:.1f}; x{each / paper:.2f}"
        )


HARD = {
    "twelve march": "EXT. STREET - DAY\n\nTwelve soldiers march along the street.\n",
    "twenty cheer": "EXT. TOWN SQUARE - DAY\n\nTwenty people cheer and wave.\n",
    "ten pray": "INT. TEMPLE - DAY\n\nTen monks sit and pray.\n",
    "five dance": "EXT. STREET - DAY\n\nANNA, BEN, CLARA, DAVID and EVA dance.\n",
    "blizzard": "EXT. MOUNTAIN - NIGHT\n\nA blizzard. ANNA walks through the deep snow with a lantern.\n",
    "downpour": "EXT. STREET - NIGHT\n\nA downpour. BEN runs through the rain with an umbrella.\n",
    "petals": "EXT. PEACH GARDEN - DAY\n\nPetals fall. CLARA dances under the trees.\n",
    "follow": "INT. TEAHOUSE - DAY\n\nThe camera follows DAVID as he walks through the teahouse.\n",
    "guitar": "INT. LIVING ROOM - NIGHT\n\nDAVID plays the guitar.\n",
}
"""The shots that cost most, by name."""


def _hard_table() -> None:
    """Frames a core-second of the whole shot, its bake included: a row for each shot, a column for each style."""
    styles = sorted(shipped(), key=lambda name: name != "paper")
    print(f"load {os.getloadavg()[0]:.1f}; frames for each second of a core, bake included")
    print(f"{'':14}" + "".join(f"{style:>9}" for style in styles))
    for name, words in HARD.items():
        film = breakdown(read_text(words), rate=FILM, raster=RASTER)
        _, order = next(iter(orders(film)))
        cells = []
        for style in styles:
            seconds, mean, _ = _measure(replace(stage(order), style=style), order.frames)
            cells.append(order.frames / (seconds + order.frames * mean / 1e3))
        print(f"{name:14}" + "".join(f"{cell:9.1f}" for cell in cells), flush=True)


def _moviepy(layers: int, frames: int) -> float:
    """ms a frame for MoviePy to composite as many moving layers with masks of the same size."""
    from moviepy import CompositeVideoClip, ImageClip

    rng = np.random.default_rng(3)
    clips = []
    for index in range(layers):
        picture = rng.integers(0, 255, (720, 1480, 4), dtype=np.uint8)
        picture[: 120 * index, :, 3] = 0
        picture[120 * index :, :, 3] = 255
        clip = ImageClip(picture, duration=4)
        clips.append(clip.with_position(lambda t, k=index: (-20 * t * (k + 1) / 2, 0)))
    composed = CompositeVideoClip(clips, size=(1280, 720))
    composed.get_frame(0)
    begun = time.process_time()
    for frame in range(frames):
        composed.get_frame(frame / 24)
    return 1e3 * (time.process_time() - begun) / frames


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--frames", type=int, default=48)
    ask.add_argument("--all", action="store_true", help="every set with every move")
    ask.add_argument("--styles", action="store_true", help="only compare the styles, in one run")
    ask.add_argument("--hard", action="store_true", help="only the shots that cost most, in every style")
    asked = ask.parse_args()
    cv2.setNumThreads(1)
    _measure(_staging("room", Move.STATIC), 4)
    if asked.styles or asked.hard:
        _hard_table() if asked.hard else _style_table(asked.frames)
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        return
    print(f"{'set':10} {'move':22} {'open s':>7} {'ms/frame':>9} {'worst':>7} layers")
    kinds = get_args(SetKind)
    rows = [(kind, move) for kind in kinds for move in (list(Move) if asked.all else [Move.STATIC, Move.PUSH_IN])]
    rows += [] if asked.all else [("street", move) for move in Move]
    costs = []
    for kind, move in rows:
        opened, mean, worst = _measure(_staging(kind, move), asked.frames)
        costs.append(mean)
        layers = len(Theatre(_staging(kind, move), Raster(width=320, height=180), RATE).textures)
        print(f"{kind:10} {move.value:22} {opened:7.2f} {mean:9.1f} {worst:7.1f} {layers}")
    for angle, weather in (
        (Angle.HIGH, "clear"),
        (Angle.BIRDS_EYE, "clear"),
        (Angle.DUTCH, "clear"),
        (Angle.EYE_LEVEL, "rain"),
        (Angle.EYE_LEVEL, "snow"),
    ):
        opened, mean, worst = _measure(_staging("street", Move.STATIC, angle=angle, weather=weather), asked.frames)
        print(f"{'street':10} {angle.value + ' ' + weather:22} {opened:7.2f} {mean:9.1f} {worst:7.1f}")
    theirs = _moviepy(5, min(asked.frames, 24))
    print(f"mean {np.mean(costs):.1f} ms a frame; MoviePy, five such layers without puppets: {theirs:.1f} ms a frame")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
