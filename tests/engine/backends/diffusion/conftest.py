"""Where transformers is absent these tests are skipped and say so; else each has a shelf of tiny models of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from skipping import lacking, skipped

LACKING = lacking(("torch", "diffusers", "transformers", "accelerate"))
REASON = f"the video models' packages are not installed ({', '.join(LACKING)})"


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Every file of this folder, skipped where a package is lacking."""
    return skipped(module_path, parent, REASON) if LACKING else None


@pytest.fixture
def studio(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    """Makes a studio (tests/fakes/tiny_studio.py) for a tiny model; the second one of a name goes on with the first one's shelf."""
    from tiny_studio import Studio

    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "models"))
    tiny = tmp_path_factory.getbasetemp() / "tiny"

    def open_(name: str, **changes: Any) -> Studio:
        return Studio.at(tmp_path, name, tiny, **changes)

    return open_
