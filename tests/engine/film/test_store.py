"""A film's folder: round trips, and every way a disk or a hand can spoil it, each with one sentence and nothing lost."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import BadFilm, BadInput, NewerFilm, StorageFailed, StoryreelError
from engine.film.casting import new_subject
from engine.film.document import Film
from engine.film.film_text import film_from, film_text
from engine.film.rate import FILM, FILM_NTSC, NTSC, PAL
from engine.film.shots import Casting, Line, Scene, Shot
from engine.film.store import go_back, load, must_be_new, save
from engine.film.takes import Recipe, Take
from engine.film.versions import add_cut, assembly

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
names = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)


@st.composite
def films(draw: st.DrawFn) -> Film:
    """Small films with everything that refers to something else."""
    rate = draw(st.sampled_from([FILM, PAL, FILM_NTSC, NTSC]))
    cast = tuple(new_subject(draw(names), subject_id=f"who{index}") for index in range(draw(st.integers(1, 3))))
    shots: list[Shot] = []
    for index in range(draw(st.integers(0, 4))):
        takes = tuple(
            Take(id=f"t{t}", recipe=Recipe(engine="animatic"), rate=rate, frames=60, media="m.mov", digest="a" * 64)
            for t in range(draw(st.integers(0, 3)))
        )
        shots.append(
            Shot(
                id=f"shot{index}",
                slate=draw(words),
                action=draw(words),
                duration=draw(st.integers(1, 500)),
                takes=takes,
                circled=draw(st.sampled_from([None, *(take.id for take in takes)])),
                cast=(Casting(subject=draw(st.sampled_from(cast)).id),),
                lines=(Line(id=f"line{index}", speaker=cast[0].id, text=draw(words), frames=9),),
            )
        )
    film = Film(title=draw(words), rate=rate, cast=cast, scenes=(Scene(id="s", number="1", shots=tuple(shots)),))
    return add_cut(film, assembly(film))


@given(films())
def test_a_film_survives_being_written_and_read(film: Film) -> None:
    text = film_text(film)
    assert film_from(text, "x") == film
    assert film_text(film_from(text, "x")) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(films(), films())
def test_saving_keeps_the_version_before(tmp_path: Path, first: Film, second: Film) -> None:
    folder = tmp_path / "f.film"
    save(first, folder)
    save(second, folder)
    assert load(folder) == second
    if first != second:
        assert go_back(folder, folder / "autosave" / "film.previous.json") == first
        assert load(folder) == first


@given(films(), st.data())
def test_a_film_with_a_byte_gone_is_read_whole_or_refused_in_a_sentence(film: Film, data: st.DataObject) -> None:
    text = film_text(film)
    at = data.draw(st.integers(0, len(text) - 1))
    spoiled = text[:at] + data.draw(st.binary(max_size=3)) + text[at + 1 :]
    said = refusal_of(spoiled)
    assert said is None or said.startswith(("Night Train", "The film"))


def refusal_of(text: bytes) -> str | None:
    try:
        film_from(text, "Night Train")
    except (BadFilm, NewerFilm) as refused:
        return refused.sentence
    return None


def test_the_file_is_sorted_readable_and_ends_in_a_newline(tmp_path: Path) -> None:
    save(Film(title="夜车"), tmp_path / "f.film")
    text = (tmp_path / "f.film" / "film.json").read_text(encoding="utf-8")
    body = json.loads(text)
    assert body["schema"] == "Film.1"
    assert list(body) == sorted(body)
    assert '"title": "夜车"' in text
    assert text.endswith("}\n")


def one(tmp_path: Path, text: bytes | None = None) -> Path:
    folder = tmp_path / "Night Train.film"
    save(Film(title="Night Train"), folder)
    if text is not None:
        (folder / "film.json").write_bytes(text)
    return folder


def body_of(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "film.json").read_bytes())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "line 1"),
        (b'{\n "schema": "Film.1",\n "title": \n}\n', "line 4"),
        (b'{\n "schema": "Film.1",\n "title": "\xff"\n}\n', "line 3"),
        (b"[1, 2]", "not a film"),
        (b'{"title": "x"}', "no schema"),
        (b'{"schema": 7}', "no schema"),
        (b'{"schema": "Film.1", "handles": -1}', "handles"),
        (b'{"schema": "Film.1", "shots": []}', "shots"),
        (b'{"schema": "Film.1", "rate": "fast"}', "rate"),
        (b'{"schema": "Film.1", "rate": "24/0"}', "rate"),
        (b'{"schema": "Film.1", "rate": "1e99999999999"}', "rate"),
        (b'{"schema": "Film.1", "title": "\\ud800"}', "half a letter"),
        (b'{"schema": "Film.1", "title": ' + b"9" * 5000 + b"}", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b'{"schema": "Film.1", "scenes": [{"id": "s", "number": "1", "place": "moon"}]}', "moon"),
    ],
)
def test_a_damaged_film_is_refused_and_left_alone(tmp_path: Path, text: bytes, says: str) -> None:
    folder = one(tmp_path, text)
    with pytest.raises(BadFilm) as refused:
        load(folder)
    assert says in refused.value.sentence
    assert refused.value.action
    assert (folder / "film.json").read_bytes() == text


def test_a_deep_fault_is_named_with_its_path(tmp_path: Path) -> None:
    folder = one(tmp_path)
    body = body_of(folder)
    body["scenes"] = [{"id": "s", "number": "1", "shots": [{"id": "a", "slate": "1A", "duration": 0}]}]
    (folder / "film.json").write_text(json.dumps(body))
    with pytest.raises(BadFilm, match=r"scenes\[0\]\.shots\[0\]\.duration"):
        load(folder)


def test_a_damaged_film_says_which_copy_is_good(tmp_path: Path) -> None:
    folder = one(tmp_path)
    save(Film(title="Second"), folder)
    (folder / "film.json").write_bytes(b"{")
    with pytest.raises(BadFilm, match=r"autosave/film\.previous\.json"):
        load(folder)


def test_a_damaged_film_is_set_aside_not_overwritten(tmp_path: Path) -> None:
    folder = one(tmp_path, b"{ damaged")
    save(Film(title="New"), folder)
    (folder / "film.json").write_bytes(b"{ damaged again")
    save(Film(title="Newer"), folder)
    kept = sorted(path.read_bytes() for path in (folder / "autosave").glob("film.damaged.*.json"))
    assert kept == [b"{ damaged", b"{ damaged again"]
    assert load(folder).title == "Newer"


def test_a_newer_film_is_neither_read_nor_overwritten(tmp_path: Path) -> None:
    text = b'{"schema": "Film.2", "dreams": []}'
    folder = one(tmp_path, text)
    for attempt in (lambda: load(folder), lambda: save(Film(title="Old"), folder)):
        with pytest.raises(NewerFilm, match="newer Storyreel"):
            attempt()
    assert (folder / "film.json").read_bytes() == text
    assert not list(folder.glob(".*.tmp"))


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="does not exist"):
        load(tmp_path / "nowhere.film")
    with pytest.raises(BadFilm, match=r"no film\.json"):
        load(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StorageFailed, match="is a file, not a folder"):
        load(tmp_path / "file")


def test_a_new_film_never_replaces_anything(tmp_path: Path) -> None:
    must_be_new(tmp_path / "new.film")
    with pytest.raises(BadInput, match="is there already"):
        must_be_new(one(tmp_path))


@pytest.mark.parametrize("trouble", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("step", ["new film", "copy of the old one"])
def test_a_disk_that_refuses_leaves_the_old_film(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: int, step: str
) -> None:
    folder = one(tmp_path)
    synced = 0

    def refuse_link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    def refuse(_: int) -> None:
        nonlocal synced
        synced += 1
        if step == "new film" or synced > 1:
            raise OSError(trouble, os.strerror(trouble))

    monkeypatch.setattr(os, "fsync", refuse)
    monkeypatch.setattr(os, "link", refuse_link)
    with pytest.raises(StorageFailed):
        save(Film(title="Second"), folder)
    monkeypatch.undo()
    assert load(folder).title == "Night Train"
    assert not list(folder.rglob(".*.tmp"))


def test_a_read_only_folder_is_said(tmp_path: Path) -> None:
    folder = one(tmp_path)
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("root may write anywhere")
        with pytest.raises(StorageFailed, match="may not write"):
            save(Film(title="Second"), folder)
    finally:
        folder.chmod(0o700)


def test_a_disk_without_hard_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = one(tmp_path)

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    save(Film(title="Second"), folder)
    assert film_from((folder / "autosave" / "film.previous.json").read_bytes(), "x").title == "Night Train"


def test_a_film_that_does_not_hold_together_is_not_written(tmp_path: Path) -> None:
    folder = one(tmp_path)
    broken = Film(scenes=(Scene(id="s", number="1", place="moon"),))
    with pytest.raises(BadFilm, match="moon"):
        save(broken, folder)
    assert load(folder).title == "Night Train"


KILLED = """
import sys
from pathlib import Path
from engine.film.document import Film
from engine.film.store import save
save(Film(title="Second"), Path(sys.argv[1]))
print("alive")
"""


@pytest.mark.parametrize(
    ("where", "title"),
    [
        ("film.save.before_write", "Night Train"),
        ("film.save.after_write", "Night Train"),
        ("film.save.after_replace", "Second"),
    ],
)
def test_killed_while_saving_the_film_is_the_old_or_the_new_one(tmp_path: Path, where: str, title: str) -> None:
    folder = one(tmp_path)
    env = {**os.environ, "STORYREEL_FAILPOINT": where, "PYTHONPATH": str(Path(__file__).parents[3])}
    env.pop("STORYREEL_FAILPOINT_MARK", None)
    ended = subprocess.run([sys.executable, "-P", "-c", KILLED, str(folder)], env=env, capture_output=True, check=False)
    assert ended.returncode != 0
    assert b"alive" not in ended.stdout
    assert load(folder).title == title
    save(Film(title="Third"), folder)
    assert load(folder).title == "Third"
    assert not list(folder.glob(".*.tmp"))


def test_every_refusal_is_one_of_ours(tmp_path: Path) -> None:
    folder = one(tmp_path)
    (folder / "film.json").unlink()
    (folder / "film.json").mkdir()
    for attempt in (lambda: load(folder), lambda: save(Film(title="x"), folder)):
        with pytest.raises(StoryreelError):
            attempt()
