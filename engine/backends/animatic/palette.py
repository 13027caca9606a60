"""Seven colours for a place at a time of day in some weather; everything painted is mixed from them.

They are painted by eye per place and hour (assets/styles/paper.json); weather then tints the whole palette at once, so
that a rainy street stays the same street.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from engine.assets import assets_folder
from engine.backends.animatic.stage import INDOORS, SHELTERED, SetOrder
from engine.errors import StorageFailed
from engine.film.shots import Weather
from engine.plan.air import Air

Colour = tuple[float, float, float]
"""Red, green, blue in 0..1, display-referred (bt709)."""


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """`a` with `share` (0..1) of `b` stirred in."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def lighter(colour: Colour, share: float) -> Colour:
    """Toward warm paper white, never to pure white."""
    return mix(colour, (0.985, 0.97, 0.93), share)


def darker(colour: Colour, share: float) -> Colour:
    """Toward blue ink, never to black."""
    return mix(colour, (0.06, 0.07, 0.13), share)


def luma(colour: Colour) -> float:
    """Brightness in 0..1 (bt709 weights on display values)."""
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def greyer(colour: Colour, share: float) -> Colour:
    """With less colour at the same brightness."""
    grey = luma(colour)
    return mix(colour, (grey, grey, grey), share)


def from_hex(text: str) -> Colour:
    """'#rrggbb' as floats."""
    value = int(text.lstrip("#"), 16)
    return ((value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255)


@dataclass(frozen=True, slots=True)
class Palette:
    """The seven colours of a scene, and how thick its air is (`air`: metres until half of a colour is the sky's)."""

    sky_top: Colour
    sky_low: Colour
    far: Colour
    near: Colour
    ground: Colour
    accent: Colour
    light: Colour
    air: float = 45.0
    is_dark: bool = False
    lamplit: bool = False  # under a roof: by night things are seen by lamps, not by the sky
    snowy: bool = False
    dye: tuple[float, ...] = ()  # what a style makes of colours that are nobody's palette: 3 rows of 4, affine

    def own(self, colour: Colour) -> Colour:
        """A colour of a thing's own (a leaf, a petal) as the style shows it."""
        if not self.dye:
            return colour
        r, g, b = (
            sum(k * c for k, c in zip(row, (*colour, 1.0), strict=True))
            for row in (self.dye[:4], self.dye[4:8], self.dye[8:])
        )
        return (min(1.0, max(0.0, r)), min(1.0, max(0.0, g)), min(1.0, max(0.0, b)))

    @property
    def ink(self) -> Colour:
        """What stands nearest the audience: dark, but still of this palette."""
        return darker(mix(self.near, self.sky_top, 0.25), 0.62 if not self.is_dark else 0.55)

    @property
    def shade(self) -> Colour:
        """The colour of shadows: the sky's own, deep."""
        return darker(self.sky_top, 0.75)

    @property
    def snow(self) -> Colour:
        """Snow in this light."""
        return mix(lighter(self.sky_low, 0.75), self.sky_top, 0.12 if not self.is_dark else 0.42)

    def at(self, colour: Colour, z: float) -> Colour:
        """The colour as seen `z` metres behind the subject: distance turns it into the sky."""
        share = 1 - math.exp(-max(0.0, z) * math.log(2) / self.air)
        return mix(colour, self.sky_low, 0.88 * share)


@functools.cache
def _style() -> dict[str, Any]:
    path = assets_folder() / "styles" / "paper.json"
    try:
        style = json.loads(path.read_text(encoding="utf-8"))
        return {"palettes": style["palettes"], "borrowed": style["borrowed"]}
    except (OSError, ValueError, KeyError) as bad:
        raise StorageFailed(
            "The paper style (assets/styles/paper.json) cannot be read.", "Install Storyreel again."
        ) from bad


def local(colour: Colour, palette: Palette) -> Colour:
    """A thing's own colour (brick, sand, bamboo, as painted by noon) under the light of the palette's hour."""
    if palette.is_dark:
        gels = (0.57, 0.48, 0.47) if palette.lamplit else (0.40, 0.47, 0.66)
        r, g, b = (c * gel for c, gel in zip(colour, gels, strict=True))
        return mix((r, g, b), palette.sky_top, 0.16 if palette.lamplit else 0.22)
    gel = mix((1.0, 1.0, 1.0), mix(palette.light, palette.sky_low, 0.5), 0.45)
    r, g, b = (c * light for c, light in zip(colour, gel, strict=True))
    dim = min(0.5, max(0.0, 0.62 - luma(palette.sky_top)) / 0.62)
    # A rosy sky that is not dark yet is dawn's: what it lights is cooler and dimmer than by day.
    rosy = min(1.0, max(0.0, palette.sky_low[0] - palette.sky_low[2] - 0.17) / 0.12) * (1 - 2 * dim)
    r, g, b = r * (1 - 0.06 * rosy), g * (1 - 0.13 * rosy), b * (1 - 0.09 * rosy)
    return mix((r, g, b), palette.sky_top, 0.55 * dim + 0.06 * rosy)


def _hour(kind: str, time_of_day: str) -> Palette:
    """A place's palette at an hour: painted for it, or borrowed from a like place with some colours of its own."""
    style = _style()
    own: dict[str, str] = style["borrowed"].get(kind, {})
    hexes: dict[str, str] = style["palettes"][own.get("from", kind)][time_of_day]
    hues: dict[str, Any] = {name: from_hex(value) for name, value in hexes.items()}
    palette = Palette(**hues, is_dark=time_of_day == "night", lamplit=kind in INDOORS)
    tints: dict[str, Any] = {k: local(from_hex(value), palette) for k, value in own.items() if k != "from"}
    return replace(palette, **tints)


def palette_for(scenery: SetOrder, own: Mapping[str, str] | None = None) -> Palette:
    """The palette of a place, time, weather and dressing; `own` are a style's colours (hex, by name) for the place and hour.
    Raises StorageFailed when the shipped style is missing or damaged."""
    calm = _hour(scenery.kind, scenery.time_of_day)
    hues: dict[str, Any] = {name: from_hex(value) for name, value in (own or {}).items()}
    return dressed(_aired(scenery, replace(calm, **hues)), scenery)


def _aired(scenery: SetOrder, calm: Palette) -> Palette:
    palette = aired(weathered(calm, scenery.weather), scenery.air)
    if scenery.kind not in SHELTERED:
        return palette
    if scenery.kind not in INDOORS:
        return calm
    # Weather stays outside: indoors only what is seen through the window changes, and the light dims a little.
    indoors = {name: mix(getattr(calm, name), getattr(palette, name), 0.15) for name in ("far", "near", "ground")}
    return replace(palette, **indoors, air=45.0)


ICE: Colour = (0.80, 0.90, 0.95)
IVY: Colour = (0.30, 0.44, 0.24)


def dressed(palette: Palette, order: SetOrder) -> Palette:
    """The scene's colours as its dressing leaves them: old and ruined ones fade, frozen ones go pale and blue."""
    dressing = order.dressing
    if dressing.frozen:
        ice = local(ICE, palette)
        palette = replace(palette, ground=mix(palette.ground, ice, 0.72), near=mix(palette.near, ice, 0.22),
                          far=mix(palette.far, ice, 0.3), snowy=order.kind not in INDOORS)  # fmt: skip
    if dressing.ruined or dressing.old:
        share = 0.34 if dressing.ruined else 0.18
        palette = replace(palette, near=greyer(palette.near, share), ground=greyer(palette.ground, share),
                          accent=greyer(palette.accent, share))  # fmt: skip
    if dressing.overgrown:
        ivy = local(IVY, palette)
        palette = replace(palette, ground=mix(palette.ground, ivy, 0.35), near=mix(palette.near, ivy, 0.15))
    return palette


def weathered(palette: Palette, weather: Weather) -> Palette:
    """The palette under that weather."""
    if weather == "rain":
        return replace(_washed(palette, 0.42, 0.34), air=26.0)
    if weather == "storm":
        return replace(_washed(palette, 0.55, 0.52), air=20.0)
    if weather == "fog":
        return replace(_veiled(palette), air=9.0)
    if weather == "snow":
        return _snowed(palette)
    return palette


SAND: Colour = (0.80, 0.64, 0.40)
EMBER: Colour = (0.96, 0.56, 0.30)
_AIRS: dict[Air, tuple[Colour, float, float, float]] = {
    "sandstorm": (SAND, 0.62, 0.34, 8.0),
    "blizzard": ((0.86, 0.88, 0.90), 0.35, 0.16, 9.0),
    "downpour": ((0.30, 0.35, 0.41), 0.30, 0.16, 17.0),
    "drizzle": ((0.74, 0.77, 0.78), 0.20, 0.08, 32.0),
    "glow": (EMBER, 0.34, 0.16, 0.0),
    "overcast": ((0.52, 0.56, 0.61), 0.42, 0.12, 34.0),
}
"""What each does to a palette: its tone, how much of it the sky takes, and the land, and how thick it makes the air (0: no
thicker)."""


def aired(palette: Palette, air: tuple[Air, ...]) -> Palette:
    """The palette with what is in the air: a sandstorm is the colour of sand, a blizzard swallows the hills."""
    for each in air:
        if each in _AIRS and not (palette.is_dark and each == "glow"):
            tone, sky, land, thick = _AIRS[each]
            tone = mix(tone, palette.sky_top, 0.72 if palette.is_dark else 0.0)
            tinted = {k: mix(c, tone, sky if k.startswith("sky") else land) for k, c in _hues(palette).items()}
            palette = replace(
                palette, **{**tinted, "accent": palette.accent}, air=min(palette.air, thick or palette.air)
            )
    return palette


def _hues(palette: Palette) -> dict[str, Colour]:
    return {
        f.name: getattr(palette, f.name)
        for f in fields(Palette)
        if f.name not in ("air", "is_dark", "lamplit", "snowy", "light", "dye")
    }


def _washed(palette: Palette, grey: float, slate: float) -> Palette:
    cloud = (0.36, 0.42, 0.49) if not palette.is_dark else (0.13, 0.19, 0.29)
    return replace(
        palette, **{k: mix(greyer(c, grey), cloud, slate) for k, c in _hues(palette).items() if k != "accent"}
    )


def _veiled(palette: Palette) -> Palette:
    mist = mix(palette.sky_low, palette.sky_top, 0.35)
    mist = lighter(greyer(mist, 0.35), 0.12 if palette.is_dark else 0.3)
    return replace(palette, sky_top=mix(palette.sky_top, mist, 0.7), sky_low=mist, far=mix(palette.far, mist, 0.5))


def _snowed(palette: Palette) -> Palette:
    low = lighter(greyer(palette.sky_low, 0.4), 0.08 if palette.is_dark else 0.25)
    top = mix(greyer(palette.sky_top, 0.3), low, 0.35)
    calm = replace(palette, sky_top=top, sky_low=low, far=mix(palette.far, low, 0.35), near=greyer(palette.near, 0.25))
    return replace(calm, ground=mix(calm.ground, calm.snow, 0.86), air=30.0, snowy=True)
