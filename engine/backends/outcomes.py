"""One outcome for each order: what fails stays with its own shot, and a cancel ends them all.

Every back end that renders one shot after the other owes the worker this, and a bug in one picture must not take the others down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from engine.backends.base import Failed, Taken
from engine.errors import Cancelled, RenderFailed, StoryreelError
from engine.plan.orders import ShotOrder


def one_by_one(
    orders: Sequence[tuple[str, ShotOrder]], render: Callable[[str, ShotOrder], None], sentence: str, action: str
) -> Iterator[Taken | Failed]:
    """Call `render` with each (key, order). `sentence` and `action` are said of an error that has none of its own. Raises Cancelled."""
    for key, order in orders:
        yield outcome(key, lambda key=key, order=order: render(key, order), sentence, action)


def outcome(key: str, render: Callable[[], None], sentence: str, action: str) -> Taken | Failed:
    """What came of one shot. Raises Cancelled."""
    try:
        render()
    except Cancelled:
        raise
    except StoryreelError as error:
        return Failed(key, error)
    except Exception as error:
        failed = RenderFailed(sentence, action)
        failed.__cause__ = error
        return Failed(key, failed)
    return Taken(key)
