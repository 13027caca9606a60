"""What the operating system says becomes one sentence, whatever is in it."""

from __future__ import annotations

import errno

import pytest

from engine.errors import storage_failed


@pytest.mark.parametrize("path", ["{0}", "a {brace}", "100%"])
def test_braces_in_a_path_or_in_what_the_system_says_are_only_text(path: str) -> None:
    assert path in storage_failed(OSError(errno.ENOSPC, "full"), path).sentence
    assert path in storage_failed(OSError(f"the lock {path} could not be taken"), "film").sentence
