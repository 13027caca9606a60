"""The menu under the right button: what can be done with this clip, transition, gap or marker."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from app.actions import Actions
from app.state.session import Session
from app.timeline.acts import Acts
from app.timeline.hits import Hit, OnBody, OnCorner, OnEdge, OnGap, OnJoin, OnLevel, OnMarker
from app.timeline.hold import Hold
from app.timeline.tellings import STYLES
from app.words import tr
from engine.film.cuts import Clip, Marker, Transition
from engine.film.resolve import Style


def menu_for(
    hit: Hit,
    session: Session,
    hold: Hold,
    acts: Acts,
    actions: Actions,
    write: Callable[[Marker], object],
    parent: QWidget,
) -> QMenu:
    """The menu for what was hit."""
    menu = QMenu(parent)
    if isinstance(hit, OnBody | OnEdge | OnCorner | OnLevel) and isinstance(hit.box.item, Clip):
        if hit.box.item.id not in hold.chosen:
            hold.choose((hit.box.item.id,))
        _fill_clip(menu, hit.box.item, session, acts, actions)
    elif isinstance(hit, OnJoin):
        hold.choose((hit.join.join.id,))
        _fill_join(menu, hit.join.join, acts)
    elif isinstance(hit, OnGap):
        hold.choose((hit.box.item.id,))
        menu.addAction(tr("Close the gap"), acts.remove)
    elif isinstance(hit, OnMarker):
        menu.addAction(tr("Write on the marker"), lambda: write(hit.marker))
    menu.addSeparator()
    _add(menu, actions, "cut.paste", "cut.marker", "cut.zoom.fit")
    return menu


def _fill_clip(menu: QMenu, clip: Clip, session: Session, acts: Acts, actions: Actions) -> None:
    _add(menu, actions, "cut.razor", "cut.lift", "cut.remove")
    menu.addSeparator()
    _add(menu, actions, "cut.dissolve", "cut.link", "cut.sound", "cut.mark.clip")
    shot = next((each for each in session.film.shots if each.id == clip.shot), None)
    if shot is not None and shot.takes:
        menu.addSeparator()
        takes = menu.addMenu(tr("Take"))
        follows = takes.addAction(tr("Follow the circled or newest take"), lambda: acts.pin(None))
        follows.setCheckable(True)
        follows.setChecked(clip.take is None)
        for number, take in enumerate(shot.takes, 1):
            mark = " ◯" if take.id == shot.circled else ""
            action = takes.addAction(tr("Pin take {number}", number=number) + mark, lambda take=take: acts.pin(take.id))
            action.setCheckable(True)
            action.setChecked(clip.take == take.id)
    _add(menu, actions, "cut.copy")


def _fill_join(menu: QMenu, join: Transition, acts: Acts) -> None:
    styles: tuple[Style, ...] = ("dissolve", "fade", "wipe")
    for style in styles:
        action = menu.addAction(tr(STYLES[style]), lambda style=style: acts.restyle(join.id, style))
        action.setCheckable(True)
        action.setChecked(join.style == style)
    menu.addSeparator()
    menu.addAction(tr("Remove the transition"), acts.lift)


def _add(menu: QMenu, actions: Actions, *commands: str) -> None:
    for command in commands:
        menu.addAction(actions[command])
