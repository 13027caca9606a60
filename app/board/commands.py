"""The board's rows in the table of commands: words, keys and what each does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words import word

if TYPE_CHECKING:
    from app.board.panel import BoardPanel

ROOM = word("Board")
_STEP = 1.2


def add_commands(board: BoardPanel) -> None:
    """Register the board's commands; their keys work while the focus is on the board."""
    view, add = board.view, board.table.add
    rows = (
        ("add", word("Add shot"), board.add_shot, ("N",), "plus"),
        ("add_scene", word("Add scene"), board.add_scene, ("Shift+N",), "clapperboard"),
        ("edit", word("Edit action"), board.edit_action, ("Return", "Enter"), "pencil"),
        ("length", word("Edit duration"), board.edit_length, ("T",), "clock"),
        ("rename", word("Rename scene"), board.rename, ("F2",), "type"),
        ("duplicate", word("Duplicate shots"), board.duplicate, ("D",), "copy"),
        ("copy", word("Copy shots"), board.scissors.copy, ("Ctrl+C",), "copy"),
        ("cut_out", word("Cut shots out"), board.scissors.cut_out, ("Ctrl+X",), "scissors"),
        ("paste", word("Paste behind the shot"), board.scissors.paste, ("Ctrl+V",), "clipboard-paste"),
        ("split", word("Split shot"), board.split, ("S",), "split"),
        ("merge", word("Merge with the next shot"), board.merge, ("M",), "merge"),
        ("split_scene", word("Begin a new scene here"), board.split_scene, ("Shift+S",), "separator-horizontal"),
        ("bring_back", word("Bring back omitted shots"), board.bring_back, ("B",), "undo-2"),
        ("remove", word("Remove shots"), board.remove, ("Del",), "trash-2"),
        ("earlier", word("Move shots earlier"), lambda: board.shift(-1), ("Alt+Left",), "arrow-left"),
        ("later", word("Move shots later"), lambda: board.shift(1), ("Alt+Right",), "arrow-right"),
        ("sketch", word("Draw on the sketch pad"), board.sketch, ("P",), "pen-tool"),
        ("select_all", word("Select all shots"), board.select_all, ("Ctrl+A",), "list-checks"),
    )
    for name, words, run, keys, icon in rows:
        add(f"board.{name}", words, run, room=ROOM, where=board.view, keys=keys, icon=icon, focused=True)
    for name, words, run, keys, icon in (
        ("render", word("Render selected shots"), board.render_chosen, ("Ctrl+R",), "play"),
        ("search", word("Find shots"), board.search, ("Ctrl+F",), "search"),
        (
            "larger",
            word("Larger cards"),
            lambda: view.zoom(round(view.card_width * _STEP)),
            ("Ctrl+=", "Ctrl++"),
            "zoom-in",
        ),
        ("smaller", word("Smaller cards"), lambda: view.zoom(round(view.card_width / _STEP)), ("Ctrl+-",), "zoom-out"),
        (
            "fold",
            word("Fold all scenes"),
            lambda: view.fold_all(not view.collapsed),
            ("Ctrl+Shift+F",),
            "chevrons-down-up",
        ),
    ):
        add(f"board.{name}", words, run, room=ROOM, where=board, keys=keys, icon=icon)
