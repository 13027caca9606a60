"""A final held against its draft while it is written: what is kept beside the take, and the person told, of how far it has come away.

The draft is the take that the order names, else the take of the same order but for its finish. Nothing of it enters the take itself, which
must be the same whether a draft is in the store or not.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.backends.base import Report, TakeWriter
from engine.backends.departure import Grey, departure, seen_small
from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.retiming import Picture
from engine.errors import MediaFailed, StorageFailed
from engine.media.playback import Playback
from engine.plan.finals import draft_picture
from engine.plan.orders import ShotOrder, draft_of, key_of
from engine.takes.departures import Departed


class AgainstDraft:
    """Sees each picture of a take as it is written; without a draft in the store it keeps none."""

    def __init__(self, sheet: CallSheet, out: TakeWriter) -> None:
        self._order, self._out, self._key = sheet.order, out, sheet.key
        self._draft = key_of(draft_of(sheet.order)) if sheet.order.drafted is None else sheet.order.drafted.take
        final = not sheet.still and sheet.order.finish != "draft" and sheet.order.pickup is None
        self._master = out.master(self._draft) if final else None
        self._final: list[Grey] = []

    def see(self, picture: Picture) -> None:
        """The next picture of the take."""
        if self._master is not None and len(self._final) < self._order.length:
            self._final.append(seen_small(picture))

    def tell(self, report: Report) -> None:
        """Keep it and say it; nothing without a draft, or where the draft cannot be read: the final itself is whole."""
        if self._master is None:
            return
        try:
            self._told(self._master, report)
        except (MediaFailed, StorageFailed) as unread:
            report.note(f"The final could not be held against its draft: {unread.sentence}")

    def _told(self, master: Path, report: Report) -> None:
        with Playback(master) as draft:
            both = [(at, final) for n, final in enumerate(self._final) if 0 <= (at := self._at(n)) < draft.frames]
            shown = [seen_small(np.ascontiguousarray(draft.frame(at)[..., ::-1])) for at, _ in both]
        far = departure(shown, [final for _, final in both])
        told = f"Against its draft ({_spoken(self._order)}): motion {far.flow:.2f}, layout {far.layout:.2f} of 1"
        report.note(f"{told}; it departs visibly, look at both before you circle it." if far.visible else f"{told}.")
        kept = Departed(draft=self._draft, flow=round(far.flow, 3), layout=round(far.layout, 3), departs=far.visible)
        self._out.departed(self._key, kept)

    def _at(self, number: int) -> int:
        """The draft's picture beside the final's."""
        return number if self._order.drafted is None else draft_picture(self._order, number)


def _spoken(order: ShotOrder) -> str:
    return order.action if len(order.action) <= 40 else f"{order.action[:39].rstrip()}…"
