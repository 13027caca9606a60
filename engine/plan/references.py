"""Which of a shot's reference pictures a model is shown, and in which order: one of everybody and everything before a second of anybody.

The estimate counts their tokens and the back end reads them, so both ask here.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.film.cast import Digest
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder


def pictured(order: ShotOrder) -> tuple[Sequence[Digest], ...]:
    """The references of each subject, prop and of the place that has any."""
    shown: Sequence[Sequence[Digest]] = [one.references for one in (*order.cast, *order.props, order.place)]
    return tuple(references for references in shown if references)


def references_for(order: ShotOrder, manifest: ModelManifest) -> tuple[Digest, ...]:
    """Those that the model is shown: as many as it takes, none where it takes none."""
    if "references" not in manifest.conditions:
        return ()
    shown = pictured(order)
    turns = range(max((len(one) for one in shown), default=0))
    unique = tuple(dict.fromkeys(one[turn] for turn in turns for one in shown if turn < len(one)))
    return unique if manifest.max_references is None else unique[: manifest.max_references]
