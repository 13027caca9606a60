"""Every term of the shot grammar has a drawing of its own that can be told apart on a card."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from app.board.pictograms import Term, pictogram
from engine.film.setup import Angle, Move, Size

INK, SOFT = QColor("#ffffff"), QColor("#777777")


def drawn(term: Term) -> bytes:
    picture = pictogram(term, QSize(40, 24), INK, SOFT).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return bytes(picture.constBits())


def test_no_two_terms_look_alike_and_none_is_blank() -> None:
    terms: list[Term] = [*Size, *Angle, *Move]
    pictures = {term: drawn(term) for term in terms}
    assert len(set(pictures.values())) == len(terms)
    assert all(sum(pixel > 60 for pixel in picture[3::4]) > 40 for picture in pictures.values())


def test_a_wider_shot_shows_a_smaller_figure() -> None:
    def ink(size: Size) -> int:
        picture = drawn(size)
        return sum(1 for at in range(0, len(picture), 4) if picture[at] > 200 and picture[at + 3] > 200)

    amounts = [ink(size) for size in Size][:-1]  # of the last one only a detail is seen
    assert amounts == sorted(amounts)


def test_drawings_are_sharp_on_fine_screens() -> None:
    assert pictogram(Size.CLOSE, QSize(40, 24), INK, SOFT, 2.0).size() == QSize(80, 48)
