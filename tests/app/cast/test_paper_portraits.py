"""Paper portraits tell their owners apart, and palettes tell what is worn."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.cast.colours import palette_of, worn_colours
from app.cast.portrait import CLOTHS, paint_portrait
from app.commands.cast import Entry
from engine.backends.animatic.puppets.colours import PALETTE
from engine.film.cast import Look, Place, Prop
from engine.film.casting import new_subject


def _card(entry: Entry, side: int = 40, look: str = "") -> QImage:
    made = QImage(side, side, QImage.Format.Format_RGB32)
    made.fill(QColor("#1e1e1e"))
    painter = QPainter(made)
    paint_portrait(painter, QRectF(made.rect()), entry, look)
    painter.end()
    return made


def _difference(one: QImage, other: QImage) -> float:
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) for a, b in pairs) / one.sizeInBytes()


def test_the_card_wears_what_the_puppet_will_wear() -> None:
    assert CLOTHS == PALETTE


def test_the_same_name_has_the_same_card_and_others_have_others() -> None:
    cards = [_card(new_subject(name)) for name in ("MIRA", "TOM", "老船夫", "CAPTAIN")]
    assert cards[0] == _card(new_subject("MIRA", subject_id="another"))
    for index, card in enumerate(cards):
        assert all(_difference(card, other) > 4 for other in cards[index + 1 :])


def test_a_looks_palette_is_worn() -> None:
    subject = new_subject("MIRA").with_(looks=(Look(), Look(name="night", palette=("#2f4f7a", "#d9d3c4"))))
    card = _card(subject, 100, "night")
    cloth = card.pixelColor(50, 82)
    assert abs(cloth.blue() - 0x7A) < 20
    assert cloth.blue() > cloth.red() + 40


def test_things_and_places_have_cards_too() -> None:
    inside, outside = (Place(id="p", name="Harbour", interior=value) for value in (True, False))
    assert _difference(_card(inside), _card(outside)) > 6
    assert _difference(_card(Prop(id="a", name="Lamp")), _card(Prop(id="b", name="Sword"))) > 3


def test_a_palette_tells_the_coat_before_the_wall() -> None:
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("#8f8d8a"))
    for x in range(35, 60):
        for y in range(30, 100):
            picture.setPixelColor(x, y, QColor("#b03028"))
    palette = palette_of([picture])
    coat = QColor(palette[0])
    assert coat.red() > 150
    assert coat.green() < 90
    assert len(palette) >= 2
    assert palette_of([]) == ()


def test_a_description_says_what_is_worn() -> None:
    red, blue = worn_colours("in a red coat"), worn_colours("穿着一件蓝布衫")
    assert red != blue
    assert len(red) == len(blue) == 1
    assert worn_colours("60, white beard, grey-haired, 白发老人, reddish") == ()
    card = _card(new_subject("MIRA", look=Look(description="in a red coat")), 100)
    assert card.pixelColor(50, 82).red() > 150
