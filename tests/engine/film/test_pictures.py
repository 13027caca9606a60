"""Pictures that were drawn or pasted are kept like files that were imported."""

from __future__ import annotations

import hashlib
from pathlib import Path

from engine.film import pictures


def test_a_drawn_picture_lies_in_its_room_under_its_digest(tmp_path: Path) -> None:
    kept = pictures.keep_bytes(tmp_path, pictures.PROPS, b"a lamp", "brass lamp!")
    assert kept.digest == hashlib.sha256(b"a lamp").hexdigest()
    assert kept.path == f"props/brass-lamp-{kept.digest[:12]}.png"
    assert pictures.find(tmp_path, kept.digest).read_bytes() == b"a lamp"


def test_a_copied_file_and_the_same_bytes_are_one_picture(tmp_path: Path) -> None:
    source = tmp_path / "1A.PNG"
    source.write_bytes(b"a panel")
    copied = pictures.keep(tmp_path, pictures.PANELS, source, "1A")
    assert pictures.keep_bytes(tmp_path, pictures.PANELS, b"a panel", "1A") == copied
    assert len(list((tmp_path / "panels").iterdir())) == 1


def test_a_long_chinese_name_fits_the_disk(tmp_path: Path) -> None:
    kept = pictures.keep_bytes(tmp_path, pictures.CAST, b"she", "夜" * 120)
    assert kept.path == f"cast/{'夜' * 40}-{kept.digest[:12]}.png"
    assert (tmp_path / kept.path).read_bytes() == b"she"
