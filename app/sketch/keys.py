"""The sketch pad's commands, in the one table of the editor's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QAction

from app.actions import Actions
from app.sketch.tool_rack import ICONS, KEYS
from app.words import word

if TYPE_CHECKING:
    from app.sketch.pad import SketchPad

_ROOM = word("Sketch pad")

_Row: TypeAlias = tuple[str, str, Callable[[], object], tuple[str, ...], str]
"""Name, words, what it does, keys, icon."""


def pad_commands(pad: SketchPad, actions: Actions) -> dict[str, QAction]:
    """Add them; they work while the pad is seen."""
    made: dict[str, QAction] = {}

    def add(
        name: str, words: str, run: Callable[[], object], *keys: str, icon: str = "", checkable: bool = False
    ) -> None:
        made[name] = actions.add(name, words, run, room=_ROOM, where=pad, keys=keys, icon=icon, checkable=checkable)

    for each, key in KEYS.items():
        add(f"sketch.tool.{each.name.lower()}", each.value, partial(pad.tools.choose, each), key, icon=ICONS[each])
    for name, words, run, keys, icon in (*_drawing(pad), *_looking(pad), *_panels(pad), *_pictures(pad)):
        add(name, words, run, *keys, icon=icon, checkable=name == "sketch.onion")
    return made


def _drawing(pad: SketchPad) -> tuple[_Row, ...]:
    layers = (word("Lowest layer"), word("Middle layer"), word("Upper layer"))
    return (
        ("sketch.narrower", word("Narrower nib"), lambda: pad.tools.widen(-1), ("[",), ""),
        ("sketch.wider", word("Wider nib"), lambda: pad.tools.widen(1), ("]",), ""),
        *(
            (f"sketch.layer.{number}", words, partial(pad.take_layer, number - 1), (str(number),), "")
            for number, words in enumerate(layers, 1)
        ),
        ("sketch.layer.clear", word("Clear layer"), pad.clear_layer, ("Shift+Del",), ""),
        ("sketch.camera.clear", word("Clear camera move"), pad.clear_camera, ("Del",), ""),
    )


def _looking(pad: SketchPad) -> tuple[_Row, ...]:
    canvas = pad.canvas
    return (
        ("sketch.onion", word("Onion skin"), pad.toggle_onion, ("O",), "ghost"),
        ("sketch.fit", word("Whole sheet"), canvas.fit, ("0",), "maximize"),
        ("sketch.zoom.in", word("Zoom in"), lambda: canvas.zoom(1.25), ("Ctrl++", "Ctrl+="), "zoom-in"),
        ("sketch.zoom.out", word("Zoom out"), lambda: canvas.zoom(0.8), ("Ctrl+-",), "zoom-out"),
        ("sketch.mirror", word("Mirror the paper"), canvas.mirror, ("M",), "flip-vertical-2"),
        ("sketch.turn.left", word("Turn the paper left"), lambda: canvas.turn(-15), ("4",), ""),
        ("sketch.turn.right", word("Turn the paper right"), lambda: canvas.turn(15), ("6",), ""),
        ("sketch.turn.none", word("Paper upright"), canvas.straighten, ("5",), ""),
    )


def _panels(pad: SketchPad) -> tuple[_Row, ...]:
    return (
        ("sketch.panel.add", word("Add panel"), pad.add_panel, ("N",), "plus"),
        ("sketch.panel.duplicate", word("Duplicate panel"), pad.duplicate_panel, ("Ctrl+D",), "copy"),
        ("sketch.panel.remove", word("Remove panel"), pad.remove_panel, ("Ctrl+Backspace",), "trash-2"),
        ("sketch.panel.spread", word("Spread panels evenly"), pad.spread_panels, (), ""),
        ("sketch.shot.add", word("Add shot"), pad.add_shot, ("Shift+N",), ""),
        ("sketch.panel.next", word("Next panel"), lambda: pad.step_panel(1), ("PgDown",), ""),
        ("sketch.panel.previous", word("Previous panel"), lambda: pad.step_panel(-1), ("PgUp",), ""),
    )


def _pictures(pad: SketchPad) -> tuple[_Row, ...]:
    exchange = pad.exchange
    return (
        ("sketch.import", word("Import a picture…"), exchange.choose_picture, (), "image-plus"),
        ("sketch.paste", word("Paste picture"), exchange.paste, ("Ctrl+V",), "clipboard-paste"),
        ("sketch.painter", word("Open in my painter"), exchange.open_in_painter, (), "external-link"),
        ("sketch.painter.choose", word("Choose my painter…"), exchange.choose_painter, (), ""),
        ("sketch.export", word("Save panel as PNG…"), exchange.ask_export, (), "download"),
        ("sketch.close", word("Back to the board"), pad.close_pad, ("Esc",), "arrow-left"),
    )
