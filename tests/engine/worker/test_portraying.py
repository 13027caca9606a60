"""Who sits for a portrait is seen as near as a face asks for, and what has none is seen whole."""

from __future__ import annotations

import pytest

from engine.film.casting import add_subject, new_subject
from engine.film.rate import FILM
from engine.film.setup import Size
from engine.plan.portraits import portrait_of
from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.worker.portraying import sitting


@pytest.mark.parametrize(
    ("name", "size"), [("TAXI", Size.FULL), ("渔船", Size.FULL), ("FOX", Size.MEDIUM_CLOSE), ("MEI", Size.MEDIUM_CLOSE)]
)
def test_a_vehicle_is_shown_whole_and_a_face_close(name: str, size: Size) -> None:
    empty = breakdown(read_text("EXT. STREET - DAY\n\nRain.\n"), rate=FILM)
    subject = new_subject(name)
    assert sitting(portrait_of(add_subject(empty, subject), subject.id)).setup.size is size
