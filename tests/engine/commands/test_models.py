"""`storyreel models` and `storyreel estimate` as a film-maker types them; every bad input is one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fake_hub import serving
from paper_weights import files_of, lay, tensors

from engine.cli import main
from engine.commands import modelling
from engine.commands.console import JsonConsole
from engine.errors import Unsupported
from engine.film import store
from engine.plan.capabilities import ModelManifest
from engine.plan.speed import Shot
from engine.shelf import speeds
from engine.shelf.manifests import find
from engine.shelf.places import Linked, standing
from engine.shelf.quick import at_hand, quick_files

SCRIPT = "Title: One\n\nEXT. STREET - DAY\n\nWIDE SHOT. MARY, 30, in a red coat, walks past the lamps.\n\nMARY\nGood evening.\n"
WAN = find("wan2.2-ti2v-5b")
TWO = find("wan2.2-t2v-a14b")


@pytest.fixture(autouse=True)
def shelf_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    monkeypatch.setenv("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")
    monkeypatch.setattr("engine.shelf.guessing.has_card", lambda: False)
    return tmp_path / "shelf"


@pytest.fixture
def film(tmp_path: Path) -> Path:
    script = tmp_path / "one.fountain"
    script.write_text(SCRIPT, encoding="utf-8")
    assert run("new", tmp_path / "one.film", "--script", script) == 0
    return tmp_path / "one.film"


def run(*words: object) -> int:
    return main([str(word) for word in words])


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join("".join(capsys.readouterr()).split())


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_a_model_is_linked_listed_verified_and_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = lay(tmp_path / "mine", WAN)
    assert run("models", "link", folder, WAN.id) == 0
    assert f"its weights are used where they lie, in {folder}" in told(capsys)
    assert standing(WAN) == Linked(folder)
    assert run("models") == 0
    listed = told(capsys)
    assert f"{WAN.id} [here, linked from {folder}" in listed
    assert "Wan 2.2 TI2V 5B: 9.8 GB of weights, draws up to 5.0 s of 1280x704 at 24 a second" in listed
    assert "flux.2-klein-4b [not here] FLUX.2 klein 4B: 7.4 GB of weights, draws stills of 1024x1024" in listed
    assert "CogVideoX License, not accepted yet" in listed
    assert run("models", "verify", WAN.id) == 0
    assert "0 of 3 weights files were compared" in told(capsys)
    assert run("models", "remove", WAN.id) == 0
    assert "is left as it is" in told(capsys)
    assert folder.is_dir()


def test_a_model_is_fetched_verified_damaged_and_cured(capsys: pytest.CaptureFixture[str]) -> None:
    assert WAN.hub is not None
    with serving({WAN.hub.id: files_of(WAN)}) as hub:
        modelling.get(WAN.id, JsonConsole(), revision="main", endpoint=hub.endpoint)
        assert answer(capsys)["revision"] == hub.revision
        assert run("models", "verify", WAN.id) == 0
        assert "3 of 3 weights files" in told(capsys)
        weights = Path(str(standing(WAN).folder)) / "vae" / "weights.safetensors"
        weights.write_bytes(bytes(reversed(weights.read_bytes())))
        assert run("models", "verify", WAN.id) == 7
        assert (
            f"vae/weights.safetensors of Wan 2.2 TI2V 5B is damaged or gone. Fetch them again: storyreel models get {WAN.id} --revision {hub.revision}"
            in told(capsys)
        )
        modelling.get(WAN.id, JsonConsole(), revision=hub.revision, endpoint=hub.endpoint)
        assert run("models", "verify", WAN.id) == 0


def own_drafts(shelf_folder: Path, **drafts: object) -> ModelManifest:
    """A manifest of one's own with quick weights that no hub has: two files, one of them in a folder."""
    told = TWO.model_dump(mode="json") | {"id": "mine", "engine": "mine", "title": "Mine"}
    told["drafts"] |= {"hub": {"id": "me/quick"}, "files": ["deep/high.safetensors", "low.safetensors"]} | drafts
    (shelf_folder / "manifests").mkdir(parents=True)
    (shelf_folder / "manifests" / "mine.json").write_text(json.dumps(told), encoding="utf-8")
    return find("mine")


