"""Desk work as values: what the editor and the command line may ask of the worker's desk lane besides guide passes, and
where the result lies.

Both sides need the same words and may not import each other. The job's key is the hash of what was asked, so asking twice
is one job; a chore that has an answer leaves it in `cache/desk/<key>.json`, because events are hints and may be lost.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationError

from engine.film.cast import Digest
from engine.film.cuts import Footage
from engine.film.ending import Ending
from engine.film.rate import Raster, Rate
from engine.film.takes import Take
from engine.film.values import Value
from engine.plan.orders import ShotOrder
from engine.plan.sittings import Sitting

SAMPLE_RATE = 48_000
"""Of decoded sound, in stereo frames a second."""

PAPERS = "cache/desk"
"""Where films as they were exported and answers lie, relative to the film's folder."""

PER_PEAK = 480
"""Stereo frames that one pair of peaks stands for: a hundredth of a second."""

Frame = Annotated[int, Field(ge=0)]


class Export(Value):
    """Write a cut to the file `out`. `film` is the film as it stood when it was asked (a path inside the folder), so that
    edits go on meanwhile; `span` is [first, end) in record frames, None for the film up to its `ending`; `raster` None is the film's."""

    chore: ClassVar[str] = "export"
    film: str
    cut: str
    out: str
    captions: Literal["burn", "srt", "track", "none"] = "burn"
    title: bool = True
    burn_in: bool = False
    codec: Literal["h264", "prores"] = "h264"
    label: bool = False
    raster: Raster | None = None
    span: tuple[Frame, Frame] | None = None
    ending: Ending = "picture"


class Sound(Value):
    """Decode the sound of `source` (a path inside the folder) whose sha256 is `digest`: see `pcm_path`, `peaks_path`."""

    chore: ClassVar[str] = "sound"
    source: str
    digest: Digest


class Import(Value):
    """Make a take, or footage that no shot owns, of the file `source`; size and time tell one version from the next.
    `rate` and `raster` are the film's: sound alone is counted in its frames, and a picture of another shape is told so."""

    chore: ClassVar[str] = "import"
    source: str
    size: int
    changed: int
    rate: Rate
    raster: Raster
    into: Literal["take", "footage"] = "take"
    fill: bool = False


class Still(Value):
    """One picture of a take's master (or of footage) at full size, as PNG: see `still_path`."""

    chore: ClassVar[str] = "still"
    source: str
    digest: Digest
    picture: Frame


class Portrait(Value):
    """What the paper theatre draws of somebody or something by itself (engine.plan.portraits), as PNG: see `portrait_path`."""

    chore: ClassVar[str] = "portrait"
    order: ShotOrder
    at: Frame | None = None  # the picture that is drawn; None: the one in the middle


class Likeness(Value):
    """Look at takes so that their subjects can be compared: each answer lies at engine.plan.sittings.sat_path."""

    chore: ClassVar[str] = "likeness"
    sittings: tuple[Sitting, ...]


Work = Likeness | Export | Sound | Import | Still | Portrait


class Arrived(Value):
    """What an import made: one of the two is set."""

    take: Take | None = None
    footage: Footage | None = None


def payload(work: Work) -> str:
    """What the chore is told, as JSON."""
    return work.model_dump_json()


def key_of(work: Work) -> str:
    """The job's key in the queue; for an imported take also the take's key in the store."""
    return hashlib.sha256(f"{work.chore} {payload(work)}".encode()).hexdigest()


def pcm_path(digest: str) -> str:
    """Decoded sound, relative to the film's folder: 16-bit little-endian, two channels interleaved, SAMPLE_RATE, no head.
    An empty file means that there is no sound in it."""
    return f"cache/sound/{digest}.pcm"


def peaks_path(digest: str) -> str:
    """Its peaks: 16-bit little-endian (lowest, highest) over both channels for every PER_PEAK stereo frames, the last one
    may be short. Written after the sound: where it is, both are whole."""
    return f"cache/sound/{digest}.peaks"


def still_path(work: Still) -> str:
    """The picture, relative to the film's folder."""
    return f"cache/stills/{work.digest[:16]}-{work.picture}.png"


def portrait_path(work: Portrait) -> str:
    """The picture, relative to the film's folder: one for each way of looking, whoever it is."""
    return f"cache/portraits/{key_of(work)[:16]}.png"


def answer_path(key: str) -> str:
    """What a chore answers (`Arrived`), relative to the film's folder."""
    return f"{PAPERS}/{key}.json"


def snapshot_path(digest: str) -> str:
    """A film as it stood when an export was asked for, relative to the film's folder."""
    return f"{PAPERS}/film-{digest[:16]}.json"


def snapshot_in(told: str) -> str:
    """The snapshot that an export's payload names; "" when it cannot be read."""
    try:
        return Export.model_validate_json(told).film
    except ValidationError:
        return ""
