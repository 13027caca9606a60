"""What a person does to shots, each as one undo step: added, removed, moved, split, merged, and what the inspector changes.

All take several shots, because a selection is edited as one. A cut nobody has touched keeps in step with the board here (see
`engine.film.in_step`), so that a board can be played while it is being made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction

from app.state.session import Session
from app.words import tr
from engine.film.board import add_scene, add_shot, edit_shot, split_shot
from engine.film.cast import Reference
from engine.film.cuts import Clip
from engine.film.document import Film
from engine.film.in_step import in_step
from engine.film.locate import find_shot
from engine.film.rows import row_of
from engine.film.several import (
    duplicate_shots,
    edit_shots,
    in_story_order,
    insert_copies,
    merge_run,
    move_shots,
    new_scene,
    new_shot,
    place_behind,
    remove_shots,
)
from engine.film.shots import Shot, Weather
from engine.film.values import fresh_id

Change = Callable[[Film], Film]


def edit_board(session: Session, text: str, change: Change, *, merge: str = "") -> bool:
    """An edit of the board; cuts that were the board stay the board."""
    return session.edit(text, lambda film: in_step(film, change(film)), merge=merge)


def add(session: Session, scene_id: str = "", at: int | None = None, *, merge: str = "") -> str:
    """A blank shot in a scene ("": behind the shot in hand, or in the last scene; a film without any gets one). It comes to
    hand; returns its id, or "" when it was refused."""
    where = (scene_id, at) if scene_id else _behind_the_hand(session)
    shot_id = fresh_id()

    def change(film: Film) -> Film:
        scene, position = where
        if not scene:
            film = add_scene(film, new_scene(film))
            scene = film.scenes[-1].id
        return add_shot(film, scene, new_shot(film, scene, at=position, new_id=lambda: shot_id), at=position)

    if not edit_board(session, tr("Add shot"), change, merge=merge):
        return ""
    session.select([shot_id])
    return shot_id


def remove(session: Session, shot_ids: Collection[str], *, merge: str = "") -> None:
    """The shots leave the film; undo brings them back with everything they had."""
    edit_board(session, tr("Remove {n} shots", n=len(shot_ids)), lambda film: remove_shots(film, shot_ids), merge=merge)


def duplicate(session: Session, shot_ids: Collection[str]) -> None:
    """A copy behind each; the copies are selected."""
    before = {shot.id for shot in session.film.shots}
    if edit_board(session, tr("Duplicate {n} shots", n=len(shot_ids)), lambda film: duplicate_shots(film, shot_ids)):
        session.select([shot.id for shot in session.film.shots if shot.id not in before])


def paste(session: Session, copied: Sequence[Shot]) -> None:
    """Copies of these behind the shot in hand; they are selected."""
    before = {shot.id for shot in session.film.shots}
    scene, at = _behind_the_hand(session)

    def change(film: Film) -> Film:
        film = film if film.scenes else add_scene(film, new_scene(film))
        return insert_copies(film, copied, scene or film.scenes[-1].id, at=at)

    if edit_board(session, tr("Paste {n} shots", n=len(copied)), change):
        session.select([shot.id for shot in session.film.shots if shot.id not in before])


def carry(session: Session, shot_ids: Collection[str]) -> None:
    """The shots themselves, with all they have in cuts, behind the shot in hand."""
    scene, at = _behind_the_hand(session)
    if scene:
        move(session, shot_ids, scene, at)


def split(session: Session, shot_id: str, frame: int) -> None:
    """Two shots out of one, at a frame of it."""
    edit_board(session, tr("Split shot"), lambda film: split_shot(film, shot_id, frame))


def divide(session: Session, shot_id: str, head: str, tail: str, *, merge: str = "") -> str:
    """Two shots out of one, each with its part of the words and the share of the time that they take; the second one's id."""
    shot = session.film.shot(shot_id)
    share = Fraction(len(head), max(1, len(head) + len(tail)))
    frame = max(1, min(round(share * shot.duration), shot.duration - 1))

    def change(film: Film) -> Film:
        film = split_shot(film, shot_id, frame)
        return edit_shot(edit_shot(film, shot_id, action=head), behind(film), action=tail)

    def behind(film: Film) -> str:
        scene, index, _ = find_shot(film, shot_id)
        return scene.shots[index + 1].id

    return behind(session.film) if edit_board(session, tr("Split shot"), change, merge=merge) else ""


