"""The atlas: every subject and place of the training world, painted once and kept in one file that fits in a pocket.

A training machine decodes it in seconds and composes clips from it for ever; painting needs skia and the animatic engine, reading
only numpy and OpenCV. Subjects and places that are held out are marked here, so that no trainer can forget which they are.
"""

from __future__ import annotations

import io
import json
import sys
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.draft.captions import LIGHT_NAMES, LIGHTS, PLACES, VERBS, Phrases, every_phrase, held_out_of
from engine.backends.draft.words import Table, table_of
from engine.errors import StorageFailed

CELL = 128
"""Pixels of a cell's side."""
FEET = 120
"""The row of a cell on which feet stand."""
TALL = 104
"""Pixels from the feet line to the crown of a standing figure, at most."""
WALKS = 8
"""Phases of a walk's or run's cycle."""

POSES = (
    *(f"view {k}" for k in range(5)), *(f"walk {k}" for k in range(WALKS)), *(f"run {k}" for k in range(WALKS)), *(f"wave {k}" for k in range(4)),
    "sit", *(f"fall {k}" for k in range(3)), *(f"fly {k}" for k in range(4)),
)  # fmt: skip
"""The columns of a subject's frames. Views turn from the front (0) by the right side (2) to the back (4)."""

PLATE_WIDE, PLATE_HIGH = 800, 296
PLATE_SCALE = 352
"""A plate's pixels, and how many of them one frame width at zoom 1 takes; the frame's middle is the plate's."""
GROUND = 0.205
"""How far below the frame's middle the stage is, in frame widths."""
LAYERS = 3
NEARNESS = (0.62, 0.82, 1.0)
"""How much of the camera's way each layer goes, far to near; the stage goes all of it."""

GAITS = ("limbs", "wheels", "paper")


@dataclass(frozen=True)
class Sprite:
    """A subject's frames (F, 128, 128, 4) RGBA premultiplied; `index` says which shows each of POSES; `cycles` are the pixels that a
    cycle of walking and running covers; `tall` the standing figure's pixels over the feet line."""

    frames: NDArray[np.uint8]
    index: tuple[int, ...]
    cycles: tuple[float, float]
    tall: float


@dataclass(frozen=True)
class Plate:
    """One place in one light and dressing. `layers` (296, 800, 11): RGB of the far layer, premultiplied RGBA of the middle one and of
    the stage. `grade` (10,): gel RGB, air RGB, haze, and the RGB of shadows."""

    place: int
    light: int
    layers: NDArray[np.uint8]
    grade: tuple[float, ...]


@dataclass(frozen=True)
class Atlas:
    """Everything a world is composed of."""

    subjects: tuple[Phrases, ...]
    gaits: tuple[int, ...]
    sprites: tuple[Sprite, ...]
    places: tuple[Phrases, ...]
    plates: tuple[Plate, ...]
    held_out_subjects: frozenset[str]
    held_out_places: frozenset[str]
    words: Table

    def save(self, path: Path) -> None:
        """Write it as one .npz of WebP pictures: about 31 MB for the full atlas."""
        pictures, facts = _packed(self)
        arrays: dict[str, Any] = {f"p{i}": np.frombuffer(data, np.uint8) for i, data in enumerate(pictures)}
        arrays["facts"] = np.frombuffer(zlib.compress(json.dumps(facts, ensure_ascii=False).encode(), 9), np.uint8)
        buffer = io.BytesIO()
        np.savez(buffer, codes=self.words.codes, scales=self.words.scales, **arrays)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(path.suffix + ".partial")
        partial.write_bytes(buffer.getvalue())
        partial.replace(path)


def load(path: Path) -> Atlas:
    """Read an atlas. Raises StorageFailed when the file is missing or damaged."""
    try:
        with np.load(path) as stored:
            return _unpacked(stored)
    except (OSError, ValueError, KeyError, zlib.error, cv2.error) as bad:
        raise StorageFailed("The draft engine's atlas cannot be read.", "Paint it again.") from bad


def atlas_of(
    subjects: Iterable[tuple[Phrases, int, Sprite]],
    places: tuple[Phrases, ...],
    plates: Iterable[Plate],
    *,
    out: int = 2,
) -> Atlas:
    """An atlas with its split and its table of phrases; `out` places are held out."""
    cast = tuple(subjects)
    phrases = tuple(phrase for phrase, _, _ in cast)
    keys = tuple(p.key for p in phrases)
    shut = held_out_of(tuple(p.key for p in places), out / max(1, len(places)))
    words = table_of(every_phrase((*places, *LIGHTS, *VERBS, *phrases)))
    gaits, sprites = tuple(g for _, g, _ in cast), tuple(s for _, _, s in cast)
    return Atlas(phrases, gaits, sprites, places, tuple(plates), frozenset(held_out_of(keys)), frozenset(shut), words)


QUALITY = 60
SHEER, SHEER_OF_PLATES = 15, 8
"""How far apart shades of alpha are kept. WebP keeps alpha without loss, which takes half of a file: edges need few shades, mists more."""


def _webp(picture: NDArray[np.uint8], sheer: int) -> bytes:
    order = [2, 1, 0, 3][: picture.shape[2]]
    kept = np.ascontiguousarray(picture[..., order])
    kept[..., 3:] = np.minimum(np.rint(kept[..., 3:] / sheer) * sheer, 255)
    done, data = cv2.imencode(".webp", kept, [cv2.IMWRITE_WEBP_QUALITY, QUALITY])
    if not done:
        raise StorageFailed("A picture of the atlas could not be compressed.", "Check that OpenCV has WebP.")
    return data.tobytes()


