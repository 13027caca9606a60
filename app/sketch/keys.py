"""The sketch pad's commands, in the one table of the editor's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from app.actions import Actions
from app.sketch.tool_rack import ICONS, KEYS
from app.words import word

if TYPE_CHECKING:
    from app.sketch.pad import SketchPad

_ROOM = word("Sketch pad")


def pad_commands(pad: SketchPad, actions: Actions) -> dict[str, QAction]:
    """Add them; they work while the pad is seen."""
    canvas, rack = pad.canvas, pad.tools
    made: dict[str, QAction] = {}

    def add(
        name: str, words: str, run: Callable[[], object], *keys: str, icon: str = "", checkable: bool = False
    ) -> None:
        made[name] = actions.add(name, words, run, room=_ROOM, where=pad, keys=keys, icon=icon, checkable=checkable)

    for each, key in KEYS.items():
        add(f"sketch.tool.{each.name.lower()}", each.value, lambda each=each: rack.choose(each), key, icon=ICONS[each])
    add("sketch.narrower", word("Narrower nib"), lambda: rack.widen(-1), "[")
    add("sketch.wider", word("Wider nib"), lambda: rack.widen(1), "]")
    for number, words in enumerate((word("Lowest layer"), word("Middle layer"), word("Upper layer"))):
        add(f"sketch.layer.{number + 1}", words, lambda n=number: pad.take_layer(n), str(number + 1))
    add("sketch.layer.clear", word("Clear layer"), pad.clear_layer, "Shift+Del")
    add("sketch.onion", word("Onion skin"), pad.toggle_onion, "O", icon="ghost", checkable=True)
    add("sketch.fit", word("Whole sheet"), canvas.fit, "0", icon="maximize")
    add("sketch.zoom.in", word("Zoom in"), lambda: canvas.zoom(1.25), "Ctrl++", "Ctrl+=", icon="zoom-in")
    add("sketch.zoom.out", word("Zoom out"), lambda: canvas.zoom(0.8), "Ctrl+-", icon="zoom-out")
    add("sketch.mirror", word("Mirror the paper"), canvas.mirror, "M", icon="flip-vertical-2")
    add("sketch.turn.left", word("Turn the paper left"), lambda: canvas.turn(-15), "4")
    add("sketch.turn.right", word("Turn the paper right"), lambda: canvas.turn(15), "6")
    add("sketch.turn.none", word("Paper upright"), canvas.straighten, "5")
    add("sketch.panel.add", word("Add panel"), pad.add_panel, "N", icon="plus")
    add("sketch.panel.duplicate", word("Duplicate panel"), pad.duplicate_panel, "Ctrl+D", icon="copy")
    add("sketch.panel.remove", word("Remove panel"), pad.remove_panel, "Ctrl+Backspace", icon="trash-2")
    add("sketch.panel.spread", word("Spread panels evenly"), pad.spread_panels)
    add("sketch.panel.next", word("Next panel"), lambda: pad.step_panel(1), "PgDown")
    add("sketch.panel.previous", word("Previous panel"), lambda: pad.step_panel(-1), "PgUp")
    add("sketch.camera.clear", word("Clear camera move"), pad.clear_camera, "Del")
    add("sketch.import", word("Import a picture…"), pad.choose_picture, icon="image-plus")
    add("sketch.paste", word("Paste picture"), pad.paste, "Ctrl+V", icon="clipboard-paste")
    add("sketch.painter", word("Open in my painter"), pad.open_in_painter, icon="external-link")
    add("sketch.painter.choose", word("Choose my painter…"), pad.choose_painter)
    add("sketch.export", word("Save panel as PNG…"), pad.ask_export, icon="download")
    add("sketch.close", word("Back to the board"), pad.close_pad, "Esc", icon="arrow-left")
    return made