def split_place(film: Film, cut_id: str, shot: Shot, frame: int) -> int:
    """Where to split a shot: under the playhead, which is at record frame `frame` of the cut, else in its middle."""
    for cut in (each for each in film.cuts if each.id == cut_id):
        for track in (each for each in cut.tracks if each.kind == "picture"):
            for _, at, item in row_of(track).placed():
                if isinstance(item, Clip) and item.shot == shot.id and at <= frame < at + item.frames:
                    place = item.start + frame - at
                    if 0 < place < shot.duration:
                        return place
    return shot.duration // 2


def bring_back(session: Session, shot_ids: Collection[str]) -> None:
    """Shots that a revision left out are played again."""
    change(session, shot_ids, tr("Bring back {n} shots", n=len(shot_ids)), lambda shot: shot.with_(omitted=False))


def merge(session: Session, shot_ids: Sequence[str]) -> None:
    """Neighbours become one shot, the first."""
    first = next(iter(in_story_order(session.film, shot_ids)), "")
    if edit_board(session, tr("Merge {n} shots", n=len(shot_ids)), lambda film: merge_run(film, shot_ids)):
        session.select([first])


def move(session: Session, shot_ids: Collection[str], scene_id: str, at: int | None) -> None:
    """The shots go to another place, in story order, before the one that stands at `at` now (None: last)."""
    text = tr("Move {n} shots", n=len(shot_ids))
    edit_board(session, text, lambda film: move_shots(film, shot_ids, scene_id, at=at))


def change(
    session: Session, shot_ids: Collection[str], text: str, edit: Callable[[Shot], Shot], merge: str = ""
) -> bool:
    """Any change that is made to each of these shots by itself."""
    return edit_board(session, text, lambda film: edit_shots(film, shot_ids, edit), merge=merge)


def set_action(session: Session, shot_ids: Collection[str], action: str, *, merge: str = "") -> None:
    """What happens in the shots."""
    change(session, shot_ids, tr("Change action"), lambda shot: shot.with_(action=action), merge)


def set_slate(session: Session, shot_id: str, slate: str) -> None:
    """Another slate."""
    change(session, [shot_id], tr("Change slate"), lambda shot: shot.with_(slate=slate))


def set_setup(session: Session, shot_ids: Collection[str], **changes: object) -> None:
    """Size, angle, lens or move."""
    change(session, shot_ids, tr("Change setup"), lambda shot: shot.with_(setup=shot.setup.with_(**changes)))


def set_duration(session: Session, shot_ids: Collection[str], frames: int, *, merge: str = "") -> None:
    """How long the shots last, in film frames."""
    change(session, shot_ids, tr("Change duration"), lambda shot: shot.with_(duration=frames), merge)


def set_engine(session: Session, shot_ids: Collection[str], engine: str | None) -> None:
    """Which engine draws the shots (None: the film's)."""
    change(session, shot_ids, tr("Change engine"), lambda shot: shot.with_(engine=engine))


def set_rendering(session: Session, shot_ids: Collection[str], **changes: object) -> None:
    """How a video model draws the shots: control, between, finish or overlong."""
    words = tr("Change how it is drawn")
    change(session, shot_ids, words, lambda shot: shot.with_(rendering=shot.rendering.with_(**changes)))


def set_seed(session: Session, shot_ids: Collection[str], seed: int | None) -> None:
    """The seed of the shots (None: the film's)."""
    change(session, shot_ids, tr("Change seed"), lambda shot: shot.with_(seed=seed))


def set_weather(session: Session, shot_ids: Collection[str], weather: Weather | None) -> None:
    """The weather of the shots where it is not the scene's (None)."""
    change(session, shot_ids, tr("Change weather"), lambda shot: shot.with_(weather=weather))


def set_follows(session: Session, shot_ids: Collection[str], other: str | None) -> None:
    """The shot that these go on from."""
    change(session, shot_ids, tr("Change continuity"), lambda shot: shot.with_(follows=other))


def set_note(session: Session, shot_ids: Collection[str], note: str, *, merge: str = "") -> None:
    """A note for people; no engine reads it."""
    change(session, shot_ids, tr("Change note"), lambda shot: shot.with_(note=note), merge)


def set_first_frame(session: Session, shot_ids: Collection[str], picture: Reference | None) -> bool:
    """The picture the shots begin with; whether that changed anything."""
    return change(session, shot_ids, tr("Change first frame"), lambda shot: shot.with_(first_frame=picture))


def set_last_frame(session: Session, shot_ids: Collection[str], picture: Reference | None) -> bool:
    """The picture the shots end with; whether that changed anything."""
    return change(session, shot_ids, tr("Change last frame"), lambda shot: shot.with_(last_frame=picture))


def _behind_the_hand(session: Session) -> tuple[str, int | None]:
    if session.shot is not None:
        return place_behind(session.film, session.shot_id)
    return (session.film.scenes[-1].id, None) if session.film.scenes else ("", None)
