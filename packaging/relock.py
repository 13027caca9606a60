"""Makes the lock files again from pyproject.toml: every package of every layer with its exact version.

    .venv/bin/python packaging/relock.py              adds what pyproject.toml names anew, keeps every pin that fits
    .venv/bin/python packaging/relock.py --upgrade    takes the newest versions

pip resolves (a dry run: nothing is installed); this only decides what goes into which file. The layers are resolved
one after the other with all earlier pins as constraints, so any of them can be installed together; each is complete
when it is installed on top of core.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
LAYERS = ("core", "editor", "dev", "draft", "diffusion")

OTHER_SYSTEMS = {"dev": {"colorama": '0.4.6 ; sys_platform == "win32"'}}
"""What a Linux machine cannot see: requirements that hold on other systems only."""

FROM_TORCH = re.compile(r"nvidia[-_]|triton|cuda[-_]")
"""Torch names its own GPU libraries, other ones on each system: pip adds them there, they are never pinned."""

Pins = dict[str, str]


def direct(layer: str) -> list[str]:
    """The requirements that pyproject.toml names for one layer."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["dependencies"] if layer == "core" else project["optional-dependencies"][layer]


def locked(layer: str) -> Pins:
    """Name -> version of the lock that lies there now; empty when there is none."""
    lock = LOCKS / f"{layer}.txt"
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.exists() else []
    return dict(line.split("==", 1) for line in lines if line and not line.startswith("#"))


def resolve(requirements: Sequence[str], constraints: Mapping[str, str]) -> Pins:
    """Ask pip for the transitive closure of `requirements` that fits `constraints`."""
    with tempfile.TemporaryDirectory() as folder:
        fixed = Path(folder) / "constraints.txt"
        fixed.write_text("".join(f"{name}=={version}\n" for name, version in constraints.items()), encoding="utf-8")
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "-qq"]
        subprocess.check_call([*command, "--report", str(report), "-c", str(fixed), *requirements])
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    pins = {item["metadata"]["name"]: item["metadata"]["version"].partition("+")[0] for item in found}
    return {name: version for name, version in pins.items() if not FROM_TORCH.match(name.lower())}


def write(layer: str, pins: Mapping[str, str]) -> None:
    """Write one lock, sorted, so that a change shows as one line."""
    lines = [f"{name}=={version}" for name, version in sorted(pins.items(), key=lambda pin: pin[0].lower())]
    head = f"# Layer '{layer}': exact pins with everything they need, made by packaging/relock.py from pyproject.toml."
    (LOCKS / f"{layer}.txt").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """Make all locks again."""
    keep = {} if "--upgrade" in sys.argv else {layer: locked(layer) for layer in LAYERS}
    core: Pins = {}
    earlier: Pins = {}
    for layer in LAYERS:
        wanted = resolve([*direct("core"), *direct(layer)], {**keep.get(layer, {}), **earlier})
        own = {name: version for name, version in wanted.items() if name not in core}
        write(layer, {**own, **OTHER_SYSTEMS.get(layer, {})})
        core = core or own
        earlier |= own
        print(f"{layer}: {len(own)} packages")


if __name__ == "__main__":
    main()
