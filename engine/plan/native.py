"""How a shot fits a model: the raster and the number of pictures it is drawn at, chosen from the model's own grid.

Models know some sizes and lengths only (4k+1 pictures, edges in multiples of 16 or 32). What is chosen here is never shorter than
the shot; how it becomes the film's raster and rate again is said in words before anything is drawn, and kept in the take.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import ceil, floor, log, sqrt

from engine.errors import Unsupported
from engine.film.rate import Raster
from engine.plan.capabilities import ModelManifest, Native
from engine.plan.orders import ShotOrder

_NEAR = log(1.035)
"""A raster whose shape is this near the film's is as good as the film's own: what is cropped is less than a caption's height."""

_OVER = 1.03
"""So much more than its own area a model is asked for where the grid allows nothing nearer."""


def native_size(raster: Raster, manifest: ModelManifest) -> tuple[int, int]:
    """Width and height to draw at: the film's shape as near as the grid allows, on the model's own area or the film's where that
    is smaller. Raises Unsupported for an engine that has no raster of its own."""
    native = _native(manifest)
    own = (native.width, native.height) if raster.width >= raster.height else (native.height, native.width)
    if _will_do(raster, own):
        return own
    area = min(native.width * native.height, raster.width * raster.height)
    shape = raster.width / raster.height
    ideal = sqrt(area * shape), sqrt(area / shape)
    edges = [_edges(edge, native.multiple) for edge in ideal]
    choices = [(wide, high) for wide, high in product(*edges) if wide * high <= _OVER * area] or [
        (edges[0][0], edges[1][0])
    ]
    return min(choices, key=lambda size: abs(log(size[0] / size[1] / shape)) + abs(log(size[0] * size[1] / area)) / 2)


def native_frames(length: int, rate: Fraction, manifest: ModelManifest) -> int:
    """The fewest pictures of the model's grid that reach from the first to the last of `length` film frames. Raises Unsupported
    where that is more than it can draw in one pass."""
    wanted = needed(length, rate, manifest)
    if manifest.max_frames is not None and wanted > manifest.max_frames:
        longest = longest_shot(rate, manifest)
        raise Unsupported(
            f"{manifest.title} draws at most {longest} frames of this film at once ({_seconds(longest, rate)}); "
            f"the shot has {length} with its handles.",
            "Shorten or split the shot, choose another engine for it, or let it be slowed down (render --overlong stretch).",
        )
    return wanted


@dataclass(frozen=True, slots=True)
class Pass:
    """What a model is asked to draw of a shot: so many pictures, of which so many are a second of the film's time."""

    frames: int
    rate: Fraction


def drawn_length(order: ShotOrder, manifest: ModelManifest) -> int:
    """The film frames that the model draws of the order: all of them, or of a pickup by a model that takes no mask the stretch with the
    pictures that stay on both sides of it."""
    pickup = order.pickup
    if pickup is None or manifest.picks_up:
        return order.length
    if pickup.first < pickup.end:
        return min(order.length, pickup.end - pickup.first + 2)
    ahead = order.head - pickup.head
    if ahead > 0:
        return ahead + 1
    # A longer tail; an order of before does not say from where.
    return min(order.length, order.length - pickup.frames + 1)


def native_pass(order: ShotOrder, manifest: ModelManifest) -> Pass:
    """The pictures that cover the order, at the model's own rate; of an order that is too long, and may be slowed down, the most
    that the model draws, at the rate that makes them last. Raises Unsupported as `native_frames` does."""
    most = manifest.max_frames
    if most is not None and order.overlong == "stretch" and too_long(order, manifest):
        return Pass(most, Fraction(most - 1, order.length - 1) * order.rate)
    return Pass(native_frames(order.length, order.rate, manifest), _native(manifest).rate)


