"""What the editor has in hand in the cut room: the tool, the chosen clips, snapping, links, and the cut to compare with.

Kept apart from the film, for none of it is undone or saved, and apart from the painted view, so that headers, tool bar and keys
all change the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from engine.film.cuts import Clip, Cut

Tool = Literal["select", "ripple", "roll", "slip", "slide", "razor", "hand"]


class Hold(QObject):
    """Tool, chosen items and habits of the cut room."""

    tool_changed = Signal(str)
    chosen_changed = Signal()
    habits_changed = Signal()
    compared = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tool: Tool = "select"
        self._chosen: tuple[str, ...] = ()
        self._snapping = True
        self._links = True
        self._follows = True
        self._other = ""
        session.cut_changed.connect(self._on_cut)
        session.film_changed.connect(self._on_film)

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._tool

    def take(self, tool: Tool) -> None:
        """Work with this tool."""
        if tool != self._tool:
            self._tool = tool
            self.tool_changed.emit(tool)

    @property
    def cut(self) -> Cut | None:
        """The cut in hand."""
        return next((cut for cut in self._session.film.cuts if cut.id == self._session.cut_id), None)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen clips, gaps or transitions."""
        return self._chosen

    @property
    def clips(self) -> tuple[str, ...]:
        """Ids of the chosen clips alone."""
        cut = self.cut
        wanted = set(self._chosen)
        items = (item for track in cut.tracks for item in track.items) if cut else ()
        return tuple(item.id for item in items if isinstance(item, Clip) and item.id in wanted)

    def choose(self, items: Iterable[str]) -> None:
        """These items are chosen, in this order."""
        chosen = tuple(dict.fromkeys(items))
        if chosen != self._chosen:
            self._chosen = chosen
            self.chosen_changed.emit()

    @property
    def snapping(self) -> bool:
        """Whether edges snap."""
        return self._snapping

    @property
    def links(self) -> bool:
        """Whether what is linked comes along."""
        return self._links

    @property
    def follows(self) -> bool:
        """Whether the view follows the playhead while it runs."""
        return self._follows

    def toggle_snapping(self) -> None:
        """Edges snap, or don't."""
        self._snapping = not self._snapping
        self.habits_changed.emit()

    def toggle_links(self) -> None:
        """Links hold, or don't."""
        self._links = not self._links
        self.habits_changed.emit()

    def toggle_following(self) -> None:
        """The view follows the playhead, or stands."""
        self._follows = not self._follows
        self.habits_changed.emit()

    @property
    def other(self) -> str:
        """The cut that the one in hand is compared with; "" for none."""
        return self._other

    def compare_with(self, cut_id: str) -> None:
        """Colour what differs from this cut ("" ends the comparison)."""
        if cut_id != self._other:
            self._other = cut_id
            self.compared.emit(cut_id)

    def _on_cut(self, cut_id: str) -> None:
        self.choose(())
        if self._other == cut_id:
            self.compare_with("")

    def _on_film(self, before: object, after: object) -> None:
        cut, chosen = self.cut, set(self._chosen)
        there = (
            {item.id for track in cut.tracks for item in track.items if item.id in chosen}
            if cut and chosen
            else set[str]()
        )
        self.choose(each for each in self._chosen if each in there)
        if self._other and all(each.id != self._other for each in self._session.film.cuts):
            self.compare_with("")
