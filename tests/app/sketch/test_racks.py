"""The racks beside the paper: what is in the hand, and what is asked of the layers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app import words
from app.sketch.drawing import blank, sheet_size
from app.sketch.layer_rack import LayerRack
from app.sketch.nibs import WIDEST, Nib, Tool
from app.sketch.tool_rack import ToolRack

LEFT = Qt.MouseButton.LeftButton


def _rack(qtbot: QtBot) -> tuple[ToolRack, list[Nib]]:
    rack = ToolRack()
    qtbot.addWidget(rack)
    taken: list[Nib] = []
    rack.changed.connect(taken.append)
    return rack, taken


def test_each_tool_keeps_its_own_width(qtbot: QtBot) -> None:
    rack, taken = _rack(qtbot)
    rack.choose(Tool.INK)
    rack.widen(3)
    wide = rack.nib.width
    rack.choose(Tool.PENCIL)
    assert rack.nib.width < wide
    rack.choose(Tool.INK)
    assert (rack.nib.width, taken[-1]) == (wide, rack.nib)
    rack.widen(60)
    assert rack.nib.width == WIDEST


def test_the_pens_other_end_erases_and_gives_the_tool_back(qtbot: QtBot) -> None:
    rack, _ = _rack(qtbot)
    rack.choose(Tool.BRUSH)
    rack.turn_over(True)
    assert rack.nib.tool is Tool.ERASER
    rack.turn_over(False)
    assert rack.nib.tool is Tool.BRUSH
    rack.choose(Tool.ERASER)
    rack.turn_over(False)
    assert rack.nib.tool is Tool.ERASER


def test_a_picked_colour_is_the_own_one_and_lays_the_eraser_down(qtbot: QtBot) -> None:
    rack, taken = _rack(qtbot)
    rack.choose(Tool.ERASER)
    rack.colour("#123456")
    assert (taken[-1].tool, taken[-1].colour) == (Tool.PENCIL, "#123456")


def test_tool_tips_tell_the_key_in_the_language_of_now(qtbot: QtBot) -> None:
    rack, _ = _rack(qtbot)
    assert rack.buttons[Tool.INK].toolTip() == "Ink  I"
    words.speak("zh")
    assert rack.buttons[Tool.INK].toolTip() == "墨线  I"


def test_layers_tell_what_is_wanted_of_them(qtbot: QtBot) -> None:
    rack = LayerRack()
    qtbot.addWidget(rack)
    rack.resize(216, 240)
    rack.show_drawing(blank(sheet_size(1920, 1080)), 2)
    rack.show()
    told: list[tuple[str, object]] = []
    rack.chosen.connect(lambda index: told.append(("chosen", index)))
    rack.shown.connect(lambda index, on: told.append(("shown", (index, on))))
    rack.fronted.connect(lambda index, on: told.append(("front", (index, on))))
    rack.raised.connect(lambda index, by: told.append(("raised", (index, by))))
    upper = [button for button in rack.findChildren(QToolButton) if button.parent() is rack._rows[0]]
    by_name = {button.accessibleName(): button for button in upper}
    for name in ("Seen", "Layer down", "Stands in front: the camera parts it from the rest"):
        qtbot.mouseClick(by_name[name], LEFT)
    assert told == [("shown", (2, False)), ("raised", (2, -1)), ("front", (2, True))]
    assert not by_name["Layer up"].isEnabled()
    qtbot.keyClick(rack._rows[2], Qt.Key.Key_Return)
    assert told[-1] == ("chosen", 0)
