"""What is dropped on the window and no panel wanted: a film opens, a script begins or revises one, a picture, clip or sound goes to
the shot in hand. Where there is none, pictures and clips are the shots themselves.

A veil says what will happen before the button is let go.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.overlays import ask
from app.theme import tokens
from app.theme.lettering import letters
from app.words import tr, word

if TYPE_CHECKING:
    from app.main_window import MainWindow

Kind = Literal["film", "script", "picture", "clip", "sound"]

SCRIPTS = (".fountain", ".fdx", ".txt", ".md", ".csv", ".tsv", ".spmd")
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")
CLIPS = (".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v", ".mxf", ".gif")
SOUNDS = (".wav", ".mp3", ".flac", ".m4a", ".aac", ".ogg", ".opus", ".aif", ".aiff")
_ENDINGS: dict[Kind, tuple[str, ...]] = {"script": SCRIPTS, "picture": PICTURES, "clip": CLIPS, "sound": SOUNDS}
_AS_SHOTS: dict[Kind, tuple[str, str]] = {
    "picture": (word("Drop to make a shot of each picture"), word("Drop to make a film of the pictures")),
    "clip": (word("Drop to make a shot of each clip"), word("Drop to make a film of the clips")),
}
"""What is said where there is no shot in hand: of the film that is open, and where none is."""
_ONTO: dict[Kind, str] = {
    "sound": word("Drop to lay it under shot {slate}"),
    "picture": word("Drop to make it a panel of shot {slate}"),
    "clip": word("Drop to make it a take of shot {slate}"),
}
"""What is said over a shot."""


def kind_of(path: Path) -> Kind | None:
    """What a dropped file would be; None: nothing of ours."""
    if path.suffix.lower() == ".film" or path.name == "film.json":
        return "film"
    return next((kind for kind, endings in _ENDINGS.items() if path.suffix.lower() in endings), None)


def onto(path: Path, slate: str) -> str:
    """What dropping the file on that shot would do; "" for what no shot takes."""
    kind = kind_of(path)
    return tr(_ONTO[kind], slate=slate) if kind in _ONTO else ""


class Drops(QObject):
    """Watches a window for drops."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._veil: Veil | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what we know; everything else goes on."""
        if isinstance(event, QDragEnterEvent):
            found = _dropped(event)
            if found is not None and self._sentence(found[0]):
                event.acceptProposedAction()
                self._veil = Veil(self._window, self._sentence(found[0]))
                return True
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._lift()
            if isinstance(event, QDropEvent) and (found := _dropped(event)) is not None:
                event.acceptProposedAction()
                self.take(*found)
                return True
        return super().eventFilter(watched, event)

    def take(self, kind: Kind, paths: list[Path]) -> None:
        """Do with dropped files what the veil said."""
        window, session = self._window, self._window.session
        if kind == "film":
            window.open_folder(paths[0])
        elif kind == "script" and session is None:
            window.import_script(paths[0])
        elif kind == "script" and session is not None:
            from app.sheets.revision import bring_in

            ask(
                window,
                word("A script"),
                word("Is {name} a new draft of this film, or another film?"),
                (word("Cancel"), "", lambda: None),
                (word("Another film"), "", lambda: window.import_script(paths[0])),
                (word("A new draft"), "primary", lambda: bring_in(window, session, paths[0])),
                name=paths[0].name,
            )
        elif window.rooms is not None:
            window.rooms.intake.take(kind, paths)
        else:
            window.begin_with(kind, paths)

    def _sentence(self, kind: Kind) -> str:
        session = self._window.session
        if kind == "film":
            return tr("Drop to open the film")
        if kind == "script":
            return tr("Drop to make a film of the script") if session is None else tr("Drop to bring the script in")
        if session is None or session.shot is None:
            return tr(_AS_SHOTS[kind][session is None]) if kind in _AS_SHOTS else ""
        return tr(_ONTO[kind], slate=session.shot.slate)

    def _lift(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None


class Veil(QWidget):
    """Covers the window and says what a drop would do."""

    def __init__(self, host: QWidget, sentence: str) -> None:
        super().__init__(host)
        self._sentence = sentence
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(host.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed edge and the sentence."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dim = QColor(now.ground)
        dim.setAlpha(200)
        painter.fillRect(self.rect(), dim)
        painter.setPen(QPen(QColor(now.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 8, 8)
        painter.setPen(QColor(now.text))
        painter.setFont(letters(title=True, strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sentence)
        painter.end()


def _dropped(event: QDropEvent) -> tuple[Kind, list[Path]] | None:
    """The kind of the first file that is one of ours, and all files of that kind."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    known = [path for path in paths if kind_of(path) is not None]
    kind = kind_of(known[0]) if known else None
    return None if kind is None else (kind, [path for path in known if kind_of(path) == kind])
