"""A final held against its draft while it is written: what take.json and the person are told of how far it has come away.

The draft is the take of the same order but for its finish, so whether there is one follows from the order alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.backends.base import Report, TakeWriter
from engine.backends.departure import Grey, departure, seen_small
from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.retiming import Picture
from engine.media.playback import Playback
from engine.plan.orders import draft_of, key_of


class AgainstDraft:
    """Sees each picture of a take as it is written; without a draft in the store it keeps none."""

    def __init__(self, sheet: CallSheet, out: TakeWriter) -> None:
        self._order = sheet.order
        self._key = key_of(draft_of(sheet.order))
        self._master = None if sheet.still or sheet.order.finish == "draft" else out.master(self._key)
        self._final: list[Grey] = []

    def see(self, picture: Picture) -> None:
        """The next picture of the take."""
        if self._master is not None and len(self._final) < self._order.length:
            self._final.append(seen_small(picture))

    def facts(self, report: Report) -> dict[str, Any]:
        """What take.json keeps of it, and the note; nothing without a draft. Raises MediaFailed."""
        if self._master is None:
            return {}
        with Playback(self._master) as draft:
            frames = range(min(draft.frames, len(self._final)))
            shown = [seen_small(np.ascontiguousarray(draft.frame(frame)[..., ::-1])) for frame in frames]
        far = departure(shown, self._final)
        told = f"Against its draft ({_spoken(self._order.action)}): motion {far.flow:.2f}, layout {far.layout:.2f} of 1"
        report.note(f"{told}; it departs visibly, look at both before you circle it." if far.visible else f"{told}.")
        return {
            "draft": {
                "key": self._key,
                "flow": round(far.flow, 3),
                "layout": round(far.layout, 3),
                "departs": far.visible,
            }
        }


def _spoken(action: str) -> str:
    return action if len(action) <= 40 else f"{action[:39].rstrip()}…"
