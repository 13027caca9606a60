"""What a person says of key frames, each as one undo step for however many shots: approved, put aside, brought along."""

from __future__ import annotations

from collections.abc import Collection

from app.problems import note
from app.state.session import Session
from app.words import tr
from engine.film import key_frames
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.shots import KeyFrame


def approve(session: Session, shot_ids: Collection[str]) -> None:
    """The shots begin with their key frames."""
    if not session.edit(tr("Approve the key frame"), lambda film: key_frames.approve(film, shot_ids)):
        session.say(note(tr("There is no key frame that waits for approval.")))


def put_aside(session: Session, shot_ids: Collection[str]) -> None:
    """No key frame."""
    session.edit(tr("Remove the key frame"), lambda film: key_frames.put_aside(film, shot_ids))


def bring(session: Session, shot_ids: Collection[str], picture: Reference) -> None:
    """A person's own picture: it need not wait for anybody."""

    def change(film: Film) -> Film:
        for each in shot_ids:
            film = key_frames.propose(film, each, KeyFrame(picture=picture))
        return key_frames.approve(film, shot_ids)

    session.edit(tr("Change the key frame"), change)


def use_panels(session: Session, shot_ids: Collection[str]) -> None:
    """Each shot's first drawn panel is its key frame."""
    drawn = {shot.id: panel for shot in session.film.shots for panel in shot.panels[:1] if panel.picture is not None}
    wanted = [each for each in shot_ids if each in drawn]
    if not wanted:
        session.say(note(tr("There is no drawn panel. Draw one on the sketch pad, or drop a picture on the card.")))
        return

    def change(film: Film) -> Film:
        for each in wanted:
            picture = drawn[each].picture
            if picture is not None:
                film = key_frames.propose(film, each, KeyFrame(picture=picture))
        return key_frames.approve(film, wanted)

    session.edit(tr("Change the key frame"), change)
