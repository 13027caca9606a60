"""Weights from a hub on the loopback: whole or not at all, from where it stopped, and only what may be opened."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fake_hub import FakeHub, serving
from paper_weights import files_of, tensors

from engine.errors import BadInput, Cancelled, Locked, StorageFailed, StoryreelError, Unsupported
from engine.plan.capabilities import ModelManifest
from engine.shelf.fetching import SPARE, Progress, chosen, fetch
from engine.shelf.hub import Remote
from engine.shelf.licences import said_yes, say_yes
from engine.shelf.linking import remove
from engine.shelf.manifests import find
from engine.shelf.places import Absent, Fetched, Unfinished, folder_of, standing

WAN = find("wan2.2-ti2v-5b")
assert WAN.hub is not None
HUB = WAN.hub.id
BIG = "transformer/weights.safetensors"


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with serving({HUB: files_of(WAN)}) as fake:
        yield fake


def get(hub: FakeHub, manifest: ModelManifest = WAN, **more: object) -> Fetched:
    return fetch(manifest, endpoint=hub.endpoint, **{"revision": "main", **more})


def test_weights_come_whole_and_work_without_the_hub_afterwards(hub: FakeHub) -> None:
    told: list[Progress] = []
    here = get(hub, tell=told.append)
    assert here.revision == hub.revision  # the commit that main stands for
    assert {name for name, _, _ in here.files} == set(hub.repos[HUB])
    assert (here.folder / BIG).read_bytes() == hub.repos[HUB][BIG]
    assert [progress.done for progress in told] == sorted(progress.done for progress in told)
    assert told[-1].done == told[-1].total == sum(map(len, hub.repos[HUB].values()))
    hub.down = True
    assert folder_of(WAN) == here.folder
    assert standing(WAN) == here


def test_a_stopped_download_goes_on_where_it_stopped(hub: FakeHub, shelf_folder: Path) -> None:
    hub.repos[HUB][BIG] = tensors(25_000_000)
    done: list[int] = [0]

    def stop() -> None:
        if done[-1] > 11_000_000:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        get(hub, tell=lambda progress: done.append(progress.done), ask=stop)
    assert isinstance(standing(WAN), Unfinished)
    with pytest.raises(Unsupported, match="only partly here"):
        folder_of(WAN)
    came = max(part.stat().st_size for part in (shelf_folder / WAN.id / ".parts").iterdir())
    assert came > 5_000_000
    hub.sent.clear()
    get(hub)
    assert hub.sent[BIG] == len(hub.repos[HUB][BIG]) - came


def test_half_of_another_revision_is_not_whole(hub: FakeHub) -> None:
    here = get(hub)
    hub.repos[HUB] |= {name: tensors(30_000) for name in hub.repos[HUB] if name.endswith(".safetensors")}

    def stop(progress: Progress) -> None:
        if progress.file > BIG:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        get(hub, tell=stop)
    assert (here.folder / BIG).read_bytes() == hub.repos[HUB][BIG]
    assert standing(WAN) == Unfinished(here.folder)
    assert isinstance(get(hub), Fetched)


def test_a_file_that_went_bad_is_fetched_again(hub: FakeHub) -> None:
    path = get(hub).folder / BIG
    path.write_bytes(bytes(reversed(hub.repos[HUB][BIG])))
    hub.sent.clear()
    get(hub)
    assert set(hub.sent) == {BIG}
    assert path.read_bytes() == hub.repos[HUB][BIG]


def test_what_is_here_is_not_fetched_again(hub: FakeHub) -> None:
    get(hub)
    hub.sent.clear()
    get(hub)
    assert hub.sent == {}


@pytest.mark.parametrize("name", [BIG, "transformer/config.json"])
def test_a_file_that_is_not_the_hubs_is_thrown_away(hub: FakeHub, name: str) -> None:
    content = hub.repos[HUB][name]
    hub.lies[name] = bytes(reversed(content))
    with pytest.raises(StorageFailed, match="did not arrive as it is on the hub"):
        get(hub)
    assert isinstance(standing(WAN), Unfinished)
    hub.lies.clear()
    assert (get(hub).folder / name).read_bytes() == content


def test_too_little_room_is_said_before_anything_comes(hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage(NamedTuple):
        total: int
        used: int
        free: int

    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, SPARE + 1_000))
    with pytest.raises(StorageFailed, match=r"needs 1 MB more, and .* has 1\.0 GB free"):
        get(hub)
    assert hub.sent == {}
    assert standing(WAN) == Absent()


def test_nothing_is_fetched_at_a_revision_nobody_named(hub: FakeHub) -> None:
    with pytest.raises(Unsupported, match="Nobody has verified a revision") as told:
        get(hub, revision="")
    assert "--revision main" in told.value.action


def test_a_pinned_digest_must_be_met(hub: FakeHub) -> None:
    assert WAN.hub is not None
    pinned = WAN.with_(hub=WAN.hub.with_(revision=hub.revision, sha256=((BIG, "0" * 64),)))
    with pytest.raises(Unsupported, match="is not the file that the manifest"):
        get(hub, pinned, revision="")
    assert isinstance(standing(WAN), Unfinished)


def test_a_licence_is_accepted_once_and_kept(shelf_folder: Path) -> None:
    ltx = find("ltx-2")
    assert ltx.hub is not None
    with serving({ltx.hub.id: files_of(ltx)}) as hub:
        with pytest.raises(Unsupported, match="yearly revenue of 10 million US dollars") as told:
            get(hub, ltx)
        assert "models licence ltx-2 --accept" in told.value.action
        say_yes(ltx)
        get(hub, ltx)
    kept = json.loads((shelf_folder / "licences.json").read_text())["ltx-2"]
    assert kept["version"] == "2026-08-11"
    assert len(kept["day"]) == 10
    assert ltx.terms is not None
    stricter = ltx.with_(terms=ltx.terms.with_(limits=(*ltx.terms.limits, "Not on Sundays.")))
    assert said_yes(stricter) is None  # another licence: asked again


def test_pickles_and_code_stay_on_the_hub(hub: FakeHub) -> None:
    hub.repos[HUB] |= {
        "vae/old.bin": b"x" * 2000,
        "custom.py": b"import os",
        "other-17b.safetensors": b"x" * 2000,
        "art/a.png": b"x",
    }
    names = {name for name, _, _ in get(hub).files}
    assert not names & {"vae/old.bin", "custom.py", "other-17b.safetensors", "art/a.png"}


def test_weights_that_are_pickles_only_are_refused_before_they_come(hub: FakeHub) -> None:
    hub.repos[HUB]["vae/weights.bin"] = hub.repos[HUB].pop("vae/weights.safetensors")
    with pytest.raises(Unsupported, match="opening a pickle runs whatever is in it"):
        get(hub)
    assert hub.sent == {}


def test_of_two_precisions_the_usual_one_comes(hub: FakeHub) -> None:
    hub.repos[HUB]["vae/weights.fp16.safetensors"] = tensors()
    assert "vae/weights.fp16.safetensors" not in {name for name, _, _ in get(hub).files}


@pytest.mark.parametrize(
    ("spoil", "revision", "sentence"),
    [
        ("gated", "main", "is given to registered users only"),
        ("gone", "main", "The hub knows no"),
        ("", "9" * 40, "has no revision 9999"),
        ("down", "main", "cannot be reached or does not answer"),
    ],
)
def test_each_trouble_with_the_hub_is_one_sentence(hub: FakeHub, spoil: str, revision: str, sentence: str) -> None:
    match spoil:
        case "gated":
            hub.gated.add(HUB)
        case "gone":
            hub.repos.clear()
        case "down":
            hub.down = True
    with pytest.raises(StoryreelError, match=sentence) as told:
        get(hub, revision=revision)
    assert told.value.action


def test_two_do_not_fetch_the_same_at_once(hub: FakeHub) -> None:
    seen: list[str] = []

    def another(progress: Progress) -> None:
        with pytest.raises(Locked) as busy:
            get(hub)
        seen.append(busy.value.sentence)

    get(hub, tell=another)
    assert seen


def test_what_is_being_fetched_is_not_removed_under_it(hub: FakeHub) -> None:
    seen: list[str] = []

    def another(progress: Progress) -> None:
        with pytest.raises(Locked) as busy:
            remove(WAN)
        seen.append(busy.value.sentence)

    assert get(hub, tell=another) == standing(WAN)
    assert seen


@pytest.mark.parametrize(
    "name", ["../out.json", "/etc/out.json", "LICENSE\\..\\..\\out", "C:/out.json", "vae//out.json"]
)
def test_a_hub_cannot_write_beside_the_models_folder(name: str) -> None:
    anything = WAN.model_copy(update={"components": ()})
    index = Remote("model_index.json", 1, "", "")
    assert chosen([Remote(name, 1, "", ""), index], anything) == (index,)


def test_a_download_is_removed_whole(hub: FakeHub, shelf_folder: Path) -> None:
    get(hub)
    assert remove(WAN) == "The weights of Wan 2.2 TI2V 5B are removed."
    assert standing(WAN) == Absent()
    assert not list(shelf_folder.glob(f"*{WAN.id}*.removed"))
    with pytest.raises(BadInput, match="No weights"):
        remove(WAN)
