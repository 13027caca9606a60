"""Weights that lie elsewhere are used there: linked, never copied, never removed."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from paper_weights import lay
from pydantic import ValidationError

from engine.errors import BadInput, StorageFailed, Unsupported
from engine.plan.capabilities import ModelManifest
from engine.shelf.licences import LICENCES, said_yes, say_yes, terms_of
from engine.shelf.linking import link, remove
from engine.shelf.manifests import find, find_model, models, unreadable
from engine.shelf.places import LINKS, RECEIPT, Absent, Linked, folder_of, keep_link, standing

WAN = find("wan2.2-ti2v-5b")
MODELS = Path(__file__).parents[3] / "assets" / "models"


def test_a_linked_folder_is_used_where_it_lies(tmp_path: Path, shelf_folder: Path) -> None:
    folder = lay(tmp_path / "mine", WAN)
    assert link(folder, WAN) == Linked(folder)
    assert folder_of(WAN) == folder
    assert {path.name for path in shelf_folder.iterdir()} == {LINKS, f".{LINKS}.lock"}  # nothing was copied
    assert remove(WAN) == f"Wan 2.2 TI2V 5B is no longer linked; {folder} is left as it is."
    assert (folder / "model_index.json").is_file()
    assert standing(WAN) == Absent()


def cache(tmp_path: Path, *revisions: str, main: str = "") -> Path:
    repo = tmp_path / "hub" / "models--Wan-AI--Wan2.2-TI2V-5B-Diffusers"
    for revision in revisions:
        lay(repo / "snapshots" / revision, WAN)
    if main:
        (repo / "refs").mkdir()
        (repo / "refs" / "main").write_text(main)
    return repo


def test_a_hub_cache_is_linked_at_the_revision_in_use(tmp_path: Path) -> None:
    repo = cache(tmp_path, "aaa", "bbb", main="bbb")
    for named in (repo, repo.parent, repo / "snapshots" / "bbb"):
        assert link(named, WAN).folder == repo / "snapshots" / "bbb"


def test_of_one_revision_there_is_no_doubt_and_of_two_there_is(tmp_path: Path) -> None:
    repo = cache(tmp_path, "aaa")
    assert link(repo, WAN).folder.name == "aaa"
    cache(tmp_path, "bbb")
    with pytest.raises(BadInput, match="no revision that could be meant"):
        link(repo, WAN)


def test_what_cannot_be_linked_changes_nothing(tmp_path: Path, shelf_folder: Path) -> None:
    with pytest.raises(BadInput, match="is no folder"):
        link(tmp_path / "nowhere", WAN)
    with pytest.raises(Unsupported, match=r"holds no model_index\.json"):
        link(tmp_path, WAN)
    with pytest.raises(Unsupported, match="yearly revenue"):
        link(lay(tmp_path / "ltx", find("ltx-2")), find("ltx-2"))
    assert not (shelf_folder / LINKS).exists()
    say_yes(find("ltx-2"))
    link(tmp_path / "ltx", find("ltx-2"))


def test_a_link_whose_folder_is_gone_says_so(tmp_path: Path) -> None:
    folder = lay(tmp_path / "mine", WAN)
    link(folder, WAN)
    shutil.rmtree(folder)
    with pytest.raises(Unsupported, match=r"were linked from .*mine, which is gone"):
        folder_of(WAN)


def test_a_damaged_shelf_is_one_sentence(shelf_folder: Path) -> None:
    shelf_folder.mkdir()
    (shelf_folder / LINKS).write_text("{")
    with pytest.raises(StorageFailed, match=r"links.json is damaged"):
        standing(WAN)


def test_what_is_not_here_says_how_to_get_it() -> None:
    with pytest.raises(Unsupported, match="are not on this machine") as told:
        folder_of(WAN)
    assert "storyreel models get wan2.2-ti2v-5b" in told.value.action
    assert "storyreel models link FOLDER wan2.2-ti2v-5b" in told.value.action


def test_a_model_of_a_known_family_is_one_file_and_no_code(tmp_path: Path, shelf_folder: Path) -> None:
    told = json.loads((MODELS / "wan2.1-t2v-1.3b.json").read_text(encoding="utf-8"))
    told |= {"id": "my-wan", "engine": "my-wan", "title": "My Wan", "hub": {"id": "me/my-wan"}}
    (shelf_folder / "manifests").mkdir(parents=True)
    (shelf_folder / "manifests" / "my-wan.json").write_text(json.dumps(told), encoding="utf-8")
    mine = find_model("my-wan")
    assert mine in models()
    link(lay(tmp_path / "w", mine), mine)
    assert folder_of(mine) == tmp_path / "w"


def test_a_dropped_file_cannot_stand_in_for_a_shipped_model(shelf_folder: Path) -> None:
    told = json.loads((MODELS / "wan2.2-ti2v-5b.json").read_text(encoding="utf-8"))
    (shelf_folder / "manifests").mkdir(parents=True)
    for name in ("wan2.2-ti2v-5b", "another"):
        (shelf_folder / "manifests" / f"{name}.json").write_text(
            json.dumps({**told, "title": "Mine"}), encoding="utf-8"
        )
    assert find("wan2.2-ti2v-5b").title == "Wan 2.2 TI2V 5B"
    with pytest.raises(Unsupported, match=r"is for 'wan2\.2-ti2v-5b'"):
        find("another")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{", "mine.json is no JSON"),
        ("[]", "mine.json is wrong at"),
        ('{"id": "mine", "engine": "mine", "title": "Mine", "licence": "x", "conditions": ["taste"]}', "conditions"),
        ('{"id": "mine", "engine": "mine", "title": "Mine", "licence": "x", "conditions": []}', "names no family"),
        ('{"id": "mine", "engine": "mine", "title": "M", "licence": "x", "conditions": [], "family": "svd"}', "family"),
    ],
)
def test_a_dropped_file_that_is_wrong_is_told_and_leaves_the_others(
    shelf_folder: Path, content: str, fault: str
) -> None:
    (shelf_folder / "manifests").mkdir(parents=True)
    (shelf_folder / "manifests" / "mine.json").write_text(content, encoding="utf-8")
    with pytest.raises(Unsupported, match=fault):
        find("mine")
    assert len(models()) == 15
    assert len(unreadable()) == 1
    assert fault in unreadable()[0]


def test_an_engine_without_weights_is_no_model_of_the_shelf() -> None:
    with pytest.raises(Unsupported, match="comes with Storyreel"):
        find_model("animatic")
    with pytest.raises(Unsupported, match="no engine called 'nope'"):
        find("nope")


def test_terms_are_shown_with_their_limits() -> None:
    shown = terms_of(find("hunyuanvideo-1.5"))
    assert shown[0].startswith("Licence: Tencent Hunyuan Community License 2025-11-21 (https://")
    assert any("European Union" in line for line in shown)


@pytest.mark.parametrize("name", ["../mine", "Mine", "a..b", "a/b", ".hidden", "c:x", "", "mine.", "a" * 81])
def test_a_manifest_whose_id_could_be_another_folder_is_refused(name: str) -> None:
    told = json.loads((MODELS / "wan2.1-t2v-1.3b.json").read_text(encoding="utf-8"))
    with pytest.raises(ValidationError):
        ModelManifest.model_validate(told | {"id": name})


def spoiled(shelf: Path, name: str, told: object) -> Path:
    shelf.mkdir(parents=True, exist_ok=True)
    path = shelf / name
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_a_yes_that_cannot_be_read_is_asked_for_again_and_the_others_stay(shelf_folder: Path) -> None:
    ltx = find("ltx-2")
    other = {"from": "a newer Storyreel"}
    path = spoiled(shelf_folder, LICENCES, {ltx.id: [1, 2], "another": other})
    assert said_yes(ltx) is None
    say_yes(ltx)
    assert said_yes(ltx) is not None
    assert json.loads(path.read_text(encoding="utf-8"))["another"] == other


def test_a_link_that_means_nothing_hinders_no_other_model(tmp_path: Path, shelf_folder: Path) -> None:
    path = spoiled(shelf_folder, LINKS, {"ltx-2": {"at": 5}})
    with pytest.raises(Unsupported, match="which is gone"):
        folder_of(find("ltx-2"))
    link(lay(tmp_path / "w", WAN), WAN)
    assert folder_of(WAN) == tmp_path / "w"
    assert json.loads(path.read_text(encoding="utf-8"))["ltx-2"] == {"at": 5}


@pytest.mark.parametrize("name", [LINKS, LICENCES])
def test_a_file_that_is_no_table_is_told_and_left_as_it_is(name: str, tmp_path: Path, shelf_folder: Path) -> None:
    path = spoiled(shelf_folder, name, ["ltx-2"])
    writes = (lambda: link(lay(tmp_path / "w", WAN), WAN)) if name == LINKS else (lambda: say_yes(WAN))
    with pytest.raises(StorageFailed, match=f"{name} is damaged"):
        writes()
    assert path.read_text(encoding="utf-8") == '["ltx-2"]'


def test_a_receipt_that_makes_no_sense_is_one_sentence(shelf_folder: Path) -> None:
    spoiled(shelf_folder / WAN.id, RECEIPT, {"revision": "r", "files": [["a", "heavy"]]})
    with pytest.raises(StorageFailed, match=f"{RECEIPT} is damaged"):
        standing(WAN)


def test_links_made_at_the_same_time_are_all_kept(shelf_folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: keep_link(f"m{n}", Path(f"w{n}")), range(24)))
    assert len(json.loads((shelf_folder / LINKS).read_text(encoding="utf-8"))) == 24
