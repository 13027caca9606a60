"""Files of tests that are skipped, and say so, where a package they stand on is not installed: they are not even imported."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest


class _Skipped(pytest.Module):
    reason = ""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        pytest.skip(self.reason, allow_module_level=True)


def lacking(names: Sequence[str]) -> list[str]:
    """Those of the packages that are not installed."""
    return [name for name in names if importlib.util.find_spec(name) is None]


def skipped(path: Path, parent: pytest.Collector, reason: str) -> pytest.Module:
    """The file at `path` as a module of no tests (for the hook pytest_pycollect_makemodule)."""
    module = _Skipped.from_parent(parent, path=path)
    module.reason = reason
    return module
