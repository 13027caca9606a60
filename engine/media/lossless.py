"""Writing pictures that must come back exactly as they were: FFV1 in Matroska (RFC 9043), every frame for itself.

A depth or a label that a lossy codec has touched is another depth, another label.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.errors import MediaFailed, storage_failed
from engine.film.rate import Raster
from engine.media.ffmpeg import BITEXACT, Child, address

Kind = Literal["gray16", "bgr8", "rgb16"]
"""gray16: uint16 (H, W); bgr8: uint8 (H, W, 3); rgb16: uint16 (H, W, 3)."""

_FED = {"gray16": "gray16le", "bgr8": "bgr24", "rgb16": "rgb48le"}
_KEPT = {"gray16": "gray16le", "bgr8": "bgr0", "rgb16": "gbrp16le"}
_TYPES = {"gray16": np.uint16, "bgr8": np.uint8, "rgb16": np.uint16}


class LosslessVideo:
    """Writes one video to `path` (its folder must exist). Leaving `with` without `close` throws it away. Raises MediaFailed or
    StorageFailed."""

    def __init__(self, path: Path, raster: Raster, rate: Fraction, kind: Kind) -> None:
        self._path, self._part = path, path.with_name(f"{path.name}.part")
        self._shape = (raster.height, raster.width) if kind == "gray16" else (raster.height, raster.width, 3)
        self._type = _TYPES[kind]
        self._frames = 0
        arguments = [
            *("-f", "rawvideo", "-pixel_format", _FED[kind], "-video_size", f"{raster.width}x{raster.height}"),
            *("-framerate", str(rate), "-i", "pipe:0", "-c:v", "ffv1", "-level", "3", "-g", "1", "-slices", "4"),
            *("-threads", "1", "-pix_fmt", _KEPT[kind], *BITEXACT, "-f", "matroska", address(self._part)),
        ]
        self._child = Child(arguments, doing="writing a guide pass", out=path, fed=True)

    def __enter__(self) -> LosslessVideo:
        return self

    def __exit__(self, *exc: object) -> None:
        self.abort()

    def write(self, picture: NDArray[Any]) -> None:
        """One picture of the shape and type that the kind says."""
        if picture.shape != self._shape or picture.dtype != self._type:
            raise ValueError(f"expected {self._shape} {self._type.__name__}, not {picture.shape} {picture.dtype}")
        self._child.write(np.ascontiguousarray(picture).data)
        self._frames += 1

    def close(self) -> None:
        """Finish the file and give it its name."""
        try:
            if self._frames == 0:
                raise MediaFailed("A guide pass without pictures cannot be written.")
            self._child.wait()
            self._part.replace(self._path)
        except OSError as error:
            self.abort()
            raise storage_failed(error, self._path) from error
        except BaseException:
            self.abort()
            raise

    def abort(self) -> None:
        """Stop the child and remove what is half written. After `close` this does nothing."""
        self._child.kill()
        self._part.unlink(missing_ok=True)
