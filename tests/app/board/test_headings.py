"""What a scene is called above its cards."""

from __future__ import annotations

from app import words
from app.board.headings import title_of
from engine.film.cast import Place
from engine.film.shots import Scene


def test_a_scene_without_a_heading_is_called_as_its_place() -> None:
    cliff = Place(id="place-1", name="悬崖")
    bare = Scene(id="scene-1", number="3")
    words.speak("zh")
    assert title_of(bare, (cliff,)) == "第 3 场"
    assert title_of(bare.with_(place="place-1"), (cliff,)) == "悬崖"
    assert title_of(bare.with_(place="place-1", heading="外景 悬崖 日"), (cliff,)) == "外景 悬崖 日"
