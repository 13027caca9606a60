"""What likeness can tell: how well the same subject is parted from others, on films it was fitted on and on films it has never seen.

`python tests/perf/likeness.py [SHOTS]` draws up to SHOTS shots of each film small, without a worker, and prints; nothing asserts. AUC is
the chance that a pair of the same subject scores above a pair of two: 0.5 is a coin, 1 never errs.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from pathlib import Path

import cv2
import numpy as np

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.scenes import Bakery
from engine.backends.animatic.theatre import Theatre
from engine.errors import StoryreelError
from engine.film.rate import Raster
from engine.likeness import meetings, tones
from engine.likeness.finding import found
from engine.likeness.looking import LEAST, palette_in
from engine.likeness.pixels import colours_in, palette_of, shows_something
from engine.plan.plan import orders
from engine.plan.portraits import portrait_of
from engine.plan.sittings import Palette
from engine.script.whole_film import film_of
from engine.worker.portraying import sitting

ROOT = Path(__file__).resolve().parents[2]
RASTER = Raster(width=480, height=270)
GRADES = ((0.62, 0, 0), (1.45, 0, 0), (1, 0, 22), (1, 0, -22), (1, 16, 0), (1, -16, 0))
"""Spoilt cuts: the second shot's light times so much, its a and b shifted."""


@dataclass(frozen=True)
class Shown:
    """A shot: its pictures, who is in it by name, and the colours around them."""

    scene: str
    pictures: tuple[np.ndarray, ...]
    people: dict[str, Palette]
    around: Palette
    spoilt: tuple[Palette, ...]


@dataclass(frozen=True)
class Company:
    """A film drawn: its shots, and everybody's portrait."""

    name: str
    shots: tuple[Shown, ...]
    portraits: dict[str, Palette]


def drawn(script: Path, most: int) -> Company | None:
    """The first shots of a script that have somebody in them."""
    try:
        film, _ = film_of(script, rate=Fraction(24), raster=RASTER)
    except StoryreelError:
        return None
    bakery, shots = Bakery(), list[Shown]()
    scenes = {shot.id: scene.id for scene in film.scenes for shot in scene.shots}
    for shot, order in orders(film):
        if len(shots) < most and order.cast:
            shots.append(_shown(scenes[shot.id], Theatre(stage(order), RASTER, order.rate, bakery), order.frames))
    seen = {name for shot in shots for name in shot.people}
    portraits = {who.name: _portrait(portrait_of(film, who.id), who.name) for who in film.cast if who.name in seen}
    return Company(script.stem, tuple(shots), portraits)


def _portrait(order, name: str) -> Palette:
    theatre, middle = Theatre(sitting(order), order.raster, order.rate), order.frames // 2
    return palette_in(theatre.picture(middle)[:, :, :3], theatre.mask(name, middle))


def _shown(scene: str, theatre: Theatre, frames: int) -> Shown:
    numbers = [frames // 4, frames // 2, 3 * frames // 4]
    pictures = [np.ascontiguousarray(theatre.picture(n)[:, :, :3]) for n in numbers]
    lit = [(n, picture) for n, picture in zip(numbers, pictures, strict=True) if shows_something(picture)]
    people: dict[str, Palette] = {}
    everybody = np.zeros((RASTER.height, RASTER.width), bool)
    for name in [player.name for player in theatre.staging.players if not player.is_thing]:
        masks = [(picture, theatre.mask(name, n)) for n, picture in lit]
        shown = [(picture, mask) for picture, mask in masks if mask.mean() >= LEAST]
        for _, mask in masks[:1]:
            everybody |= mask
        people[name] = palette_of(colours_in([p for p, _ in shown], [m for _, m in shown]))
    picture = lit[0][1] if lit else pictures[0]
    spoilt = tuple(palette_of(colours_in([graded(picture, *grade)], [~everybody])) for grade in GRADES)
    around = palette_of(colours_in([picture], [~everybody]))
    return Shown(scene, tuple(p for _, p in lit), {n: p for n, p in people.items() if p}, around, spoilt)


def graded(picture: np.ndarray, light: float, a: float, b: float) -> np.ndarray:
    """The picture with another light and tint."""
    lab = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)
    lab = lab * np.array((light, 1, 1), np.float32) + np.array((0, a, b), np.float32)
    return np.clip(cv2.cvtColor(lab.astype(np.float32), cv2.COLOR_LAB2BGR) * 255, 0, 255).astype(np.uint8)


