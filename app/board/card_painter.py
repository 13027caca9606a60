"""Paints one card: the picture with how it stands, below it the slate, the camera's glyphs, the action and the cast.

The picture is never covered by more than a corner: it is what the eye comes for.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen, QTextLayout, QTextOption

from app.board import pictograms
from app.board.card import KINDS, Card, progress_of
from app.board.durations import in_seconds
from app.board.layout import picture_height
from app.state.standing import Failed, Fresh, Queued, Rendering, Stale, Unrendered
from app.state.stills import Bare
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import figures, letters
from app.theme.tokens import Tokens
from app.words import tr
from engine.film.setup import Angle, Move

PAD = 10
_GLYPH = QSize(30, 18)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def picture_box(card: QRect, aspect: float) -> QRect:
    """Where on a card its picture is."""
    return QRect(card.left(), card.top(), card.width(), picture_height(card.width(), aspect))


def action_box(card: QRect, aspect: float) -> QRect:
    """Where on a card its action is written."""
    top = card.top() + picture_height(card.width(), aspect) + 30
    return QRect(card.left() + PAD, top, card.width() - 2 * PAD, 36)


def length_box(card: QRect, aspect: float) -> QRect:
    """Where on a card a field for its length lies: over the length, in the corner of the picture."""
    frame = picture_box(card, aspect)
    return QRect(frame.right() - 87, frame.bottom() - 35, 84, 30)


def foot_box(card: QRect) -> QRect:
    """Where on a card who is seen stands, and the marks."""
    return QRect(card.left() + PAD, card.bottom() - 25, card.width() - 2 * PAD, 18)


def paint_card(painter: QPainter, box: QRect, card: Card, picture: QImage | None, aspect: float) -> None:
    """Paint the card into the box; its corners are left square, for `card_prints` to round."""
    now = tokens.now()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(box, QColor(now.raised))
    frame = picture_box(box, aspect)
    _paint_face(painter, frame, card, picture, now)
    _paint_words(painter, box, frame, card, now, aspect)
    if card.shot.omitted:
        _paint_omitted(painter, box, now)


def paint_face(painter: QPainter, box: QRect, card: Card, picture: QImage | None, aspect: float) -> None:
    """Paint the picture with its marks over a card that was painted already; the painter is kept from what is written below."""
    frame = picture_box(box, aspect)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipRect(frame)
    _paint_face(painter, frame, card, picture, tokens.now())


def _paint_face(painter: QPainter, frame: QRect, card: Card, picture: QImage | None, now: Tokens) -> None:
    painter.fillRect(frame, QColor(now.picture_ground))
    if picture is None:
        _paint_bare(painter, frame, card, now)
    else:
        paint_picture(painter, frame, picture)
    _paint_marks(painter, frame, card, now)


def paint_receiving(painter: QPainter, box: QRect, sentence: str) -> None:
    """Over a card that files are held above: what letting go would do."""
    now = tokens.now()
    shade = QColor(now.ground)
    shade.setAlpha(215)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(shade)
    painter.setPen(QPen(QColor(now.accent), 2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(box), now.radius + 2, now.radius + 2)
    painter.setPen(QColor(now.text))
    painter.setFont(letters(strong=True))
    painter.drawText(box.adjusted(12, 8, -12, -8), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, sentence)


def paint_hasty(painter: QPainter, box: QRect, card: Card, picture: QImage | None, aspect: float) -> None:
    """The card's picture and slate: a fifth of the work, and enough to know where one is."""
    now, frame = tokens.now(), picture_box(box, aspect)
    paint_waiting(painter, box)
    painter.fillRect(frame, QColor(now.picture_ground))
    if picture is not None:
        paint_picture(painter, frame, picture)
    painter.setPen(QColor(now.text))
    painter.setFont(figures(strong=True))
    painter.drawText(_head_box(box, frame), _LEFT, card.shot.slate)


def paint_waiting(painter: QPainter, box: QRect) -> None:
    """A card that is still to be painted: its shape alone."""
    painter.fillRect(box, QColor(tokens.now().raised))


def paint_picture(painter: QPainter, frame: QRect, picture: QImage) -> None:
    """The whole picture, as large as it fits."""
    size = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRect(QPoint(0, 0), size)
    box.moveCenter(frame.center())
    if abs(size.width() - frame.width()) <= 2 and abs(size.height() - frame.height()) <= 2:
        box = frame  # a pixel of rounding is no letterbox
    if picture.size() == box.size():
        painter.drawImage(box.topLeft(), picture)
    else:
        painter.drawImage(box, picture)


def _paint_bare(painter: QPainter, frame: QRect, card: Card, now: Tokens) -> None:
    """No picture yet: the framing as a drawing, so that the board can be read before anything is drawn."""
    pictograms.stamp_bare(painter, frame, card.shot.setup.size)


