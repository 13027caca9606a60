"""The editor's front door. There is no editor yet: it says so in one sentence, so that nobody waits for a window."""

from __future__ import annotations

import sys

NOT_YET = (
    "The Storyreel editor is not built yet. "
    "Make a film from a script with: storyreel film SCRIPT OUT.mp4 (storyreel --help lists the rest)."
)


def main() -> int:
    """Say where the editor is; returns exit code 7 (`Unsupported` in engine/errors.py)."""
    print(NOT_YET, file=sys.stderr)
    return 7


if __name__ == "__main__":
    sys.exit(main())
