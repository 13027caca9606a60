"""Writing one take: pictures in, master.mov (ProRes 422, 10 bit), proxy.mp4 (all-intra H.264) and poster.jpg out.

One ffmpeg child makes both films from one stream of raw pictures, because sending 3.7 MB a picture through a pipe twice
costs more than the second encode. Everything is written under `.part` names and renamed when all of it is whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import MediaFailed, storage_failed
from engine.film.rate import Raster
from engine.media.feeding import Feed
from engine.media.ffmpeg import BITEXACT, BT709, TAGS, Child, address
from engine.media.holds import hold
from engine.media.playback import Playback

Pixels = Literal["bgra8", "rgb8", "rgb_float", "yuv422p10"]
"""bgra8: uint8 (H, W, 4), opaque; rgb8: uint8 (H, W, 3); rgb_float: float32 (H, W, 3) in 0..1, display-referred bt709; yuv422p10: uint16
(2 H, W, 1), the planes of a master one after the other, kept as they are in a lossless master."""

MASTER, PROXY, POSTER = "master.mov", "proxy.mp4", "poster.jpg"
PROXY_WIDTH = 640
POSTER_AT = Fraction(2, 5)

_FED = {"bgra8": "bgra", "rgb8": "rgb24", "rgb_float": "rgb48le", "yuv422p10": "yuv422p10le"}
_SHAPES = {"bgra8": (4, np.uint8), "rgb8": (3, np.uint8), "rgb_float": (3, np.float32), "yuv422p10": (1, np.uint16)}
LIGHT = ("prores_ks", "-profile:v", "1", "-q:v", "5")
"""ProRes 422 LT at one quantiser: 49 dB (luma PSNR) on paper and ink, 42 on pencil hatching, where `prores` squeezes hatching
into LT's bytes (39 dB) and takes a third longer because it tries a slice again and again until it fits."""

DEEP = ("prores", "-profile:v", "3")
"""8-bit pictures lose nothing that shows in LT; real 10 bits get 422 HQ."""

_LOSSLESS = ("ffv1", "-level", "3", "-g", "1", "-slices", "4")
_CODECS = {"bgra8": LIGHT, "rgb8": LIGHT, "rgb_float": DEEP, "yuv422p10": _LOSSLESS}


@dataclass(frozen=True, slots=True)
class Encoded:
    """A finished take's files."""

    master: Path
    proxy: Path
    poster: Path
    frames: int


class MasterWriter:
    """Writes one take's media into `folder` (made when missing). Leaving `with` without `close` throws it all away."""

    def __init__(self, folder: Path, raster: Raster, rate: Fraction, pixels: Pixels) -> None:
        self._folder, self._pixels = folder, pixels
        channels, self._dtype = _SHAPES[pixels]
        rows = raster.height * (2 if pixels == "yuv422p10" else 1)
        self._shape = (rows, raster.width, channels)
        self._deep = np.empty(self._shape, np.uint16) if pixels == "rgb_float" else None
        self._frames = 0
        self._holds: list[int] = []  # how often each picture that went to the child is shown
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_failed(error, folder) from error
        arguments = _arguments(raster, rate, pixels, self._part(MASTER), self._part(PROXY))
        self._child = Child(arguments, doing="encoding a take", out=folder, fed=True)
        self._feed = Feed(self._child.write, self._shape, np.uint8 if self._dtype == np.uint8 else np.uint16)

    def __enter__(self) -> MasterWriter:
        return self

    def __exit__(self, *exc: object) -> None:
        self.abort()

    def write(self, picture: NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.float32]) -> None:
        """One picture of the shape and type `pixels` says; its buffer may be reused when this returns."""
        if picture.shape != self._shape or picture.dtype != self._dtype:
            raise ValueError(f"expected {self._shape} {self._dtype.__name__}, not {picture.shape} {picture.dtype}")
        fed = self._to_feed(picture)
        if self._feed.repeats(fed):
            self._holds[-1] += 1
        else:
            self._feed.put(fed)
            self._holds.append(1)
        self._frames += 1

    def close(self) -> Encoded:
        """Finish the files and give them their names. Raises MediaFailed or StorageFailed; then nothing is left behind."""
        try:
            if self._frames == 0:
                raise MediaFailed("A take without pictures cannot be written.")
            self._feed.drain()
            self._child.wait()
            for name in (MASTER, PROXY):
                hold(self._part(name), self._holds)
            write_poster(self._part(PROXY), self._part(POSTER))
            paths = [self._part(name).replace(self._folder / name) for name in (MASTER, PROXY, POSTER)]
        except OSError as error:
            self.abort()
            raise storage_failed(error, self._folder) from error
        except BaseException:
            self.abort()
            raise
        return Encoded(paths[0], paths[1], paths[2], self._frames)

    def abort(self) -> None:
        """Stop the child and remove what is half written. After `close` this does nothing."""
        self._child.stop()
        self._feed.end()
        self._child.kill()
        for name in (MASTER, PROXY, POSTER):
            self._part(name).unlink(missing_ok=True)

    def _part(self, name: str) -> Path:
        return self._folder / f"{name}.part"

    def _to_feed(self, picture: NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.float32]) -> NDArray[Any]:
        """What ffmpeg is fed: floats become 16-bit integers, so that the master's 10 bits are real."""
        if self._deep is None:
            return picture
        np.copyto(self._deep, np.clip(picture, 0.0, 1.0) * 65535.0 + 0.5, casting="unsafe")
        return self._deep


