"""What the rooms of a film share: the viewer, the column of shot and takes, the review room; and how these speak to each other.

Each panel knows only the session and says by signals what it wants; here the wants meet. Panels that stand in two rooms are
one and the same and move along, so that the player keeps its place and a half-written word stays.
"""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from app.actions import Actions
from app.board.inspector.panel import InspectorPanel
from app.bridge import Engine
from app.commands.key_frames import approve
from app.grabs import Grabs, StillDesk
from app.neighbours import Neighbours
from app.problems import note
from app.renders.key_frame_sheet import offer_key_frames
from app.side import Side
from app.state.likeness import Likenesses, Looks
from app.state.session import Session
from app.state.stills import Stills
from app.viewer.frame_uses import FrameUses
from app.viewer.live import LivePicture
from app.viewer.pickup_panel import PickupPanel
from app.viewer.review import ReviewRoom
from app.viewer.take_strip import Renders, TakeStrip
from app.viewer.until_like import UntilLike
from app.viewer.viewer import ViewerPanel
from app.words import tr, word


class Bench(QObject):
    """The panels that belong to no single room."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self.engine = Engine(session)
        self.stills = Stills(session)
        self.viewer = ViewerPanel(session, actions)
        self.inspector = InspectorPanel(session, self.stills)
        self.takes = TakeStrip(session, actions, self.stills, cast(Renders, self.engine))  # its signals are descriptors
        self.likenesses = Likenesses(session, cast(Looks, self.engine), self)
        self.until_like = UntilLike(session, self.likenesses, self.engine.render, self)
        self.until_like.add_to(actions, self.takes.list)
        for ended in (self.engine.failed, self.engine.cancelled):
            ended.connect(lambda key, *_: self.until_like.give_up(self.engine.shots_of(key)))
        self.takes.hang(actions.button("takes.until_like"))
        self.side = Side()
        self.side.add_page(self.inspector, word("Shot"))
        self.side.add_page(self.takes, word("Takes"))
        self._review: ReviewRoom | None = None
        self._connect()

    @property
    def review(self) -> ReviewRoom:
        """The review room, a window of its own, made when it is first wanted."""
        if self._review is None:
            self._review = ReviewRoom(self._session, self._actions, self.stills)
            self._review.left.connect(self._session.take_in_hand)
            self._review.sound_wanted.connect(self.engine.want_sound)
        return self._review

    def look_again(self, *_: object) -> None:
        """A take, a sound or a panel is there that was not."""
        self.viewer.look_again()
        if self._review is not None:
            self._review.look_again()

    def _show_scores(self, *_: object) -> None:
        """How alike the takes of the shot in hand are."""
        shot = self._session.shot
        self.takes.set_scores(*(self.likenesses.scores(shot) if shot is not None else ({}, {})))

    def close(self) -> None:
        """The film is closed: nothing of it may play, draw or wait on."""
        if self._review is not None:
            self._review.close_film()
            self._review.deleteLater()
        self.viewer.close_film()
        self.stills.close()
        self.engine.leave()

    def _connect(self) -> None:
        self.viewer.sound_wanted.connect(self.engine.want_sound)
        self.viewer.review_wanted.connect(lambda shot, take: self.review.review(shot, take))
        self.takes.take_shown.connect(self.viewer.show_take)
        self.takes.review_wanted.connect(lambda shot, take: self.review.review(shot, take))
        self.takes.compare_wanted.connect(lambda shot, take, other: self.review.review(shot, take, other))
        self.likenesses.measured.connect(self._show_scores)
        self._session.shot_changed.connect(self._show_scores)
        self.engine.taken.connect(self.look_again)
        self.engine.sound_ready.connect(self.look_again)
        key_frame = self.inspector.key_frame
        key_frame.wanted.connect(self._draw_key_frames)
        key_frame.shelf_wanted.connect(lambda: self.engine.room_wanted.emit("models"))
        self._add_key_frame_commands()
        grabs = Grabs(self._session, cast(StillDesk, self.engine), self)
        self.uses = FrameUses(self._session, self._actions, self.viewer, lambda: self.viewer.seen, grabs)
        self.viewer.hang(self.uses.button())
        self.live = LivePicture(
            self._session,
            self.viewer,
            self.stills,
            self.engine.standing,
            cast(SignalInstance, self.engine.standing_changed),
        )
        self.pickup = PickupPanel(self._session, self.viewer)
        self.takes.dock(self.pickup)
        self.takes.pickup_wanted.connect(self.pickup.open_for)
        self.pickup.wanted.connect(self.engine.unit.pick_up)
        self.pickup.shelf_wanted.connect(lambda: self.engine.room_wanted.emit("models"))
        self.viewer.menu_wanted.connect(self.uses.pop_up)
        self.inspector.frames.seen_wanted.connect(self.uses.use)
        neighbours = Neighbours(self._session, self.engine, grabs, self.inspector.frames.put, self)
        self.inspector.neighbour_wanted.connect(neighbours.fetch)

    def _add_key_frame_commands(self) -> None:
        """For the selection and for the film; drawn by what the inspector says."""
        session, section = self._session, self.inspector.key_frame
        add = partial(self._actions.add, room=word("Board"), where=self.side)  # whichever of its pages is open

        def selected() -> tuple[str, ...]:
            return session.selection or tuple(filter(None, (session.shot_id,)))

        def bare() -> tuple[str, ...]:
            return tuple(shot.id for shot in session.film.played.shots if shot.key_frame is None)

        add(
            "board.key_frames",
            word("Draw key frames"),
            lambda: section.draw_for(selected()),
            keys=("Ctrl+Alt+K",),
            icon="image",
        )
        add(
            "board.approve_key_frames",
            word("Approve key frames"),
            lambda: approve(session, selected()),
            keys=("Ctrl+Alt+A",),
        )

        def film() -> None:
            if shots := bare():
                section.draw_for(shots)
            else:
                session.say(note(tr("Every shot has a key frame.")))

        add("board.key_frames_film", word("Draw key frames for the whole film"), film)

    def _draw_key_frames(self, shots: tuple[str, ...], by: str, another: bool) -> None:
        offer_key_frames(self.inspector.window(), self._session, self.engine, shots, by, another=another)
