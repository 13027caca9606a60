"""A drawing survives the way to the disk and back, and a file that a painter made comes in."""

from __future__ import annotations

import io
import zipfile

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from app.sketch.drawing import PAPER, Arrow, Drawing, Frame, blank, clear, flat, from_picture, matte
from app.sketch.openraster import Packer, unpacked
from app.state.prints import png
from engine.errors import BadInput

SIZE = QSize(64, 36)


def _spotted(x: int, colour: str = "#b5523b") -> QImage:
    sheet = clear(SIZE)
    sheet.setPixelColor(x, 10, QColor(colour))
    return sheet


def _drawing() -> Drawing:
    made = blank(SIZE).with_layer(1, picture=_spotted(5), opacity=0.5, front=True)
    return made.with_layer(2, picture=_spotted(9), shown=False).with_marks(
        Frame(4, 3, 20.5, 11.5), Arrow(((1, 2), (30, 2)))
    )


def test_layers_and_marks_come_back() -> None:
    drawing = _drawing()
    back = unpacked(Packer().pack(drawing).layers)
    assert back.marks == drawing.marks
    for one, other in zip(back.layers, drawing.layers, strict=True):
        assert (one.name, one.shown, one.opacity, one.front) == (other.name, other.shown, other.opacity, other.front)
        assert one.picture == other.picture


def test_the_same_drawing_is_the_same_bytes_and_a_hidden_change_is_another_panel() -> None:
    drawing = _drawing()
    assert Packer().pack(drawing) == Packer().pack(_drawing())
    hidden = drawing.with_layer(2, picture=_spotted(40))
    assert flat(hidden) == flat(drawing)
    assert Packer().pack(hidden).flat != Packer().pack(drawing).flat


def test_a_panel_is_opaque_paper_without_marks() -> None:
    shown = flat(_drawing())
    assert not shown.hasAlphaChannel()
    assert shown.pixelColor(30, 2) == QColor(PAPER)
    assert flat(_drawing().with_marks()) == shown


def test_the_matte_is_white_where_a_front_layer_covers() -> None:
    made = matte(_drawing())
    assert made is not None
    assert made.pixelColor(5, 10).lightness() == 255
    assert made.pixelColor(9, 10).lightness() == 0
    assert matte(_drawing().with_layer(1, front=False)) is None


def test_it_is_an_openraster_file_as_the_standard_has_it() -> None:
    with zipfile.ZipFile(io.BytesIO(Packer().pack(_drawing()).layers)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"image/openraster"
        assert {"stack.xml", "mergedimage.png", "Thumbnails/thumbnail.png"} <= set(archive.namelist())


def _painted_elsewhere(layers: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "image/openraster")
        inside = "".join(f'<layer name="L{n}" src="data/{n}.png" x="2" y="1"/>' for n in reversed(range(layers)))
        archive.writestr(
            "stack.xml", f'<image w="64" h="36"><stack><stack name="group">{inside}</stack></stack></image>'
        )
        for number in range(layers):
            archive.writestr(f"data/{number}.png", png(_spotted(number + 10)))
    return content.getvalue()


def test_more_layers_than_three_are_laid_onto_the_lowest() -> None:
    back = unpacked(_painted_elsewhere(5))
    assert [layer.name for layer in back.layers] == ["L0", "L3", "L4"]
    assert [back.layers[0].picture.pixelColor(x + 12, 11).alpha() for x in range(4)] == [255, 255, 255, 0]


def test_fewer_layers_get_clear_ones_above() -> None:
    back = unpacked(_painted_elsewhere(1))
    assert next(layer.name for layer in back.layers) == "L0"
    assert len(back.layers) == 3


def test_what_is_no_drawing_is_refused_in_one_sentence() -> None:
    for content in (b"", b"no archive", _painted_elsewhere(0)):
        with pytest.raises(BadInput):
            unpacked(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("stack.xml", '<image w="200000" h="200000"><stack/></image>'),
        ("storyreel/marks.json", '[{"kind": "Frame", "unheard": 1}]'),
        ("storyreel/marks.json", "[3]"),
    ],
)
def test_what_is_no_drawing_of_ours_never_breaks_the_pad(name: str, content: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_painted_elsewhere(2))) as good, zipfile.ZipFile(made, "w") as bad:
        for each in good.namelist():
            bad.writestr(each, content if each == name else good.read(each))
        if name not in good.namelist():
            bad.writestr(name, content)
    with pytest.raises(BadInput):
        unpacked(made.getvalue())


def test_a_picture_lies_whole_on_the_lowest_layer() -> None:
    square = QImage(30, 30, QImage.Format.Format_RGB32)
    square.fill(QColor("#3f6f8f"))
    sheet = from_picture(square, SIZE).layers[0].picture
    assert sheet.pixelColor(32, 18) == QColor("#3f6f8f")
    assert sheet.pixelColor(3, 18).alpha() == 0
