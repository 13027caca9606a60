"""Quotation marks and ellipses that suit the words around them: Unicode gives English and Chinese the same signs.

Our face draws ‘ ’ “ ” … as English sets them, narrow and on the baseline, and keeps the Chinese forms (a full em wide,
the ellipsis in mid height) at private code points. Call `typeset` on a line just before it is measured and drawn; what
is stored or written to a subtitle file keeps the plain signs.
"""

from __future__ import annotations

import re

WIDE = {"‘": "\ue018", "’": "\ue019", "“": "\ue01c", "”": "\ue01d", "…": "\ue026"}
"""Plain sign -> the code point of its Chinese form in assets/fonts/NotoSansSC-Regular.otf."""

_CHINESE = r"\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_BESIDE_CHINESE = re.compile(f"(?<=[{_CHINESE}])[‘’“”…]+|[‘’“”…]+(?=[{_CHINESE}])")


def typeset(text: str) -> str:
    """The line with every mark that touches a Chinese character or full-width sign in its Chinese form."""
    return _BESIDE_CHINESE.sub(lambda marks: "".join(WIDE[mark] for mark in marks[0]), text)