def slowed(order: ShotOrder, manifest: ModelManifest) -> float:
    """At which speed the shot's motion plays: 1, or less where it is slowed down."""
    if order.overlong == "stretch" and too_long(order, manifest):
        return float(native_pass(order, manifest).rate / _native(manifest).rate)
    return 1.0


def needed(length: int, rate: Fraction, manifest: ModelManifest) -> int:
    """As `native_frames`, whether the model can draw so many or not; one of a model of stills."""
    if not moves(manifest):
        return 1
    reach = ceil((length - 1) * _native(manifest).rate / rate) + 1
    step, first = manifest.frame_grid or (1, 0)
    return step * max(0, ceil(Fraction(reach - first, step))) + first


def longest_shot(rate: Fraction, manifest: ModelManifest) -> int:
    """How many of the film's frames, handles included, the model draws in one pass."""
    most = manifest.max_frames or _native(manifest).frames
    return floor((most - 1) * rate / _native(manifest).rate) + 1


def moves(manifest: ModelManifest) -> bool:
    """Whether the model draws shots, and not stills."""
    return "motion" in manifest.stages


def too_long(order: ShotOrder, manifest: ModelManifest) -> bool:
    """Whether the order has more pictures than the model draws in one pass."""
    if manifest.native is None or manifest.max_frames is None:
        return False
    return needed(drawn_length(order, manifest), order.rate, manifest) > manifest.max_frames


def mapped(order: ShotOrder, manifest: ModelManifest) -> str:
    """How the model's pictures become the film's, in one line. Raises Unsupported as `native_frames` does."""
    drawn, own = native_pass(order, manifest), _native(manifest).rate
    wide, high = native_size(order.raster, manifest)
    between = order.between or (manifest.defaults.between if manifest.defaults else "flow")
    if not moves(manifest):
        return f"one picture of {wide}x{high}, held; {_framed(order.raster, wide, high)}"
    slower = "" if drawn.rate == own else f", slowed to {_per_second(drawn.rate)}"
    return (
        f"{drawn.frames} pictures of {wide}x{high} at {_per_second(own)}{slower}; "
        f"{_rated(order.rate, drawn.rate, between)}; {_framed(order.raster, wide, high)}"
    )


def _rated(film: Fraction, own: Fraction, between: str) -> str:
    if film == own:
        return "each is one of the film's"
    how = {
        "flow": "moved along the motion between them",
        "blend": "mixed from two neighbours",
        "nearest": "the nearest one",
    }
    return f"the film's {_per_second(film)} are {how[between]}"


def _framed(raster: Raster, wide: int, high: int) -> str:
    if (raster.width, raster.height) == (wide, high):
        return "the film's own raster"
    scaled = f"scaled to {raster.width}x{raster.height}"
    own, film = Fraction(wide, high), Fraction(raster.width, raster.height)
    if own == film:
        return scaled
    cut = 1 - min(own, film) / max(own, film)
    sides = "left and right" if own > film else "top and bottom"
    return f"cropped {ceil(cut * 100)}% {sides}, {scaled}"


def _will_do(raster: Raster, own: tuple[int, int]) -> bool:
    """Whether the model's own raster serves the film as it is."""
    wide, high = own
    shape = log(raster.width / raster.height) - log(wide / high)
    return abs(shape) <= _NEAR and raster.width * raster.height >= wide * high


def _edges(ideal: float, multiple: int) -> tuple[int, int]:
    """The multiples below and above, at least one."""
    below = max(1, floor(ideal / multiple)) * multiple
    return below, max(1, ceil(ideal / multiple)) * multiple


def _native(manifest: ModelManifest) -> Native:
    if manifest.native is None:
        raise Unsupported(f"{manifest.title} draws at the film's own raster and rate.", "Ask for neither.")
    return manifest.native


def _per_second(rate: Fraction) -> str:
    return f"{float(rate):.5g} a second"


def _seconds(frames: int, rate: Fraction) -> str:
    return f"{float(frames / rate):.1f} s"
