"""A panel goes to another painter and every save over there comes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.problems import Problem
from app.sketch.drawing import Drawing, blank, sheet_size
from app.sketch.openraster import Packer, unpacked
from app.sketch.painter import Painter, reads_layers
from app.state.session import Session


class FakeProgram:
    """Notes what it was asked to open."""

    def __init__(self, starts: bool = True) -> None:
        self.opened: list[Path] = []
        self._starts = starts

    def __call__(self, program: str, path: Path) -> bool:
        self.opened.append(path)
        return self._starts


DRAWING = blank(sheet_size(64, 36))


def _lent(qtbot: QtBot, session: Session, program: str) -> tuple[Painter, Path, list[Drawing]]:
    start = FakeProgram()
    painter = Painter(session, start=start)
    back: list[Drawing] = []
    painter.came_back.connect(lambda lent, drawing: back.append(drawing))
    painter.lend(session.shot_id, "p1", "1A", DRAWING, program)
    qtbot.waitUntil(lambda: bool(start.opened))
    return painter, start.opened[0], back


def test_a_painter_that_knows_layers_gets_them(qtbot: QtBot, session: Session) -> None:
    _painter, path, back = _lent(qtbot, session, "/opt/krita-5.2.appimage")
    assert path.suffix == ".ora"
    assert len(unpacked(path.read_bytes()).layers) == 3
    sea = QImage(DRAWING.size, QImage.Format.Format_ARGB32_Premultiplied)
    sea.fill(QColor("#3f6f8f"))
    new = path.with_suffix(".tmp")
    new.write_bytes(Packer().pack(DRAWING.with_layer(1, picture=sea)).layers)
    new.replace(path)  # as painters do
    qtbot.waitUntil(lambda: bool(back))
    assert back[0].layers[1].picture.pixelColor(5, 5) == QColor("#3f6f8f")


def test_any_other_gets_a_png_and_may_save_twice(qtbot: QtBot, session: Session) -> None:
    _painter, path, back = _lent(qtbot, session, "")
    assert path.suffix == ".png"
    for number, colour in enumerate(("#b5523b", "#5f7d5a"), 1):
        picture = QImage(str(path))
        picture.fill(QColor(colour))
        picture.save(str(path))
        qtbot.waitUntil(lambda number=number: len(back) == number)
        assert back[-1].layers[0].picture.pixelColor(5, 5) == QColor(colour)


def test_a_half_written_file_waits_for_its_other_half(qtbot: QtBot, session: Session) -> None:
    painter, path, back = _lent(qtbot, session, "")
    whole = path.read_bytes()
    with qtbot.waitSignal(painter.looked):
        path.write_bytes(whole[:40])
    assert back == []
    with qtbot.waitSignal(painter.looked):
        path.write_bytes(Packer().pack(DRAWING.with_layer(0, shown=False)).flat)
    assert len(back) == 1


def test_a_painter_that_does_not_start_is_told(qtbot: QtBot, session: Session) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    painter = Painter(session, start=FakeProgram(starts=False))
    painter.lend(session.shot_id, "p1", "1A", DRAWING, "/no/such/program")
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].sentence == "The painter did not start."


def test_a_slate_cannot_lead_out_of_the_painters_folder(qtbot: QtBot, session: Session) -> None:
    start = FakeProgram()
    painter = Painter(session, start=start)
    painter.lend(session.shot_id, "../p1", "../../12/A", DRAWING, "")
    qtbot.waitUntil(lambda: bool(start.opened))
    assert start.opened[0] == session.folder / "cache" / "painter" / "12-A-p1.png"


def test_painters_are_known_by_name() -> None:
    assert reads_layers("C:/Program Files/Krita (x64)/bin/krita.exe")
    assert not reads_layers("/usr/bin/mspaint")
    assert not reads_layers("")
