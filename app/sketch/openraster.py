"""A drawing as one OpenRaster file (.ora), which Krita, GIMP and MyPaint open layer by layer, and back.

The panel that the engine takes is a flat PNG; the .ora lies beside it under the same name and keeps the layers editable. Both are pure
bytes of the drawing: the same drawing gives the same digest on every machine (fixed dates in the archive). The PNG carries a mark of
its layers, so that even what cannot be seen in it (a line on a hidden layer) is another picture, and undo finds the right layers.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections import OrderedDict
from dataclasses import asdict, dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from defusedxml.ElementTree import fromstring
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.sketch.drawing import LAYER_NAMES, Arrow, Drawing, Frame, Layer, Mark, clear, flat, laid, matte
from app.state.prints import png
from engine.errors import BadInput

_WRITTEN = (1980, 1, 1, 0, 0, 0)
_MARKS = "storyreel/marks.json"
_LARGEST = 16_384
"""Points of a sheet's longer side: one from elsewhere must not take all memory."""

_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, TypeError, AttributeError, ValueError, SyntaxError, RuntimeError,
)  # fmt: skip
"""What reading an archive raises that is cut short, packed in another way, locked by a password, or none."""

_SAID = "Storyreel"
"""The PNG text field that holds the mark of its layers."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A drawing ready for the disk."""

    flat: bytes
    layers: bytes
    matte: bytes | None


class Packer:
    """Packs drawings; a layer that has not changed since is not packed again. Use it from one thread at a time."""

    def __init__(self, keep: int = 12) -> None:
        self._keep = keep
        self._packed: OrderedDict[int, bytes] = OrderedDict()

    def pack(self, drawing: Drawing) -> Packed:
        """The flat panel, the layers and, where a layer stands in front, the matte."""
        sheets = [self._png(layer.picture) for layer in drawing.layers]
        state = json.dumps([_told(layer) for layer in drawing.layers], sort_keys=True) + _marks_text(drawing.marks)
        mark = hashlib.sha256(b"".join(hashlib.sha256(s).digest() for s in sheets) + state.encode()).hexdigest()[:16]
        seen = flat(drawing)
        seen.setText(_SAID, mark)
        shown, front = png(seen), matte(drawing)
        return Packed(shown, _archive(drawing, sheets, shown), png(front) if front else None)

    def _png(self, picture: QImage) -> bytes:
        key = picture.cacheKey()
        packed = self._packed.pop(key, None) or png(picture)
        self._packed[key] = packed
        while len(self._packed) > self._keep:
            self._packed.popitem(last=False)
        return packed


def unpacked(content: bytes) -> Drawing:
    """The drawing in an .ora, whoever wrote it. Raises BadInput for a file that is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            root = fromstring(archive.read("stack.xml"))
            size = QSize(int(root.get("w", "0")), int(root.get("h", "0")))
            if max(size.width(), size.height()) > _LARGEST:
                raise BadInput("The drawing is too large.", "Save it smaller, as OpenRaster (.ora) or PNG.")
            found = [_layer(archive, entry, size) for entry in reversed(list(root.iter("layer")))]
            marks = _marks_from(archive.read(_MARKS)) if _MARKS in archive.namelist() else ()
    except _DAMAGED as bad:
        raise BadInput("The drawing's layers cannot be read.", "Save it as OpenRaster (.ora) or PNG.") from bad
    if not found or size.isEmpty():
        raise BadInput("The drawing has no layers.", "Save it as OpenRaster (.ora) or PNG.")
    return Drawing(_three(found, size), marks)


def _told(layer: Layer) -> dict[str, Any]:
    return {"name": layer.name, "shown": layer.shown, "opacity": round(layer.opacity, 3), "front": layer.front}


def _archive(drawing: Drawing, sheets: list[bytes], shown: bytes) -> bytes:
    root = Element("image", version="0.0.3", w=str(drawing.size.width()), h=str(drawing.size.height()))
    stack = SubElement(root, "stack")
    for number, layer in reversed(list(enumerate(drawing.layers))):
        SubElement(stack, "layer", _attributes(layer, number))
    thumbnail = flat(drawing).scaled(256, 256, Qt.AspectRatioMode.KeepAspectRatio)
    files = {
        "mimetype": b"image/openraster",
        "stack.xml": tostring(root, encoding="utf-8", xml_declaration=True),
        **{f"data/layer{number}.png": sheet for number, sheet in enumerate(sheets)},
        "mergedimage.png": shown,
        "Thumbnails/thumbnail.png": png(thumbnail),
        _MARKS: _marks_text(drawing.marks).encode(),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:  # stored: PNGs are packed already, and `mimetype` must not be
        for name, each in files.items():
            archive.writestr(zipfile.ZipInfo(name, _WRITTEN), each)
    return content.getvalue()


def _attributes(layer: Layer, number: int) -> dict[str, str]:
    return {
        "name": layer.name,
        "src": f"data/layer{number}.png",
        "visibility": "visible" if layer.shown else "hidden",
        "opacity": f"{layer.opacity:.3f}",
        "x": "0",
        "y": "0",
        "composite-op": "svg:src-over",
        "storyreel-front": str(layer.front).lower(),
    }


def _layer(archive: zipfile.ZipFile, entry: Element, size: QSize) -> Layer:
    read = QImage.fromData(archive.read(entry.attrib["src"]))
    sheet = clear(size)
    painter = QPainter(sheet)
    painter.drawImage(int(entry.get("x", "0")), int(entry.get("y", "0")), read)
    painter.end()
    return Layer(
        entry.get("name", ""),
        sheet,
        shown=entry.get("visibility", "visible") == "visible",
        opacity=min(1.0, max(0.0, float(entry.get("opacity", "1")))),
        front=entry.get("storyreel-front") == "true",
    )


def _three(found: list[Layer], size: QSize) -> tuple[Layer, ...]:
    """Three layers out of however many a painter made: what is more is laid onto the lowest, what is missing is clear."""
    more = len(found) - len(LAYER_NAMES)
    if more > 0:
        lowest = found[: more + 1]
        found = [Layer(lowest[0].name or LAYER_NAMES[0], laid(lowest, size)), *found[more + 1 :]]
    names = [name for name in LAYER_NAMES if name not in {layer.name for layer in found}]
    while len(found) < len(LAYER_NAMES):
        found.append(Layer(names.pop(), clear(size)))
    return tuple(found)


def _marks_text(marks: tuple[Mark, ...]) -> str:
    return json.dumps([{"kind": type(mark).__name__, **asdict(mark)} for mark in marks], sort_keys=True)


def _marks_from(content: bytes) -> tuple[Mark, ...]:
    return tuple(_mark(dict(told)) for told in json.loads(content))


def _mark(told: dict[str, Any]) -> Mark:
    kind = told.pop("kind")
    return Frame(**told) if kind == "Frame" else Arrow(tuple((float(x), float(y)) for x, y in told["points"]))
