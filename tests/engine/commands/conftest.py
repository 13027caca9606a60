"""A small film made once by the real command, for tests that break a copy of it or compare with it."""

from __future__ import annotations

import pytest
from commands_film import Made, begun


@pytest.fixture(autouse=True)
def _own_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks of the whole machine go into the test's own folder: tests never wait for a real render."""
    monkeypatch.setenv("STORYREEL_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Made without interruption. Look, don't touch."""
    made = begun(tmp_path_factory.mktemp("whole"))
    ended = made.make()
    assert ended.returncode == 0, ended.stderr
    return made
