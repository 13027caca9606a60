"""A style: how a whole film is drawn, as data. The shipped ones are assets/styles/*.json, a film's own ones lie in its
folder under styles/.

A film that uses one of its own holds it in full (not only its name): what a picture depends on must be part of its order,
or an edited style would leave old pictures standing. docs/styles.md tells what each field does.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from engine.errors import BadInput, storage_failed
from engine.film.cast import Colour
from engine.film.faults import first_fault
from engine.film.values import Value

STYLES = "styles"
"""Where styles lie: in assets/, and in a film's own folder."""

PAPER = "paper"
"""The style of a film that names none."""

Share = Annotated[float, Field(ge=0, le=1)]
Hour = Literal["day", "dawn", "dusk", "night", "*"]


class Hues(Value):
    """The seven colours of a place at an hour; everything painted there is mixed from them."""

    sky_top: Colour
    sky_low: Colour
    far: Colour
    near: Colour
    ground: Colour
    accent: Colour
    light: Colour


class Toning(Value):
    """What becomes of a painted colour. `ramp` (dark to light) replaces it by brightness, in soft `steps` (0: a slope, 1:
    flat tones); `chroma` is how much of its own hue stays on the ramp. `dyes` draw it toward the nearest of a few colours
    by the share `dyed`. Where it is clearly red it becomes `seal`. `gamma` below 1 brightens before all that, and `white` is the brightness
    that already counts as the ramp's end."""

    ramp: tuple[Colour, ...] = ()
    steps: Share = 0.0
    chroma: Annotated[float, Field(ge=0, le=2)] = 0.0
    dyes: tuple[Colour, ...] = ()
    dyed: Share = 1.0
    seal: Colour | None = None
    gamma: Annotated[float, Field(gt=0.1, le=5)] = 1.0
    white: Annotated[float, Field(gt=0.2, le=1)] = 1.0


class PaperCut(Value):
    """Cut coloured paper: grain, a lit edge, a shadow on what lies behind."""

    kind: Literal["paper"]


class InkWash(Value):
    """Brush and ink. `bleed` is how far washes creep (picture lines), `dry` how much the brush runs dry, `mist` how much of
    a plane's foot is left blank, `pool` how much ink gathers at edges, `line` the width of the brush (picture lines)."""

    kind: Literal["ink"]
    bleed: Annotated[float, Field(ge=0, le=12)] = 2.0
    dry: Share = 0.5
    mist: Share = 0.7
    pool: Share = 0.5
    line: Annotated[float, Field(gt=0, le=8)] = 1.6


class Pencil(Value):
    """Graphite on board. `line` is the pencil's width (picture lines), `hatch` how dark hatching gets and `pitch` how far
    apart its strokes are (picture lines), `marker` the one grey of the marker for what is dark, `boil` how much the lines
    of who moves differ from drawing to drawing."""

    kind: Literal["pencil"]
    graphite: Colour = "#3a3b40"
    marker: Colour = "#b4b5b8"
    line: Annotated[float, Field(gt=0, le=8)] = 1.2
    hatch: Share = 0.7
    pitch: Annotated[float, Field(ge=3, le=40)] = 7.0
    boil: Share = 0.5


class Hide(Value):
    """Dyed hide before a lamp. `seam` is the colour of the bridges that are left between the cuts and `line` their width
    (picture lines), `pierce` how open the pierced patterns of players and `lattice` those of set pieces are, `screen` the cloth's own light, `lamp` how fast it falls
    off toward the corners."""

    kind: Literal["hide"]
    seam: Colour = "#1c0f08"
    line: Annotated[float, Field(gt=0, le=8)] = 1.6
    pierce: Share = 0.6
    lattice: Share = 0.2
    screen: Colour = "#ffdf9f"
    lamp: Share = 0.8


Medium = Annotated[PaperCut | InkWash | Pencil | Hide, Field(discriminator="kind")]


class Lighting(Value):
    """How much of the scene's light a style shows: `gel` on the players by the hour, `glow` of lamps, `corners` (how dark
    the frame's corners get), `air` (above 1 distance is seen sooner). `ground` is the board or paper that shows through,
    `weave` how strong its fibres are, `weather` how much bad weather changes the colours, `rain` the colour of rain where a
    pale one would be lost, `snow_wash` how much the sky darkens so that snow is seen before it, `night` the light that the
    whole frame is seen in by night. A `halo` of this colour, `halo_width` picture lines wide, is left bare round each
    player, so that grey stands out from grey."""

    gel: Share = 1.0
    glow: Annotated[float, Field(ge=0, le=2)] = 1.0
    corners: Annotated[float, Field(ge=0, le=3)] = 1.0
    air: Annotated[float, Field(gt=0, le=10)] = 1.0
    ground: Colour | None = None
    weave: Share = 0.0
    weather: Share = 1.0
    rain: Colour | None = None
    snow_wash: Share = 0.0
    night: Colour | None = None
    halo: Colour | None = None
    halo_width: Annotated[float, Field(ge=0, le=20)] = 3.0


class StyleSheet(Value):
    """One style. `names` are what people may call it, in any language; `palettes` hold colours by place and hour ("*" for
    every place or hour), and where there are none the paper style's own are used; `borrowed` lends a place another's palette with
    some colours of its own."""

    schema_: Annotated[Literal["Style.1"], Field(alias="schema")] = "Style.1"
    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9 _-]{0,39}$")]
    title: str = ""
    names: tuple[str, ...] = ()
    medium: Medium = PaperCut(kind="paper")
    sets: Toning = Toning()
    figures: Toning = Toning()
    lighting: Lighting = Lighting()
    palettes: Mapping[str, Mapping[Hour, Hues]] = {}
    borrowed: Mapping[str, Mapping[str, str]] = {}

    model_config = Value.model_config | {"populate_by_name": True, "serialize_by_alias": True}


def styles_in(folder: Path) -> dict[str, StyleSheet]:
    """The styles of a folder by name; empty where there is none. Raises BadInput for a file that is no style."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".json" and not path.name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise storage_failed(error, folder) from error
    return {style.name: style for style in map(read_style, paths)}


def read_style(path: Path) -> StyleSheet:
    """The style in a file. Raises BadInput (what is wrong, and where in it) or StorageFailed."""
    action = "docs/styles.md tells what a style file holds."
    try:
        return StyleSheet.model_validate(json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise storage_failed(error, path) from error
    except json.JSONDecodeError as bad:
        raise BadInput(f"The style {path.name} is no JSON: {bad.msg} in line {bad.lineno}.", action) from bad
    except ValidationError as bad:
        raise BadInput(f"The style {path.name} is wrong at {first_fault(bad)}.", action) from bad
    except (ValueError, RecursionError) as bad:
        raise BadInput(f"The style {path.name} cannot be read as text.", action) from bad


def style_meant(words: str, styles: Iterable[StyleSheet]) -> StyleSheet | None:
    """The style that the words name ("ink", "Ink-wash animation", "水墨动画"): the one with the longest of its names in
    them. None where no name is found."""
    said = _plain(words)
    found = [
        (len(name), style)
        for style in styles
        for name in map(_plain, (style.name, style.title, *style.names))
        if name and re.search(_whole(name), said)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _plain(words: str) -> str:
    """Small and narrow letters: hyphens, underlines and full-width forms make no difference."""
    return re.sub(r"[-_\s]+", " ", unicodedata.normalize("NFKC", words).casefold()).strip()


def _whole(name: str) -> str:
    """A pattern for the name as a whole word (Chinese has no word ends)."""
    return rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)
