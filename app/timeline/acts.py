"""What the keys and buttons of the cut room do to the cut: on the chosen clips, at the playhead, over the marked range.

Each is one undo step. Nothing chosen means the clip under the playhead on the lowest open picture track, as an editor expects.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from app.commands import cuts
from app.problems import note
from app.state.session import Session
from app.timeline.hold import Hold
from app.timeline.laid import Box, Lane
from app.timeline.snapping import points
from app.timeline.view import TracksView
from app.words import tr
from engine.film import cutting
from engine.film.bench import Edge, cut_of, item_of
from engine.film.cuts import Clip, Transition
from engine.film.document import Film
from engine.film.linking import lay_sound, link, linked, unlink
from engine.film.marking import add_marker
from engine.film.resolve import Style
from engine.film.transitions import remove_transition

DISSOLVE = 12
"""Frames of the default transition."""


class Acts:
    """The edits of one cut room."""

    def __init__(self, session: Session, hold: Hold, view: TracksView) -> None:
        self._session, self._hold, self._view = session, hold, view
        self._copied: tuple[cuts.Copied, ...] = ()

    # --- clips

    def lift(self) -> None:
        """The chosen clips and transitions go, their time stays."""
        clips, joins = self._chosen_or_under(), self._joins()
        cut_id = self._session.cut_id

        def change(film: Film) -> Film:
            for join in joins:
                film = remove_transition(film, cut_id, join)
            return cuts.lifted(cut_id, clips)(film) if clips else film

        if clips or joins:
            self._session.edit(tr("Lift"), change)

    def remove(self) -> None:
        """The chosen clips and gaps go with their time; transitions become straight cuts."""
        if self._joins() and not self._hold.clips:
            self.lift()
            return
        items = tuple(each for each in self._hold.chosen if each in self._view.laid.boxes) or self._chosen_or_under()
        if items:
            self._session.edit(tr("Ripple delete"), cuts.removed(self._session.cut_id, items))

    def lift_range(self) -> None:
        """The marked range becomes a gap."""
        if (span := self._span()) is not None:
            cut_id = self._session.cut_id
            self._session.edit(tr("Lift range"), lambda film: cutting.lift(film, cut_id, *span))

    def extract_range(self) -> None:
        """The marked range goes, and what is behind it moves up."""
        if (span := self._span()) is not None:
            cut_id = self._session.cut_id
            if self._session.edit(tr("Extract range"), lambda film: cutting.extract(film, cut_id, *span)):
                self._session.playhead.mark(None, None)
                self._session.playhead.seek(span[0])

    def razor(self, *, everywhere: bool = False) -> None:
        """Divide at the playhead: the chosen clips' tracks, or those that are not locked."""
        tracks = None if everywhere else {self._view.laid.boxes[each].track for each in self._hold.clips} or None
        change = cuts.divided(self._session.cut_id, self._session.playhead.frame, tracks)
        self._session.edit(tr("Razor"), change)

    def nudge(self, by: int) -> None:
        """The chosen clips a few frames to the side, over what is there."""
        clips = self._linked(self._hold.clips)
        if clips:
            self._session.edit(tr("Nudge"), cuts.moved(self._session.cut_id, clips, by), merge=f"nudge {clips}")

    def trim_to_playhead(self, edge: Edge) -> None:
        """The head (or tail) of the clip under the playhead goes, and the cut closes up."""
        box = self._under()
        frame = self._session.playhead.frame
        if box is None or not box.at < frame < box.end:
            return
        by = frame - box.at if edge == "head" else frame - box.end
        clips = self._linked((box.item.id,))
        if self._session.edit(tr("Ripple"), cuts.rippled(self._session.cut_id, clips, edge, by)) and edge == "head":
            self._session.playhead.seek(box.at)

    def extend(self) -> None:
        """The nearest edit point of the clip under the playhead rolls to the playhead."""
        box, frame = self._under(), self._session.playhead.frame
        if box is None:
            return
        edge: Edge = "head" if frame - box.at < box.end - frame else "tail"
        by = frame - (box.at if edge == "head" else box.end)
        if by:
            clips = self._linked((box.item.id,))
            self._session.edit(tr("Extend edit"), cuts.rolled(self._session.cut_id, clips, edge, by))

    def choose_all(self) -> None:
        """Every clip."""
        self._hold.choose(each for each, box in self._view.laid.boxes.items() if isinstance(box.item, Clip))

    def copy(self) -> None:
        """The chosen clips are kept for pasting."""
        cut = self._hold.cut
        if cut is not None and self._hold.clips:
            self._copied = cuts.copied(cut, self._hold.clips)

    def cut_out(self) -> None:
        """Copied and lifted."""
        self.copy()
        if self._copied and self._hold.clips:
            self.lift()

    def paste(self) -> None:
        """What was copied, at the playhead, over what is there."""
        if self._copied:
            change = cuts.pasted(self._session.cut_id, self._copied, self._session.playhead.frame)
            self._session.edit(tr("Paste"), change)

    def put_in(self, *, over: bool) -> None:
        """The chosen shots of the board (or the one in hand) at the playhead: between, or over what is there."""
        session = self._session
        shots = session.selection or ((session.shot_id,) if session.shot_id else ())
        lane = next((each for each in reversed(self._view.laid.lanes) if _takes_pictures(each)), None)
        if shots and lane is not None:
            change = cuts.laid_in(session.cut_id, lane.track.id, session.playhead.frame, shots, over=over)
            session.edit(tr("Put in the cut"), change)

    # --- transitions, links, sound, takes

    def join(self, style: Style = "dissolve") -> None:
        """A transition at the edit point nearest to the playhead, of the chosen clip or the one under the playhead."""
        box = self._first_chosen() or self._under()
        if box is None:
            return
        frame = self._session.playhead.frame
        edge: Edge = "head" if abs(frame - box.at) <= abs(frame - box.end) else "tail"
        self._session.edit(tr("Add transition"), cuts.joined(self._session.cut_id, box.item.id, edge, style, DISSOLVE))

    def restyle(self, transition: str, style: Style) -> None:
        """Another kind of transition."""
        self._session.edit(tr("Change transition"), cuts.restyled(self._session.cut_id, transition, style))

    def link_or_unlink(self) -> None:
        """The chosen clips are linked; those that are already go their own ways."""
        cut, clips, cut_id = self._hold.cut, self._hold.clips, self._session.cut_id
        if cut is None or not clips:
            return
        if any(
            item.link for track in cut.tracks for item in track.items if isinstance(item, Clip) and item.id in clips
        ):
            self._session.edit(tr("Unlink"), lambda film: unlink(film, cut_id, clips))
        else:
            self._session.edit(tr("Link"), lambda film: link(film, cut_id, clips))

    def lay_sound(self) -> None:
        """The sound of the chosen pictures as clips of their own, to be trimmed apart: J and L cuts."""
        cut_id = self._session.cut_id
        clips = self._chosen_or_under()

        def change(film: Film) -> Film:
            for clip in clips:
                if item_of(cut_of(film, cut_id), clip).track.kind == "picture":
                    film = lay_sound(film, cut_id, clip)
            return film

        if clips:
            self._session.edit(tr("Lay out sound"), change)

    def pin(self, take: str | None) -> None:
        """The chosen clips show this take whatever is circled; None lets them follow again."""
        cut_id, clips = self._session.cut_id, self._hold.clips

        def change(film: Film) -> Film:
            for clip in clips:
                film = cutting.pin_take(film, cut_id, clip, take)
            return film

        self._session.edit(tr("Pin take"), change)

    # --- the playhead

    def mark(self) -> None:
        """A marker at the playhead; where one stands, it is written on."""
        frame, cut_id = self._session.playhead.frame, self._session.cut_id
        self._session.edit(tr("Add marker"), lambda film: add_marker(film, cut_id, frame))

    def to_marker(self, step: int) -> None:
        """The next or previous marker."""
        cut = self._hold.cut
        self._step_to([marker.frame for marker in cut.markers] if cut else [], step)

    def to_edit(self, step: int) -> None:
        """The next or previous edit point of any track."""
        self._step_to(
            points(self._view.laid, self._view.showing.cut.with_(markers=()), (self._view.laid.frames,)), step
        )

    def mark_clip(self) -> None:
        """Marks around the chosen clips, or the one under the playhead."""
        boxes = [self._view.laid.boxes[each] for each in self._chosen_or_under()]
        if boxes:
            self._session.playhead.mark(min(box.at for box in boxes), max(box.end for box in boxes) - 1)

    # --- inside

    def _step_to(self, frames: tuple[int, ...] | list[int], step: int) -> None:
        playhead = self._session.playhead
        place = bisect_right(frames, playhead.frame) if step > 0 else bisect_left(frames, playhead.frame) - 1
        if 0 <= place < len(frames):
            playhead.seek(frames[place])
            self._view.reveal(playhead.frame, playhead.frame + 1)

    def _span(self) -> tuple[int, int] | None:
        playhead = self._session.playhead
        if playhead.in_mark is None and playhead.out_mark is None:
            self._session.say(note(tr("Mark a range first: I at its first frame, O at its last.")))
            return None
        end = self._view.laid.frames if playhead.out_mark is None else playhead.out_mark + 1
        return playhead.in_mark or 0, end

    def _joins(self) -> tuple[str, ...]:
        cut = self._hold.cut
        items = [item for track in cut.tracks for item in track.items] if cut else []
        return tuple(each.id for each in items if isinstance(each, Transition) and each.id in self._hold.chosen)

    def _chosen_or_under(self) -> tuple[str, ...]:
        if self._hold.clips or self._hold.chosen:
            return self._linked(self._hold.clips)
        box = self._under()
        return self._linked((box.item.id,)) if box is not None else ()

    def _first_chosen(self) -> Box | None:
        return next((self._view.laid.boxes[each] for each in self._hold.clips), None)

    def _under(self) -> Box | None:
        """The clip under the playhead: a chosen one, or on the lowest open picture track that has one there."""
        frame = self._session.playhead.frame
        for lane in reversed(self._view.laid.lanes):
            box = lane.at(frame) or (lane.boxes[-1] if lane.boxes and lane.boxes[-1].end == frame else None)
            if (
                lane.track.kind == "picture"
                and not lane.track.locked
                and box is not None
                and isinstance(box.item, Clip)
            ):
                return box
        return None

    def _linked(self, clips: tuple[str, ...]) -> tuple[str, ...]:
        cut = self._hold.cut
        return linked(cut, clips) if cut is not None and self._hold.links else clips


def _takes_pictures(lane: Lane) -> bool:
    return lane.track.kind == "picture" and not lane.track.locked