def _bare(data: NDArray[np.uint8], channels: int) -> NDArray[np.uint8]:
    """RGB(A); premultiplied colours never exceed their alpha, whatever compression did to them."""
    picture = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise ValueError("not a picture")
    if channels == 3:
        return np.ascontiguousarray(picture[..., 2::-1]).astype(np.uint8)
    if picture.shape[2] == 3:
        picture = np.concatenate([picture, np.full_like(picture[..., :1], 255)], axis=2)
    alpha = picture[..., 3:]
    return np.concatenate([np.minimum(picture[..., 2::-1], alpha), alpha], axis=2).astype(np.uint8)


def _packed(atlas: Atlas) -> tuple[list[bytes], dict[str, Any]]:
    strips = [_webp(s.frames.transpose(1, 0, 2, 3).reshape(CELL, -1, 4), SHEER) for s in atlas.sprites]
    layers = [_webp(p.layers[..., a:b], SHEER_OF_PLATES) for p in atlas.plates for a, b in ((0, 3), (3, 7), (7, 11))]
    facts = {
        "subjects": [_told(p) for p in atlas.subjects],
        "gaits": atlas.gaits,
        "sprites": [{"index": s.index, "cycles": s.cycles, "tall": s.tall} for s in atlas.sprites],
        "places": [_told(p) for p in atlas.places],
        "plates": [{"place": p.place, "light": p.light, "grade": p.grade} for p in atlas.plates],
        "held_out_subjects": sorted(atlas.held_out_subjects),
        "held_out_places": sorted(atlas.held_out_places),
        "words": atlas.words.phrases,
    }
    return strips + layers, facts


def _told(phrases: Phrases) -> list[Any]:
    return [phrases.key, phrases.english, phrases.chinese]


def _heard(told: list[Any]) -> Phrases:
    return Phrases(told[0], tuple(told[1]), tuple(told[2]))


def _unpacked(stored: Any) -> Atlas:
    facts = json.loads(zlib.decompress(stored["facts"].tobytes()).decode())
    count = len(facts["sprites"])
    sprites = tuple(_sprite(_bare(stored[f"p{i}"], 4), one) for i, one in enumerate(facts["sprites"]))
    plates: list[Plate] = []
    for i, one in enumerate(facts["plates"]):
        parts = [_bare(stored[f"p{count + LAYERS * i + k}"], 3 if k == 0 else 4) for k in range(LAYERS)]
        plates.append(Plate(one["place"], one["light"], np.concatenate(parts, axis=2), tuple(one["grade"])))
    return Atlas(
        tuple(_heard(p) for p in facts["subjects"]),
        tuple(facts["gaits"]),
        sprites,
        tuple(_heard(p) for p in facts["places"]),
        tuple(plates),
        frozenset(facts["held_out_subjects"]),
        frozenset(facts["held_out_places"]),
        Table(tuple(facts["words"]), stored["codes"], stored["scales"]),
    )


def _sprite(strip: NDArray[np.uint8], facts: dict[str, Any]) -> Sprite:
    frames = strip.reshape(CELL, -1, CELL, 4).transpose(1, 0, 2, 3)
    cycles = facts["cycles"]
    return Sprite(np.ascontiguousarray(frames), tuple(facts["index"]), (cycles[0], cycles[1]), facts["tall"])


def painted(crowd: int = 230, seeds: int = 3, report: Any = None) -> Atlas:
    """Paint the whole atlas (a few minutes on one core): `crowd` people beside all animals, vehicles and drawn art; `seeds`
    dressings of each place in each light. `report(done, of, what)` is called now and then."""
    from engine.backends.draft import plates as painting
    from engine.backends.draft.roster import company
    from engine.backends.draft.sprites import drawn

    cast = company(crowd)
    say = report or (lambda done, of, what: None)
    sprites: list[tuple[Phrases, int, Sprite]] = []
    for i, subject in enumerate(cast):
        sprites.append((subject.phrases, GAITS.index(subject.gait), drawn(subject)))
        say(i + 1, len(cast), "subjects")
    sets: list[Plate] = []
    wanted = [
        (p, light, seed) for p in range(len(PLACES)) for light in range(len(LIGHT_NAMES)) for seed in range(seeds)
    ]
    for i, (place, light, seed) in enumerate(wanted):
        sets.append(painting.painted(place, light, seed))
        say(i + 1, len(wanted), "places")
    return atlas_of(sprites, PLACES, sets)


def main(arguments: list[str]) -> int:
    """`python -P -m engine.backends.draft.atlas OUT`: paint the atlas and save it there."""
    if len(arguments) != 1:
        print("usage: python -P -m engine.backends.draft.atlas OUT", file=sys.stderr)
        return 2

    def line(done: int, of: int, what: str) -> None:
        end = "\n" if done == of else ""
        print(f"\rpainting {what}: {done}/{of}   ", end=end, file=sys.stderr, flush=True)

    painted(report=line).save(Path(arguments[0]))
    size = Path(arguments[0]).stat().st_size / 1e6
    print(f"{arguments[0]}: {size:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
