"""A style's toning as a table of colours, so that a whole grade costs one look-up for each painted pixel."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.mediums.pigment import Colours, cast, colour_table, smooth
from engine.backends.animatic.palette import from_hex
from engine.film.style import Toning

_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


def table_of(toning: Toning) -> NDArray[np.uint32] | None:
    """The table of a toning; None when it changes nothing."""
    return None if toning == Toning() else _table(toning.model_dump_json())


@functools.lru_cache(maxsize=16)
def _table(toning: str) -> NDArray[np.uint32]:
    read = Toning.model_validate_json(toning)
    return colour_table(lambda colours: toned(colours, read))


def affine_of(toning: Toning) -> tuple[float, ...]:
    """The toning as the nearest affine map of colours, for what is coloured piece by piece: three rows of four numbers
    (least squares over the colour cube)."""
    steps = np.linspace(0, 1, 9)
    cube = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(-1, 3)
    fit = np.linalg.lstsq(np.column_stack([cube, np.ones(len(cube))]), toned(cube, toning), rcond=None)[0].T
    return tuple(fit.ravel().tolist())


def toned(colours: Colours, toning: Toning) -> Colours:
    """Colours, float32 (N, 3) in 0..1, as that toning shows them."""
    plain = colours
    colours = np.power(np.clip(colours, 0, 1), np.float32(toning.gamma))
    luma = colours @ _LUMA
    if toning.ramp:
        ramp = _on_ramp(luma, toning)
        colours = ramp + np.float32(toning.chroma) * (colours - luma[:, None])
    if toning.dyes:
        colours = _dyed(colours, plain, toning)
    if toning.seal is not None:
        colours = _sealed(colours, plain, luma, toning.seal)
    return np.clip(colours, 0, 1)


def _on_ramp(luma: Colours, toning: Toning) -> Colours:
    """Brightness as a place between the ramp's colours; with `steps` most of it lies on the colours themselves."""
    stops = np.stack([cast(from_hex(colour)) for colour in toning.ramp])
    place = np.clip(luma / np.float32(toning.white), 0, 1) * (len(stops) - 1)
    floor = np.floor(place)
    flat = floor + smooth((place - floor - np.float32(0.5)) * 3 + np.float32(0.5))
    place = place + np.float32(toning.steps) * (flat - place)
    at = np.arange(len(stops))
    return np.stack([np.interp(place, at, stops[:, c]) for c in range(3)], axis=1)


def _dyed(colours: Colours, plain: Colours, toning: Toning) -> Colours:
    """Drawn toward the nearest dye (by hue first, then by brightness), which keeps the colour's light and shade."""
    dyes = np.stack([cast(from_hex(dye)) for dye in toning.dyes])
    far = np.square(_opponent(plain)[:, None] - _opponent(dyes)[None]).sum(axis=2)
    near = np.exp(-(far - far.min(axis=1, keepdims=True)) / 0.007)
    near /= near.sum(axis=1, keepdims=True)
    dye = near @ dyes
    light = 1 + 0.55 * ((plain @ _LUMA) - (dye @ _LUMA))[:, None]
    return colours + toning.dyed * (dye * light - colours)


def _opponent(colours: Colours) -> Colours:
    """Brightness and two hue axes, hue counting more."""
    r, g, b = colours.T
    return np.stack([0.75 * (colours @ _LUMA), 1.25 * (r - g), 0.8 * (0.5 * (r + g) - b)], axis=1)


def _sealed(colours: Colours, plain: Colours, luma: Colours, seal: str) -> Colours:
    """What is clearly red is the seal's red, lighter and darker as it was painted."""
    r, g, b = plain.T
    red = smooth((r - np.maximum(g, b) - 0.9 * np.maximum(0, g - b)) * 5 - 0.8)[:, None]  # orange is no red
    pure = cast(from_hex(seal)) * (0.78 + 0.75 * luma[:, None])
    return colours + red * (pure - colours)
