"""Every failpoint in the source is listed, and every listed one is in the source."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from engine.failpoints import FAILPOINTS

ENGINE = Path(__file__).resolve().parents[2] / "engine"


def test_the_list_is_the_source() -> None:
    used = {
        name
        for path in ENGINE.rglob("*.py")
        for name in re.findall(r"""(?<!def )failpoint\("([\w.]+)"\)""", path.read_text(encoding="utf-8"))
    }
    assert used == FAILPOINTS


def passes(**environment: str) -> int:
    code = "from engine.failpoints import failpoint\nfor n in range(3): failpoint('a')\nprint('alive')"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, check=False
    )
    assert (done.stdout == b"") == (done.returncode != 0)
    return done.returncode


def test_only_the_named_one_kills(tmp_path: Path) -> None:
    assert passes() == 0
    assert passes(STORYREEL_FAILPOINT="b") == 0
    assert passes(STORYREEL_FAILPOINT="a") != 0
    assert passes(STORYREEL_FAILPOINT="a:3") != 0
    assert passes(STORYREEL_FAILPOINT="a:4") == 0
    mark = str(tmp_path / "mark")
    assert passes(STORYREEL_FAILPOINT="a", STORYREEL_FAILPOINT_MARK=mark) != 0
    assert passes(STORYREEL_FAILPOINT="a", STORYREEL_FAILPOINT_MARK=mark) == 0