def test_distilled_weights_are_fetched_apart_and_only_after_their_unknown_licence_was_accepted(
    shelf_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = own_drafts(shelf_folder, licence=None)
    assert mine.drafts is not None
    high, low = mine.drafts.files
    repo = {high: tensors(), low: tensors(2000), "other.safetensors": tensors(), "README.md": b"-"}
    with serving({"me/quick": repo}) as hub:
        with pytest.raises(Unsupported, match="Nobody has verified a revision of me/quick"):
            modelling.get("mine.drafts", JsonConsole(), endpoint=hub.endpoint)
        with pytest.raises(Unsupported, match="Nobody has verified under which licence"):
            modelling.get("mine.drafts", JsonConsole(), revision="main", endpoint=hub.endpoint)
        modelling.get("mine.drafts", JsonConsole(), revision="main", accept=True, endpoint=hub.endpoint)
    assert [path.name for path in quick_files(mine)] == ["high.safetensors", "low.safetensors"]
    assert "other.safetensors" not in hub.sent
    assert at_hand(mine).drafts is not None
    capsys.readouterr()
    assert run("models", "verify", "mine.drafts") == 0
    assert "2 of 2 weights files were compared" in told(capsys)
    assert run("models", "remove", "mine.drafts") == 0
    assert quick_files(mine) == ()


def test_distilled_weights_that_are_not_the_published_ones_are_refused() -> None:
    assert TWO.drafts is not None
    with serving({TWO.drafts.hub.id: dict.fromkeys(TWO.drafts.files, tensors())}) as hub:
        hub.revision = TWO.drafts.hub.revision or ""
        with pytest.raises(Unsupported, match=f"{TWO.drafts.files[0]} is not the file that the manifest"):
            modelling.get(f"{TWO.id}.drafts", JsonConsole(), endpoint=hub.endpoint)


def test_distilled_weights_are_linked_where_they_lie_among_others(
    shelf_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = own_drafts(shelf_folder)
    folder = tmp_path / "loras"
    folder.mkdir()
    (folder / "another.safetensors").write_bytes(tensors())
    high, low = folder / "high.safetensors", folder / "low.safetensors"
    high.write_bytes(tensors())
    assert run("models", "link", folder, "mine", "--drafts") == 7
    assert "holds no low.safetensors" in told(capsys)
    low.write_bytes(tensors()[:-9])
    assert run("models", "link", folder, "mine", "--drafts") == 7
    assert "low.safetensors is cut short" in told(capsys)
    low.write_bytes(tensors())
    assert run("models", "link", folder, "mine", "--drafts") == 0
    assert quick_files(mine) == (high, low)
    assert run("models") == 0
    assert "drafts in 4 steps with distilled weights [here]" in told(capsys)
    assert run("models", "verify", "mine.drafts") == 0
    assert "0 of 2 weights files were compared" in told(capsys)
    assert run("models", "remove", "mine.drafts") == 0
    assert low.is_file()


def test_a_model_without_quick_weights_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("models", "get", "cogvideox-5b", "--drafts") == 7
    assert "No quick weights are known for CogVideoX 5B" in told(capsys)


def test_weights_that_may_not_be_sold_with_are_fetched_only_after_that_was_accepted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("models", "licence", f"{WAN.id}.drafts") == 0
    assert "Licence: CC BY-NC-SA 4.0 (https://github.com/" in (said := told(capsys))
    assert "No commercial use of the weights." in said
    assert "Not accepted yet" in said
    assert run("models", "get", WAN.id, "--drafts", "--revision", "main") == 7
    assert f"storyreel models licence {WAN.id}.drafts --accept" in told(capsys)


def test_a_licence_is_shown_and_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("models", "licence", "hunyuanvideo-1.5") == 0
    shown = told(capsys)
    assert "Not licensed in the European Union, the United Kingdom and South Korea." in shown
    assert "Not accepted yet" in shown
    assert run("models", "licence", "hunyuanvideo-1.5", "--accept") == 0
    assert "Accepted on 20" in told(capsys)
    assert run("models", "licence", WAN.id) == 0
    assert "nothing more than attribution" in told(capsys)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("models", "get", "nope"), 7, "There is no engine called 'nope'"),
        (("models", "get", "animatic"), 7, "comes with Storyreel"),
        (("models", "get", WAN.id), 7, "Nobody has verified a revision"),
        (("models", "get", "ltx-2", "--revision", "main"), 7, "models licence ltx-2 --accept"),
        (("models", "link", "/nowhere/at/all", WAN.id), 2, "is no folder"),
        (("models", "verify", WAN.id), 7, "are not on this machine"),
        (("models", "remove", WAN.id), 2, "No weights of Wan 2.2 TI2V 5B"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    words: tuple[str, ...], code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == code
    shown = told(capsys)
    assert sentence in shown
    assert "Traceback" not in shown


def test_an_estimate_tells_patches_tokens_hours_energy_and_money(
    film: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    speeds.learn(WAN.id, "a card", Shot(tokens=27_280, forwards=100, seconds=1700, memory_mb=60_000), 40.0)
    prices = ("--watts", "500", "--kwh-price", "0.3", "--hour-price", "2")
    assert run("estimate", film, "--engine", WAN.id, "--takes", "2", *prices) == 0
    shown = told(capsys)
    assert "One with Wan 2.2 TI2V 5B (wan2.2-ti2v-5b), 2 takes a shot" in shown
    assert "at your prices" in shown
    assert "Shot 1A, for one: " in shown
    assert "each is one of the film's; cropped 3% left and right, scaled to 1280x720" in shown
    assert (
        "measured on this machine over 1 shot: 30.4 TFLOP/s. About 40 s of it once, to read weights and words." in shown
    )
    assert run("--json", "estimate", film, "--engine", WAN.id) == 0
    facts = answer(capsys)
    shots = facts["shots"]
    assert isinstance(shots, list)
    first = shots[0]
    high, wide = first["height"] // 32, first["width"] // 32
    assert first["patches"] == [(first["pictures"] - 1) // 4 + 1, high, wide]
    assert first["tokens"] == ((first["pictures"] - 1) // 4 + 1) * high * wide
    assert facts["money"] is not None  # the prices were kept


def test_an_estimate_without_a_measure_says_that_it_guesses(
    film: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("estimate", film, "--engine", WAN.id) == 0
    assert "no graphics card was found: a guess from how fast this CPU multiplies" in told(capsys)
    assert run("estimate", film, "--engine", WAN.id, "--tflops", "400") == 0
    assert "at 400 TFLOP/s, as you say" in told(capsys)
    monkeypatch.setattr("engine.shelf.guessing.has_card", lambda: True)
    assert run("estimate", film, "--engine", WAN.id) == 0
    assert "How long it takes is not known" in told(capsys)
    assert run("estimate", film) == 0
    assert "It has no tokens to count" in told(capsys)


@pytest.mark.parametrize(
    "words", [("--takes", "0"), ("--tflops", "-1"), ("--watts", "-1"), ("--shots", "9Z"), ("--engine", "nope")]
)
def test_an_estimate_refuses_nonsense(film: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("estimate", film, *(("--engine", WAN.id) if "--engine" not in words else ()), *words) in (2, 7)
    assert "Traceback" not in told(capsys)


def test_a_render_without_weights_changes_nothing_and_says_what_to_do(
    film: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.load(film)
    for engine in (WAN.id, "auto", f"{WAN.id},wan2.1-vace-14b"):
        capsys.readouterr()
        assert run("render", film, "--engine", engine) == 7
        assert "storyreel models" in told(capsys)
    assert store.load(film) == before
