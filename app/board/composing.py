"""Whether letters are being put together in a field by an input method (Pinyin, Kana).

Qt keeps them outside the text, but takes the words they replace out at their first key: whoever stores what he finds meanwhile stores a hole.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit


def composing(field: QPlainTextEdit) -> bool:
    """Until the letters are taken or dropped."""
    return bool(field.textCursor().block().layout().preeditAreaText())