def auc(same: Sequence[float], other: Sequence[float]) -> float:
    """How well scores part the same from others; nan where there are none."""
    if not (same and other):
        return math.nan
    below = np.sort(other)
    return float((np.searchsorted(below, same, "left") + np.searchsorted(below, same, "right")).sum()) / (
        2 * len(same) * len(other)
    )


Pairs = tuple[list[float], list[float]]


def by_blocking(company: Company) -> Pairs:
    """Portrait against shot, and shot against shot; higher is more alike."""
    pairs: Pairs = ([], [])
    for shot in company.shots:
        for name, seen in shot.people.items():
            for who, expected in company.portraits.items():
                pairs[who != name].append(-tones.distance(expected, seen))
    for one, other in combinations(company.shots, 2):
        for name, seen in one.people.items():
            for who, elsewhere in other.people.items():
                pairs[who != name].append(-tones.distance(seen, elsewhere))
    return pairs


def by_colour(company: Company) -> Pairs:
    """Everybody looked for in every shot, whether they are in it or not."""
    pairs: Pairs = ([], [])
    for shot in company.shots:
        for who, expected in company.portraits.items():
            if not (shot.pictures and expected):
                continue
            picture = shot.pictures[len(shot.pictures) // 2]
            seen = palette_of(colours_in([picture], [found(picture, expected)]))
            pairs[who not in shot.people].append(-tones.distance(expected, seen) if seen else -40.0)
    return pairs


def at_cuts(company: Company) -> Pairs:
    """Light around the cast at cuts within scenes, as drawn and spoilt."""
    pairs: Pairs = ([], [])
    for one, other in pairwise(company.shots):
        if one.scene == other.scene and one.around and other.around:
            pairs[0].append(-_jump(one.around, other.around))
            pairs[1].extend(-_jump(one.around, spoilt) for spoilt in other.spoilt if spoilt)
    return pairs


def _jump(one: Palette, other: Palette) -> float:
    return meetings.jump(tones.shift(one, other))


def logistic(same: Sequence[float], other: Sequence[float]) -> tuple[float, float]:
    """(half, steep) of the distance at which both are as likely; both kinds weigh the same."""
    x = np.array([*same, *other])
    y = np.array([1.0] * len(same) + [0.0] * len(other))
    weight = np.where(y > 0, 0.5 / len(same), 0.5 / len(other)) * len(x)
    rows, w = np.c_[x, np.ones(len(x))], np.zeros(2)
    for _ in range(60):
        p = 1 / (1 + np.exp(-rows @ w))
        w -= np.linalg.solve(
            (rows * (weight * p * (1 - p))[:, None]).T @ rows + 1e-6 * np.eye(2), rows.T @ (weight * (p - y))
        )
    return float(w[1] / w[0]), float(w[0])


def told(kind: str, companies: Iterable[Company]) -> None:
    """Prints one part: for each way to compare, every film and all together."""
    everyone = list(companies)
    for title, pairs_of in (("blocking", by_blocking), ("colour", by_colour), ("cuts", at_cuts)):
        each = [pairs_of(company) for company in everyone]
        same, other = ([value for pairs in each for value in pairs[which]] for which in (0, 1))
        half, steep = logistic(same, other)
        films = [auc(*pairs) for pairs in each]
        known = [value for value in films if not math.isnan(value)]
        print(
            f"{kind:9s} {title:9s} {len(same):5d} same {len(other):6d} other  AUC all {auc(same, other):.3f}  "
            f"film by film: mean {np.mean(known):.3f}, least {min(known):.3f}  half {half:.1f} steep {steep:.2f}"
        )
        print("          " + " ".join(f"{c.name[:14]}:{value:.2f}" for c, value in zip(everyone, films, strict=True)))


def main(most: int = 10) -> None:
    """Draw the films and print."""
    cv2.setNumThreads(1)
    fitted = sorted(path for path in (ROOT / "assets" / "films").iterdir() if path.suffix in (".txt", ".fountain"))
    unseen = sorted(path for path in (ROOT / "tests" / "unseen").iterdir() if path.suffix in (".txt", ".fountain"))
    for kind, paths in (("fitted", fitted), ("held out", unseen)):
        told(
            kind,
            [company for path in paths if (company := drawn(path, most)) is not None and len(company.portraits) > 1],
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
