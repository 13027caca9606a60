"""The atlas: puppets drawn into cells, places cut into layers, all of it the same after a trip over the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tiny_atlas import tiny_atlas

from engine.backends.draft import plates
from engine.backends.draft.atlas import CELL, FEET, POSES, TALL, Atlas, Sprite, load
from engine.backends.draft.captions import PLACES
from engine.backends.draft.roster import Subject, company, creatures, drawn_art, held_out_subjects, people
from engine.backends.draft.sprites import drawn
from engine.errors import StorageFailed

_COLUMN = {name: number for number, name in enumerate(POSES)}


@pytest.fixture(scope="module")
def girl() -> tuple[Subject, Sprite]:
    subject = people(1)[0]
    return subject, drawn(subject)


def frame(sprite: Sprite, pose: str) -> np.ndarray:
    return sprite.frames[sprite.index[_COLUMN[pose]]]


def ink(cell: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero((cell[..., 3] > 60).any(1)), np.flatnonzero((cell[..., 3] > 60).any(0))
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])


def test_a_figure_stands_on_the_feet_line_and_fills_its_cell(girl: tuple[Subject, Sprite]) -> None:
    sprite = girl[1]
    assert sprite.frames.shape[1:] == (CELL, CELL, 4)
    assert len(sprite.index) == len(POSES)
    top, low, _, _ = ink(frame(sprite, "view 1"))
    assert abs(low - FEET) <= 3
    assert 0.7 * TALL <= FEET - top <= CELL
    assert abs(sprite.tall - (FEET - top)) <= 2


def test_no_pose_is_cut_off_by_its_cell(girl: tuple[Subject, Sprite]) -> None:
    for cell in girl[1].frames:
        edge = np.concatenate([cell[0, :, 3], cell[:, 0, 3], cell[:, -1, 3]])
        assert edge.max() < 60


def test_a_walk_has_eight_drawings_and_who_lies_is_long(girl: tuple[Subject, Sprite]) -> None:
    sprite = girl[1]
    assert len({sprite.index[_COLUMN[f"walk {k}"]] for k in range(8)}) == 8
    top, low, left, right = ink(frame(sprite, "fall 2"))
    assert right - left > 1.8 * (low - top)


def test_colours_are_premultiplied(girl: tuple[Subject, Sprite]) -> None:
    assert (girl[1].frames[..., :3] <= girl[1].frames[..., 3:]).all()


def test_a_planted_foot_stays_where_it_is_put(girl: tuple[Subject, Sprite]) -> None:
    """The ground moves back under a walker by an eighth of the cycle with each drawing: so do the feet that touch it."""
    sprite = girl[1]
    step = sprite.cycles[0] / 8
    slips = []
    for k in range(8):
        soles = [frame(sprite, f"walk {j % 8}")[FEET - 4 : FEET + 1, :, 3].astype(float).sum(0) for j in (k, k + 1)]
        match = [float((np.roll(soles[0], -shift) * soles[1]).sum()) for shift in range(16)]
        slips.append(int(np.argmax(match)) - step)
    assert abs(float(np.median(slips))) < 1.5


def test_there_are_hundreds_of_subjects_of_every_sort_with_words_in_two_languages() -> None:
    everybody = company(60)
    keys = tuple(subject.phrases.key for subject in everybody)
    assert len(set(keys)) == len(keys) > 600
    assert len(creatures()) > 180
    assert len(drawn_art()) > 250
    assert all(s.phrases.english and s.phrases.chinese for s in everybody)
    assert len(held_out_subjects(keys)) == round(len(keys) / 10)


def test_words_say_what_is_worn() -> None:
    for subject in people(6):
        worn = subject.phrases.english[0].rsplit(" in ", 1)[1]
        assert worn.split()[-1] in subject.phrases.key


def test_every_place_of_the_captions_can_be_painted() -> None:
    assert {place.key for place in PLACES} == set(plates.SETS)


def test_a_place_has_an_opaque_back_and_a_stage_below() -> None:
    number = [place.key for place in PLACES].index("beach")
    day, night = plates.painted(number, 0, 0), plates.painted(number, 2, 0)
    assert day.layers[..., :3].max(2).min() > 0
    assert day.layers[-1, :, 10].min() > 250
    assert day.layers[0, :, 10].max() == 0
    assert day.layers[..., :3].mean() > 1.5 * night.layers[..., :3].mean()


def few_plates(subjects: int) -> Atlas:
    """Packing a cloudy wall takes half a second."""
    atlas = tiny_atlas(subjects)
    return replace(atlas, plates=atlas.plates[:3])


def test_a_saved_atlas_comes_back(tmp_path: Path) -> None:
    atlas = few_plates(3)
    path = tmp_path / "atlas.npz"
    atlas.save(path)
    back = load(path)
    assert back.subjects == atlas.subjects
    assert back.words.phrases == atlas.words.phrases
    assert back.held_out_subjects == atlas.held_out_subjects
    assert back.sprites[1].index == atlas.sprites[1].index
    assert _apart(back, atlas) < 4
    assert not list(tmp_path.glob("*.partial"))


def _apart(one: Atlas, other: Atlas) -> float:
    a, b = one.plates[2].layers.astype(float), other.plates[2].layers.astype(float)
    c, d = one.sprites[1].frames.astype(float), other.sprites[1].frames.astype(float)
    return max(float(np.abs(a - b).mean()), float(np.abs(c - d).mean()))


def test_edges_stay_soft_and_what_is_whole_or_empty_stays_so(tmp_path: Path) -> None:
    """Alpha is kept in fewer shades, or it would be half of the file."""
    atlas = few_plates(2)
    frames = atlas.sprites[0].frames.copy()
    frames[0, :, :, 3] = np.linspace(0, 255, CELL).round()
    frames[..., :3] = np.minimum(frames[..., :3], frames[..., 3:])
    replace(atlas, sprites=(replace(atlas.sprites[0], frames=frames), atlas.sprites[1])).save(tmp_path / "atlas.npz")
    back = load(tmp_path / "atlas.npz").sprites[0].frames
    assert np.abs(back[..., 3].astype(int) - frames[..., 3]).max() <= 8
    assert 12 <= len(np.unique(back[0, :, :, 3])) <= 32
    assert (back[..., 3][frames[..., 3] == 255] == 255).all()
    assert (back[..., 3][frames[..., 3] == 0] == 0).all()


def test_a_damaged_atlas_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "atlas.npz"
    path.write_bytes(b"nothing")
    with pytest.raises(StorageFailed):
        load(path)
