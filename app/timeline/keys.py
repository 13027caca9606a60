"""The commands of the cut room: words, keys and what they do, put into the table that menus and the shortcut sheet are made from.

The keys are those of the trade's editing programs where they agree, so that hands that know one know this.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.actions import Actions
from app.timeline.acts import Acts
from app.timeline.footage import FootageIn
from app.timeline.hold import Hold, Tool
from app.timeline.view import STEP, TracksView
from app.words import word

ROOM = word("Cut")

TOOLS: tuple[tuple[Tool, str, str, str], ...] = (
    ("select", word("Selection tool"), "V", "mouse-pointer-2"),
    ("ripple", word("Ripple tool"), "B", "fold-horizontal"),
    ("roll", word("Roll tool"), "N", "separator-vertical"),
    ("slip", word("Slip tool"), "Y", "arrow-left-right"),
    ("slide", word("Slide tool"), "U", "move-horizontal"),
    ("razor", word("Razor"), "C", "scissors"),
    ("hand", word("Hand"), "H", "hand"),
)


def add_commands(
    actions: Actions, where: QWidget, acts: Acts, hold: Hold, view: TracksView, footage: FootageIn | None = None
) -> None:
    """All of them; those whose keys would disturb other panels work only with the focus in the tracks."""
    _add_tools(actions, where, hold)
    _add_edits(actions, where, acts)
    _add_steps(actions, where, acts)
    _add_zoom(actions, where, view)
    _add_focused(actions, view, acts)
    if footage is not None:
        choose = partial(footage.choose, where)
        actions.add("cut.footage", word("Add music, sound or a clip"), choose, room=ROOM, where=where, icon="music")


def _add_tools(actions: Actions, where: QWidget, hold: Hold) -> None:
    for tool, words, key, icon in TOOLS:
        actions.add(
            f"cut.tool.{tool}", words, partial(hold.take, tool), room=ROOM, where=where, keys=(key,), icon=icon, checkable=True
        )  # fmt: skip
    for name, words, run, keys, icon in (
        ("snapping", word("Snapping"), hold.toggle_snapping, ("S",), "magnet"),
        ("links", word("Linked clips come along"), hold.toggle_links, ("Ctrl+Alt+L",), "link"),
        ("following", word("Follow the playhead"), hold.toggle_following, (), "step-forward"),
    ):
        actions.add(f"cut.{name}", words, run, room=ROOM, where=where, keys=keys, icon=icon, checkable=True)


def _add_edits(actions: Actions, where: QWidget, acts: Acts) -> None:
    for name, words, run, keys, icon in (
        ("razor", word("Cut at the playhead"), acts.razor, ("Ctrl+K", "Ctrl+B"), "scissors"),
        (
            "razor.all",
            word("Cut all tracks at the playhead"),
            partial(acts.razor, everywhere=True),
            ("Ctrl+Shift+K",),
            "",
        ),
        ("trim.head", word("Trim the head to the playhead"), partial(acts.trim_to_playhead, "head"), ("Q",), ""),
        ("trim.tail", word("Trim the tail to the playhead"), partial(acts.trim_to_playhead, "tail"), ("W",), ""),
        ("extend", word("Extend the edit to the playhead"), acts.extend, ("E",), ""),
        ("lift.range", word("Lift the marked range"), acts.lift_range, (";",), ""),
        ("extract.range", word("Extract the marked range"), acts.extract_range, ("'",), ""),
        ("insert", word("Insert the shot at the playhead"), partial(acts.put_in, over=False), ("F9",), ""),
        ("overwrite", word("Lay the shot over at the playhead"), partial(acts.put_in, over=True), ("F10",), ""),
        ("dissolve", word("Dissolve at the nearest edit"), acts.join, ("Ctrl+D", "Ctrl+T"), "blend"),
        ("link", word("Link or unlink"), acts.link_or_unlink, ("Ctrl+L",), "unlink"),
        ("sound", word("Lay out the sound"), acts.lay_sound, ("Ctrl+Alt+D",), "audio-waveform"),
        ("marker", word("Add marker"), acts.mark, ("M",), "bookmark"),
        ("mark.clip", word("Mark the clip"), acts.mark_clip, ("Shift+X",), ""),
    ):
        actions.add(f"cut.{name}", words, run, room=ROOM, where=where, keys=keys, icon=icon)


def _add_steps(actions: Actions, where: QWidget, acts: Acts) -> None:
    for name, words, run, key in (
        ("marker.next", word("Next marker"), partial(acts.to_marker, 1), "Shift+M"),
        ("marker.previous", word("Previous marker"), partial(acts.to_marker, -1), "Ctrl+Shift+M"),
    ):
        actions.add(f"cut.{name}", words, run, room=ROOM, where=where, keys=(key,))


def _add_zoom(actions: Actions, where: QWidget, view: TracksView) -> None:
    for name, words, run, keys, icon in (
        ("zoom.in", word("Zoom in"), partial(view.zoom, STEP), ("=", "+"), "zoom-in"),
        ("zoom.out", word("Zoom out"), partial(view.zoom, 1 / STEP), ("-",), "zoom-out"),
        ("zoom.fit", word("Zoom to fit"), view.fit, ("\\", "Shift+Z"), "maximize"),
    ):
        actions.add(f"cut.{name}", words, run, room=ROOM, where=where, keys=keys, icon=icon)


def _add_focused(actions: Actions, view: TracksView, acts: Acts) -> None:
    for name, words, run, keys in (
        ("lift", word("Lift: leave a gap"), acts.lift, ("Backspace",)),
        ("remove", word("Ripple delete: close the gap"), acts.remove, ("Del", "Shift+Backspace")),
        ("edit.next", word("Next edit"), partial(acts.to_edit, 1), ("Down",)),
        ("edit.previous", word("Previous edit"), partial(acts.to_edit, -1), ("Up",)),
        ("nudge.left", word("Nudge one frame earlier"), partial(acts.nudge, -1), ("Alt+Left", ",")),
        ("nudge.right", word("Nudge one frame later"), partial(acts.nudge, 1), ("Alt+Right", ".")),
        ("nudge.left.five", word("Nudge five frames earlier"), partial(acts.nudge, -5), ("Alt+Shift+Left",)),
        ("nudge.right.five", word("Nudge five frames later"), partial(acts.nudge, 5), ("Alt+Shift+Right",)),
        ("all", word("Choose all clips"), acts.choose_all, ("Ctrl+A",)),
        ("copy", word("Copy clips"), acts.copy, ("Ctrl+C",)),
        ("cut", word("Cut clips out"), acts.cut_out, ("Ctrl+X",)),
        ("paste", word("Paste clips at the playhead"), acts.paste, ("Ctrl+V",)),
    ):
        actions.add(f"cut.{name}", words, run, room=ROOM, where=view, keys=keys, focused=True)
