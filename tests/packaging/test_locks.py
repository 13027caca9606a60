"""The locks: exact, complete, small where it counts, and what these very tests run on."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("core", "editor", "dev", "draft", "diffusion")
OF_ONE_SYSTEM = re.compile(r"nvidia|triton|cuda")


def pins(*layers: str) -> dict[str, Requirement]:
    """Canonical name -> requirement."""
    lines = [
        line
        for layer in layers
        for line in (ROOT / "packaging" / "locks" / f"{layer}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


@pytest.mark.parametrize("layer", LAYERS)
def test_every_pin_is_exact(layer: str) -> None:
    assert [pin for pin in map(str, pins(layer).values()) if not re.match(r"^[\w.-]+==[\w.]+(; .+)?$", pin)] == []
    assert pins(layer)


@pytest.mark.parametrize("layer", LAYERS)
def test_no_lock_pins_the_gpu_libraries_of_one_system(layer: str) -> None:
    assert [name for name in pins(layer) if OF_ONE_SYSTEM.match(name)] == []


def test_a_film_needs_neither_torch_nor_qt() -> None:
    heavy = {"torch", "diffusers", "transformers", "pyside6", "opencv-python-headless", "moviepy", "noto-cjk-sans-otc"}
    assert not heavy & set(pins("core"))
    assert not {"torch", "pyside6"} & set(pins("dev"))
    assert not {"torch", "diffusers", "transformers"} & set(pins("editor"))


def test_layers_that_share_a_package_share_its_version() -> None:
    seen: dict[str, str] = {}
    for layer in LAYERS:
        for name, pin in pins(layer).items():
            assert seen.setdefault(name, str(pin.specifier)) == str(pin.specifier), name


def test_torch_is_the_exact_one() -> None:
    assert [str(pins(layer)["torch"].specifier) for layer in ("draft", "diffusion")] == ["==2.13.0"] * 2


@pytest.mark.parametrize("layers", [("core",), ("core", "dev"), ("core", "draft")], ids=" and ".join)
def test_a_lock_holds_everything_its_packages_need(layers: tuple[str, ...]) -> None:
    locked = pins(*layers)
    for name in locked:
        for need in map(Requirement, _needs(name)):
            if OF_ONE_SYSTEM.match(need.name):
                continue
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                pin = locked[canonicalize_name(need.name)]
                assert need.specifier.contains(next(iter(pin.specifier)).version), f"{name} needs {need}"


def _needs(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def test_these_tests_run_on_the_locked_versions() -> None:
    locked = {name: pin for name, pin in pins("core", "dev").items() if pin.marker is None or pin.marker.evaluate()}
    assert {name: version(name) for name in locked} == {
        name: next(iter(pin.specifier)).version for name, pin in locked.items()
    }


def test_the_check_runs_with_torch_so_that_no_test_of_the_draft_engine_is_skipped_in_it() -> None:
    locked = {name: pin for name, pin in pins("draft").items() if pin.marker is None or pin.marker.evaluate()}
    installed = {name: version(name).partition("+")[0] for name in locked}  # 2.13.0+cpu is 2.13.0
    assert installed == {name: next(iter(pin.specifier)).version for name, pin in locked.items()}
