"""The transport: commands that play, shuttle, step and mark, the same in the viewer and in the review room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.actions import Actions
from app.state.playhead import Motion, Playing
from app.theme.frames import kind_of, row
from app.theme.icons import dress_icon
from app.theme.lettering import figures
from app.viewer.player import Player
from app.viewer.timecode_field import TimecodeField
from app.words import say, word

STEPS = ("step_back", "step_on", "second_back", "second_on", "head", "tail")
"""Commands on keys that other panels need too: arrows, Home, End."""


class Transport:
    """The commands `name`.play, .backwards, ... of a player, and the row of buttons under its picture. Timecodes that are typed count
    from the player's frame `zero`."""

    def __init__(self, actions: Actions, name: str, room: str, where: QWidget, player: Player) -> None:
        self._actions, self._name, self._room, self._where, self._player = actions, name, room, where, player
        self.timecode = TimecodeField()
        self.length = QLabel()
        self.zero = 0
        self.timecode.asked.connect(lambda frame: self.jump(self.zero + frame))
        self._play: QToolButton | None = None
        add = self.add
        add("play", word("Play or stop"), player.toggle, ("Space",), "play")
        add("backwards", word("Play backwards, faster each time"), lambda: player.shuttle(-1), ("J",), "rewind")
        add("halt", word("Stop"), player.stop, ("K",), "pause")
        add("forwards", word("Play forwards, faster each time"), lambda: player.shuttle(1), ("L",), "fast-forward")
        add("step_back", word("One frame back"), lambda: player.step(-1), ("Left",), "step-back")
        add("step_on", word("One frame on"), lambda: player.step(1), ("Right",), "step-forward")
        add("second_back", word("One second back"), lambda: player.step(-self.second), ("Shift+Left",))
        add("second_on", word("One second on"), lambda: player.step(self.second), ("Shift+Right",))
        add("head", word("To the head"), lambda: self.jump(0), ("Home",), "skip-back")
        add("tail", word("To the tail"), lambda: self.jump(player.frames - 1), ("End",), "skip-forward")
        add("in", word("Mark in"), lambda: self._mark("in"), ("I",))
        add("out", word("Mark out"), lambda: self._mark("out"), ("O",))
        add("no_marks", word("Clear the marks"), lambda: player.playhead.mark(None, None), ("Alt+X",))
        add("loop", word("Loop"), self._loop, ("Ctrl+Shift+L",), "repeat", check=True)

    @property
    def second(self) -> int:
        """Frames of a second, as a person counts them."""
        return max(1, round(self._player.rate))

    def add(
        self,
        act: str,
        words: str,
        run: Callable[[], object],
        keys: Sequence[str] = (),
        icon: str = "",
        *,
        check: bool = False,
    ) -> None:
        """One more command of this place."""
        self._actions.add(
            f"{self._name}.{act}",
            words,
            run,
            room=self._room,
            where=self._where,
            keys=keys,
            icon=icon,
            checkable=check,
        )

    def bar(self) -> QHBoxLayout:
        """Timecode, buttons, length."""
        line = row(gap=0)
        line.setContentsMargins(1, 0, 8, 4)  # the timecode stands over the timeline's
        line.addWidget(self.timecode)
        line.addStretch(1)
        for each in ("head", "step_back", "play", "step_on", "tail"):
            made = self._actions.button(f"{self._name}.{each}")
            line.addWidget(made)
            if each == "play":
                self._play = made
        line.addStretch(1)
        line.addWidget(self._actions.button(f"{self._name}.loop"))
        line.addSpacing(8)
        self.length.setFont(figures())
        kind_of(self.length, "muted")
        say(self.length.setAccessibleName, "Length")
        line.addWidget(self.length)
        return line

    def tell_motion(self, motion: Motion) -> None:
        """The button shows what it will do."""
        icon = "pause" if isinstance(motion, Playing) else "play"
        dress_icon(self._actions[f"{self._name}.play"].setIcon, icon)
        if self._play is not None:
            dress_icon(self._play.setIcon, icon)

    def jump(self, frame: int) -> None:
        """Rest on a frame."""
        self._player.stop()
        self._player.playhead.seek(frame)

    def _loop(self) -> None:
        self._player.set_loops(self._actions[f"{self._name}.loop"].isChecked())

    def _mark(self, which: Literal["in", "out"]) -> None:
        head = self._player.playhead
        if which == "in":
            head.mark(head.frame, head.out_mark)
        else:
            head.mark(head.in_mark, head.frame)
