"""What an export does with sound that runs past the picture is said before anything is written."""

from __future__ import annotations

from dataclasses import replace

from engine.commands.exporting import ending_told
from engine.film.cuts import Clip, Cut, Footage, Track
from engine.film.document import Film
from engine.film.rate import FILM
from engine.media.conform import ExportOptions

MUSIC = Footage(path="footage/hum.wav", digest="0" * 64, rate=FILM, frames=480)


def cut(frames: int) -> Cut:
    items = (Clip(id="m", footage=MUSIC, frames=frames),)
    picture = Track(id="v", items=(Clip(id="a", shot="a", frames=48),))
    return Cut(id="c", name="main", tracks=(picture, Track(id="s", kind="sound", items=items)))


def test_what_becomes_of_sound_past_the_picture_is_one_line() -> None:
    film, plain = Film(title="One", rate=FILM), ExportOptions()
    told = ending_told(film, cut(336), plain)
    assert told == (
        "The sound runs 12.0 s past the last picture: it fades out there (--ending sound lets it run on over black)."
    )
    on = ending_told(film, cut(336), replace(plain, ending="sound"))
    assert on == "The sound runs 12.0 s past the last picture, over black, as you ask."


def test_nothing_is_said_where_nothing_runs_on_or_a_part_is_asked_for() -> None:
    film, plain = Film(title="One", rate=FILM), ExportOptions()
    assert ending_told(film, cut(48), plain) == ""
    assert ending_told(film, cut(336), replace(plain, span=(0, 300))) == ""
