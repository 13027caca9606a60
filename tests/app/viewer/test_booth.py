"""The booth: what it makes ahead fits what it keeps."""

from __future__ import annotations

from app.viewer import booth
from app.viewer.booth import Wish, reach
from app.viewer.decks import SMALL, Size
from app.viewer.player import AHEAD, WIDEST
from app.viewer.programme import Card, Showing


class _Reel:
    frames = 24

    def at(self, frame: int) -> Showing:
        return Card(str(frame))

    def slate(self, frame: int) -> str:
        return ""


def _reached(size: Size, layers: int) -> int:
    ahead = tuple(range(AHEAD))
    found = reach(Wish((_Reel(),) * layers, size, 0, False, ahead))
    assert found == ahead[: len(found)]
    return len(found)


def test_small_pictures_are_made_as_far_ahead_as_is_asked() -> None:
    assert _reached(SMALL, 1) == AHEAD
    assert _reached(Size(WIDEST, 1080), 1) == AHEAD


def test_no_more_is_made_ahead_than_can_be_kept() -> None:
    """Else each picture would push out the one that is due, and the booth would never rest."""
    for size, layers in ((Size(WIDEST, 1440), 1), (Size(WIDEST, 1080), 2)):
        made = _reached(size, layers)
        assert 1 <= made < AHEAD
        assert (made + 1) * 4 * size.width * size.height * layers <= booth.KEPT


def test_the_next_picture_is_made_however_large_it_is() -> None:
    assert _reached(Size(8000, 8000), 2) == 1
