"""What a worker is started with."""

from __future__ import annotations

import queue
from pathlib import Path

import pytest

from engine.queue.child import Child


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux shows what a process was started with")
@pytest.mark.parametrize("own", [None, "ACTIVE"])
def test_a_workers_threads_wait_without_spinning_unless_somebody_wants_it_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: str | None
) -> None:
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    if own is not None:
        monkeypatch.setenv("OMP_WAIT_POLICY", own)

    child = Child(tmp_path, "render", queue.SimpleQueue())
    told = Path(f"/proc/{child.pid}/environ").read_bytes().split(b"\0")
    child.kill()
    child.dismiss(5)

    assert f"OMP_WAIT_POLICY={own or 'PASSIVE'}".encode() in told
