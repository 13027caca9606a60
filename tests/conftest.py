"""What holds for every test: no window, no stray warning (see pyproject.toml), and no ERROR in the log unless asked for.

A test that provokes an ERROR record on purpose takes the fixture `error_records`, looks at it, and clears it.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from longest import LONGEST

ROOT = Path(__file__).resolve().parent.parent

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# As engine.queue.child has it for its workers: torch's threads wait without spinning, or a busy machine takes six times as long.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
# A shell without job control starts its background jobs deaf to Ctrl-C, and children inherit that: tests of Ctrl-C don't.
signal.signal(signal.SIGINT, signal.default_int_handler)
# Child processes start with -P, so they do not see the folder the tests run in.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first; everything else as it stands in the tree."""
    place = {ROOT / "tests" / name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path, len(LONGEST)))


class _Keep(logging.Handler):
    """Keeps what was logged as an ERROR or worse."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def error_records() -> Iterator[list[logging.LogRecord]]:
    """ERROR records of this test so far; what is still in the list at the end fails the test."""
    keep = _Keep()
    logging.getLogger().addHandler(keep)
    yield keep.records
    logging.getLogger().removeHandler(keep)
    if keep.records:
        pytest.fail("logged as an error: " + "; ".join(record.getMessage() for record in keep.records))