def _arguments(raster: Raster, rate: Fraction, pixels: Pixels, master: Path, proxy: Path) -> list[str]:
    height = round(raster.height * PROXY_WIDTH / raster.width / 2) * 2
    to_yuv = "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+bitexact,format=yuv422p10le,"
    own = f"{TAGS}," if pixels == "yuv422p10" else to_yuv
    graph = (
        f"[0:v]{own}split[full][large];[full]{TAGS}[master];"
        f"[large]scale={PROXY_WIDTH}:{height}:flags=area+accurate_rnd+bitexact,format=yuv420p,{TAGS}[proxy]"
    )
    return [
        *("-f", "rawvideo", "-pixel_format", _FED[pixels], "-video_size", f"{raster.width}x{raster.height}"),
        *("-framerate", str(rate), "-i", "pipe:0", "-filter_complex_threads", "1", "-filter_complex", graph),
        *films(master, proxy, rate, codec=_CODECS[pixels]),
    ]


def films(master: Path, proxy: Path, rate: Fraction, *, codec: Sequence[str], sound: Sequence[str] = ()) -> list[str]:
    """ffmpeg's output options for the streams [master] and [proxy] of a graph. `codec` is LIGHT or, for pictures that hold more than
    eight bits, DEEP; `sound`: options that put sound into the master."""
    timing = ["-video_track_timescale", str(timescale(rate))]
    return [
        *("-map", "[master]", *sound, "-c:v", *codec, "-threads", "2"),
        *(*BT709, *BITEXACT, *timing, "-f", "mov", address(master)),
        *("-map", "[proxy]", "-c:v", "libx264", "-preset", "ultrafast", "-tune", "fastdecode", "-g", "1"),
        *("-crf", "20", "-threads", "1", *BT709, *BITEXACT, *timing),
        *("-movflags", "+faststart", "-f", "mp4", address(proxy)),
    ]


def timescale(rate: Fraction) -> int:
    """Ticks per second in which every frame lasts a whole number of ticks: 24000 for 24 and for 24000/1001."""
    return rate.numerator if rate.denominator > 1 else rate.numerator * 1000


def write_poster(proxy: Path, poster: Path) -> None:
    """A frame at two fifths of the take: past the entrance, before the exit."""
    with Playback(proxy) as frames:
        picture = frames.frame(int(frames.frames * POSTER_AT))
    made, jpeg = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 88])
    if not made:
        raise MediaFailed("The poster could not be made.", "Render the shot again.")
    poster.write_bytes(jpeg.tobytes())
