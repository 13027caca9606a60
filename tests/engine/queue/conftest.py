"""Locks of the whole machine go into the test's own folder, so that tests never wait for a real render."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime: Path = tmp_path_factory.mktemp("runtime")
    monkeypatch.setenv("STORYREEL_RUNTIME_DIR", str(runtime))
