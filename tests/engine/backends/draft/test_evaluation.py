"""The evaluation runs to its end on weights that know nothing, and sets every figure beside real clips' and chance's."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from draft_fakes import tiny
from tiny_atlas import tiny_atlas

from engine.backends.draft.judge import taught

EVALUATION = Path(__file__).resolve().parents[3] / "perf" / "draft.py"


@pytest.mark.timeout(400)
def test_a_table_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = importlib.util.spec_from_file_location("draft_evaluation", EVALUATION)
    assert found is not None
    assert found.loader is not None
    evaluation = sys.modules["draft_evaluation"] = importlib.util.module_from_spec(found)
    found.loader.exec_module(evaluation)
    tiny_atlas(40, vivid=True).save(tmp_path / "atlas.npz")
    tiny().save_pretrained(tmp_path / "weights")
    where = [str(tmp_path / name) for name in ("atlas.npz", "weights")]
    few = ["--clips", "4", "--steps", "2", "--out", str(tmp_path / "out")]
    monkeypatch.setattr(evaluation, "SETS", dict([*evaluation.SETS.items()][:2]))
    monkeypatch.setattr(evaluation, "taught", lambda world, minutes: taught(world, minutes, batch=4, steps=1))
    monkeypatch.setattr(evaluation, "ONE_PASS", 32)
    monkeypatch.setattr(evaluation, "A_MINUTE", 160)
    monkeypatch.setattr(sys, "argv", ["draft.py", *where, *few])
    evaluation.main()
    figures = json.loads((tmp_path / "out" / "figures.json").read_text(encoding="utf-8"))
    assert "| held-out subjects: real |" in capsys.readouterr().out
    for name, row in figures.items():
        if name.endswith(": made"):
            assert row.keys() == figures.get(name.replace("made", "real"), row).keys()
        assert all(value == value for value in row.values())
    assert figures["chance"]["camera"] == pytest.approx(0.1)
    assert figures["chance"]["top-1"] == pytest.approx(1 / figures["held-out subjects: real"]["of"])
    assert (tmp_path / "out" / "a-minute.png").stat().st_size > 0
