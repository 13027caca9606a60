"""What stands on tabs and clips: a cut that nobody has named speaks the language of now; a clip without action says its line."""

from __future__ import annotations

from typing import Any

import pytest

from app import words
from app.state.cut_names import cut_name
from app.timeline.showing import gist
from app.timeline.tellings import telling
from engine.film import board, versions
from engine.film.cuts import Cut
from engine.film.transitions import add_transition

Room = Any


@pytest.mark.parametrize(
    ("name", "shown"), [("Assembly", "初剪"), ("初剪 2", "初剪 2"), ("Rough Assembly", "Rough Assembly")]
)
def test_a_cut_that_nobody_named_is_called_in_the_language_of_now(name: str, shown: str) -> None:
    words.speak("zh")
    assert cut_name(Cut(id="c", name=name)) == shown
    words.speak("en")
    assert cut_name(Cut(id="c", name="初剪 2")) == "Assembly 2"


def test_a_look_at_the_name_in_another_language_is_no_rename(room: Room) -> None:
    cut = room.session.cut_id
    room.session.edit("x", lambda film: versions.rename_cut(film, cut, "Assembly"))
    steps = room.session.undo.count()
    words.speak("zh")
    assert room.panel.tabs.bar.tabText(0) == "初剪"
    room.panel.tabs.begin_rename(0)
    room.panel.tabs.setFocus()
    assert (room.cut.name, room.session.undo.count()) == ("Assembly", steps)
    words.speak("en")


def test_a_clip_without_action_says_its_first_line(room: Room) -> None:
    shot = next(each for each in room.session.film.shots if each.lines)
    assert gist(room.view.showing, shot) == shot.action
    room.session.edit("x", lambda film: board.edit_shot(film, shot.id, action=""))
    silent = next(each for each in room.session.film.shots if each.id == shot.id)
    said = gist(room.view.showing, silent)
    assert said.endswith(shot.lines[0].text)
    assert ": " in said
    words.speak("zh")
    assert gist(room.view.showing, silent) == said.replace(": ", "：", 1)
    words.speak("en")
    clip = next(each for each in room.clips() if each.shot == shot.id)
    hit = room.view.hit(room.at(room.view.laid.boxes[clip.id].at + 20).toPointF())
    assert said[:40] in telling(room.view.showing, hit)


def test_a_film_that_fades_in_is_first_seen_behind_the_fade(room: Room) -> None:
    room.panel.hide()
    first, cut = room.clips()[0].id, room.session.cut_id
    fade = {"style": "fade", "before": 0, "after": 12}
    room.session.edit("x", lambda film: add_transition(film, cut, first, "head", **fade))
    room.panel._asked = False  # as if the room were entered for the first time
    room.panel.show()
    assert room.session.playhead.frame == 12
    room.session.playhead.seek(0)
    room.panel.hide()
    room.panel.show()
    assert room.session.playhead.frame == 0
