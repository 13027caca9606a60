"""What is being drawn now, shown in the viewer: over the slate of a shot that has no picture yet, else small in a corner.

It never covers a take that somebody looks at, and it keeps still while the film plays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, SignalInstance

from app.state.session import Session
from app.state.standing import Rendering, Standing, What
from app.state.stills import Stills
from app.times import lasting
from app.viewer.engine_room import work_words
from app.viewer.looks import Inset
from app.viewer.programme import Card, Sketch
from app.viewer.viewer import ViewerPanel
from app.words import changed as language_changed
from app.words import tr, word

_WIDE = 480
_IN_THE_CORNER: Mapping[What, str] = {
    "take": word("Next take"),
    "pickup": word("Pickup"),
    "key frame": word("Key frame"),
}


class LivePicture(QObject):
    """Follows the shot that a viewer shows. `standing` and `standing_changed` are the engine's."""

    def __init__(
        self,
        session: Session,
        viewer: ViewerPanel,
        stills: Stills,
        standing: Callable[[str], Standing],
        standing_changed: SignalInstance,
    ) -> None:
        super().__init__(viewer)
        self._session, self._viewer, self._stills, self._standing = session, viewer, stills, standing
        self._stamp = 0
        standing_changed.connect(self._on_standing)
        stills.arrived.connect(self._show)
        session.playhead.moved.connect(self._show)
        session.playhead.motion_changed.connect(self._show)
        session.shot_changed.connect(self._show)
        viewer.turned.connect(self._show)
        language_changed.connect(self._show)

    def _on_standing(self, shots: object) -> None:
        if isinstance(shots, tuple) and self._viewer.shot_seen in shots:
            self._stamp += 1  # the preview lies where the one before lay
            self._show()

    def _show(self, *_: object) -> None:
        self._viewer.screen_.set_inset(self._inset())

    def _inset(self) -> Inset | None:
        viewer = self._viewer
        if not viewer.isVisible() or viewer.player.speed:
            return None
        standing = self._standing(viewer.shot_seen)
        if not isinstance(standing, Rendering) or not standing.preview:
            return None
        picture = self._stills.image(self._session.folder / standing.preview, _WIDE, stamp=self._stamp)
        if picture is None:
            return None
        whole = isinstance(viewer.seen, Card | Sketch)
        what, left = work_words(standing) if whole else tr(_IN_THE_CORNER[standing.what]), standing.seconds_left
        told = tr("{what}, {time} left", what=what, time=lasting(left)) if left else what
        return Inset(picture, told, whole=whole)