def _paint_marks(painter: QPainter, frame: QRect, card: Card, now: Tokens) -> None:
    """The corners of the picture: kind and standing above, duration below, progress along the foot."""
    kind = KINDS[type(card.still)]
    if kind and not isinstance(card.standing, Rendering) and not isinstance(card.still, Bare):
        _paint_tag(painter, frame.topLeft() + QPoint(8, 8), tr(kind), now)
    length = in_seconds(card.shot.duration, card.rate)
    foot = failed_box(frame).topRight() if isinstance(card.standing, Failed) else frame.bottomRight()
    _paint_tag(painter, foot + QPoint(-7, -7), length, now, right=True, bottom=True)
    match card.standing:
        case Rendering():
            _paint_progress(painter, frame, card.standing, now)
        case Queued():
            _paint_badge(painter, frame, "clock", "#e6e6e6", now)
        case Stale():
            _paint_badge(painter, frame, "refresh-cw", now.warn if now.name == "dark" else "#e8c75c", now)
        case Failed():
            _paint_failed(painter, frame, card.standing, now)
        case Fresh() | Unrendered():
            if card.circled:
                _paint_badge(painter, frame, "circle-check", "#9bd3a4", now)


def _paint_tag(
    painter: QPainter, at: QPoint, text: str, now: Tokens, *, right: bool = False, bottom: bool = False
) -> QRect:
    """A few letters on a shade over the picture; `at` is the corner named by `right` and `bottom`."""
    font = figures(small=True)
    painter.setFont(font)
    wide = QFontMetrics(font).horizontalAdvance(text) + 10
    box = QRect(at.x() - wide if right else at.x(), at.y() - 18 if bottom else at.y(), wide, 18)
    _shade(painter, box, now)
    painter.setPen(QColor("#f2f2f2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box


def _paint_badge(painter: QPainter, frame: QRect, icon: str, color: str, now: Tokens) -> None:
    box = QRect(frame.right() - 29, frame.top() + 8, 22, 22)
    _shade(painter, box, now)
    paint_icon(painter, QRectF(box).adjusted(4, 4, -4, -4), icon, color)


def _shade(painter: QPainter, box: QRect, now: Tokens, alpha: int = 176) -> None:
    shade = QColor(now.shade)
    shade.setAlpha(alpha)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(box, 3, 3)


def _paint_progress(painter: QPainter, frame: QRect, standing: Rendering, now: Tokens) -> None:
    left = standing.seconds_left
    text = tr("Rendering") if left is None else tr("{time} left", time=_clock(left))
    _paint_tag(painter, frame.topLeft() + QPoint(8, 8), text, now)
    foot = QRect(frame.left(), frame.bottom() - 3, frame.width(), 4)
    painter.fillRect(foot, QColor(now.shade))
    share = progress_of(standing)
    painter.fillRect(QRect(foot.left(), foot.top(), round(foot.width() * share), 4), QColor(now.accent))


def _clock(seconds: float) -> str:
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def failed_box(frame: QRect) -> QRect:
    """Where on a picture the reason of a failure stands; a click there is its one action."""
    return QRect(frame.left(), frame.bottom() - 39, frame.width(), 40)


def _paint_failed(painter: QPainter, frame: QRect, standing: Failed, now: Tokens) -> None:
    box = failed_box(frame)
    shade = QColor(now.bad_soft if now.name == "dark" else "#5a221c")
    shade.setAlpha(235)
    painter.fillRect(box, shade)
    paint_icon(painter, QRectF(box.left() + 8, box.center().y() - 7, 14, 14), "triangle-alert", "#f09a8f")
    font = letters(small=True)
    again = tr("Try again")
    wide = QFontMetrics(font).horizontalAdvance(again)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box.adjusted(0, 0, -10, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, again)
    painter.setPen(QColor("#f3cdc7"))
    words, told = box.adjusted(28, 5, -wide - 18, -3), tr(standing.sentence)
    if QFontMetrics(font).horizontalAdvance(told) <= words.width():
        words.translate(0, 8)  # a single line stands in the middle, beside the button's
    paint_lines(painter, words, told, lines=2)


def _head_box(box: QRect, frame: QRect) -> QRect:
    return QRect(box.left() + PAD, frame.bottom() + 1 + 7, box.width() - 2 * PAD, 20)


def _paint_words(painter: QPainter, box: QRect, frame: QRect, card: Card, now: Tokens, aspect: float) -> None:
    head = _head_box(box, frame)
    painter.setPen(QColor(now.text))
    painter.setFont(figures(strong=True))
    left = _paint_glyphs(painter, head, card, now)
    slate = QRect(head.left(), head.top(), left - head.left() - 8, head.height())
    elided = QFontMetrics(painter.font()).elidedText(card.shot.slate, Qt.TextElideMode.ElideMiddle, slate.width())
    painter.setPen(QColor(now.text))
    painter.drawText(slate, _LEFT, elided)
    action = action_box(box, aspect)
    painter.setFont(letters())
    if card.words:
        painter.setPen(QColor(now.text))
        paint_lines(painter, action, card.words, lines=2)
    else:
        painter.setPen(QColor(now.faint))
        paint_lines(painter, action, tr("What happens in this shot?"), lines=2)
    _paint_foot(painter, foot_box(box), card, now)


def _paint_glyphs(painter: QPainter, head: QRect, card: Card, now: Tokens) -> int:
    """Size, and angle and move where they are not the plain ones, from the right; returns the left edge."""
    setup = card.shot.setup
    terms: list[pictograms.Term] = [setup.size]
    terms += [setup.angle] if setup.angle is not Angle.EYE_LEVEL else []
    terms += [setup.move] if setup.move is not Move.STATIC else []
    x = head.right() + 1
    for term in reversed(terms):
        x -= _GLYPH.width()
        box = QRect(QPoint(x, head.center().y() - _GLYPH.height() // 2), _GLYPH)
        pictograms.stamp(painter, box, term, QColor(now.muted), QColor(now.faint))
        x -= 4
    return x


def _paint_foot(painter: QPainter, box: QRect, card: Card, now: Tokens) -> None:
    """Who is there, and marks for what is said, how many takes there are, and a key frame that waits."""
    right = box.right() + 1
    if card.takes:
        right = _paint_count(painter, box, right, "film", card.takes, now)
    if card.shot.lines:
        right = _paint_count(painter, box, right, "message-square", len(card.shot.lines), now)
    if card.waits:
        paint_icon(painter, QRectF(right - 13, box.top() + 2, 14, 14), "image", now.accent)
        right -= 22
    font = letters(small=True)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    x = box.left()
    if card.is_empty:
        room = right - x - 4
        painter.setPen(QColor(now.faint))
        told = metrics.elidedText(tr("Nobody is in the picture."), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, box.top(), room, 18), Qt.AlignmentFlag.AlignVCenter, told)
    for at, name in enumerate(card.names):
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, 96)
        more = f"+{len(card.names) - at}"
        room = right - x - (metrics.horizontalAdvance("+9") + 18 if at + 1 < len(card.names) else 0)
        if metrics.horizontalAdvance(text) + 12 > room:
            if x + metrics.horizontalAdvance(more) < right:
                painter.setPen(QColor(now.muted))
                painter.drawText(QRect(x, box.top(), right - x, 18), Qt.AlignmentFlag.AlignVCenter, more)
            return
        x = _paint_chip(painter, QRect(x, box.top(), metrics.horizontalAdvance(text) + 12, 18), text, now)


def _paint_chip(painter: QPainter, box: QRect, text: str, now: Tokens) -> int:
    painter.setPen(QPen(QColor(now.outline), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
    painter.setPen(QColor(now.muted))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box.right() + 5


def _paint_count(painter: QPainter, box: QRect, right: int, icon: str, count: int, now: Tokens) -> int:
    font = figures(small=True)
    painter.setFont(font)
    text = str(count)
    wide = QFontMetrics(font).horizontalAdvance(text)
    painter.setPen(QColor(now.muted))
    painter.drawText(QRect(right - wide, box.top(), wide, 18), Qt.AlignmentFlag.AlignVCenter, text)
    paint_icon(painter, QRectF(right - wide - 15, box.top() + 3, 12, 12), icon, now.muted)
    return right - wide - 24


def _paint_omitted(painter: QPainter, box: QRect, now: Tokens) -> None:
    veil = QColor(now.ground)
    veil.setAlpha(170)
    painter.fillRect(box, veil)
    painter.setPen(QPen(QColor(now.muted), 1.5))
    painter.drawLine(box.topLeft() + QPoint(8, 8), box.bottomRight() - QPoint(8, 8))


def paint_lines(painter: QPainter, box: QRect, text: str, *, lines: int) -> None:
    """The text in so many lines at most, the last one elided; Chinese breaks anywhere."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text = " ".join(text[:400].split())
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        start = line.textStart()
        if number == lines - 1 and start + line.textLength() < len(text):
            rest = painter.fontMetrics().elidedText(text[start:], Qt.TextElideMode.ElideRight, box.width())
            baseline = box.top() + y + painter.fontMetrics().ascent()
            painter.drawText(QPointF(box.left(), baseline), rest)
            break
        baseline = box.top() + y + painter.fontMetrics().ascent()
        painter.drawText(QPointF(box.left(), baseline), text[start : start + line.textLength()].rstrip())
        y += min(18.0, line.height())
    layout.endLayout()
