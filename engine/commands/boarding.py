"""`storyreel board FILM PICTURES`: a drawn board plays in the animatic, panel by panel, under each shot's camera move.

With a film that has no shots yet (or is not there at all) the board is the script: every picture becomes a shot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.commands.console import Console
from engine.commands.making import Wanted, counted
from engine.errors import BadInput
from engine.film import pictures, store
from engine.film.board import add_scene, add_shot
from engine.film.coverage import add_panel, remove_panel
from engine.film.document import Film
from engine.film.in_step import NAMES
from engine.film.lock import FilmLock
from engine.film.shots import Panel, Scene, Shot
from engine.film.values import fresh_id
from engine.film.versions import assembly
from engine.script.board_names import PANEL_SECONDS, Placed, by_name, grouped, mattes, natural, read_map

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp"})
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"II*\0", b"MM\0*", b"BM")
"""How files of those kinds begin: what is no picture must not take a good panel's place."""


@dataclass(frozen=True, slots=True)
class Board:
    """Picture files by name, and what they are for."""

    files: dict[str, Path]
    placed: tuple[Placed, ...]


def board(
    folder: Path, sources: Sequence[Path], console: Console, wanted: Wanted, *, table: Path | None, flat: bool
) -> None:
    """Import pictures as the panels of the film's shots; those a shot had before are replaced. Raises BadInput, Locked,
    StorageFailed; nothing is changed then."""
    files = _files(sources)
    if not (folder / store.FILM_FILE).exists():
        store.must_be_new(folder)
        store.save(Film(title=folder.stem, rate=wanted.rate, raster=wanted.raster, engine=wanted.engine), folder)
    with FilmLock(folder, "storyreel board"):
        film = store.load(folder)
        film, placed = _as_shots(film, files, flat) if not any(True for _ in film.shots) else (film, None)
        told = Board(files, placed or _placed(film, files, table, flat))
        film = _hung(film, folder, told)
        store.save(film, folder)
    shots = len({one.slate for one in told.placed})
    panels = "1 panel" if len(told.placed) == 1 else f"{len(told.placed)} panels"
    console.result(
        f"{panels} in {counted(shots)}; `storyreel render {folder}` draws them.",
        panels=len(told.placed),
        shots=shots,
    )


def _files(sources: Sequence[Path]) -> dict[str, Path]:
    """Every picture among files and folders, by its name."""
    found: dict[str, Path] = {}
    for source in sources:
        if not source.exists():
            raise BadInput(f"{source} is not there.", "Name pictures, or the folder they lie in.")
        inside = sorted(source.iterdir()) if source.is_dir() else [source]
        for path in inside:
            if path.suffix.lower() in _PICTURES:
                found[path.name] = _a_picture(path)
            elif not source.is_dir():
                raise BadInput(f"{path.name} is not a picture.", f"A panel is one of: {', '.join(sorted(_PICTURES))}.")
    if not found:
        raise BadInput("There are no pictures there.", f"A panel is one of: {', '.join(sorted(_PICTURES))}.")
    return found


def _a_picture(path: Path) -> Path:
    with path.open("rb") as file:
        if not file.read(4).startswith(_BEGINNINGS):
            raise BadInput(f"{path.name} is not a picture that can be read.", "Save it as PNG or JPEG.")
    return path


def _placed(film: Film, files: dict[str, Path], table: Path | None, flat: bool) -> tuple[Placed, ...]:
    """What the table says, else what the names say, else one picture a shot in order."""
    slates = [shot.slate for shot in film.shots]
    if table is not None:
        return _tabled(table, files, slates)
    stems = {Path(name).stem: name for name in files}
    masks = mattes(list(stems))
    panels = sorted((stem for stem in stems if stem not in masks.values()), key=natural)
    named = by_name(panels, slates)
    if not named and len(panels) == len(slates):
        named = dict(zip(panels, slates, strict=True))
    if strange := [stems[stem] for stem in panels if stem not in named]:
        raise BadInput(
            f"{_listed(strange)} names no shot of the film.",
            f"Begin its name with a slate ({_listed(slates)}), or say with --map which picture is whose.",
        )
    return tuple(Placed(stems[stem], named[stem], stems.get(masks.get(stem, ""), ""), None, flat) for stem in panels)


def _tabled(table: Path, files: dict[str, Path], slates: Sequence[str]) -> tuple[Placed, ...]:
    try:
        rows = read_map(table.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as unread:
        raise BadInput(f"{table} cannot be read.", "Save the table as CSV in UTF-8.") from unread
    known = {slate.casefold(): slate for slate in slates}
    for row in rows:
        for name in filter(None, (row.picture, row.matte)):
            if name not in files:
                raise BadInput(
                    f"The table names {name}, which is not among the pictures.", "Check the name, ending and all."
                )
        if row.slate.casefold() not in known:
            raise BadInput(
                f"The table names a shot {row.slate}, which the film has not.", f"Its shots: {_listed(slates)}."
            )
    return tuple(Placed(r.picture, known[r.slate.casefold()], r.matte, r.start, r.flat) for r in rows)


def _as_shots(film: Film, files: dict[str, Path], flat: bool) -> tuple[Film, tuple[Placed, ...]]:
    """A film whose shots are its pictures."""
    stems = {Path(name).stem: name for name in files}
    masks = mattes(list(stems))
    scene = Scene(id=fresh_id(), number="1", heading=film.title)
    film = add_scene(film, scene) if not film.scenes else film
    placed: list[Placed] = []
    for number, (_, panels) in enumerate(grouped([s for s in stems if s not in masks.values()]).items(), 1):
        slate = str(number)
        frames = round(PANEL_SECONDS * film.rate * len(panels))
        film = add_shot(film, film.scenes[-1].id, Shot(id=fresh_id(), slate=slate, duration=frames))
        slate = film.scenes[-1].shots[-1].slate
        placed += [Placed(stems[stem], slate, stems.get(masks.get(stem, ""), ""), None, flat) for stem in panels]
    cut = assembly(film, name=NAMES[film.language], new_id=fresh_id)
    return film.with_(cuts=(cut,)), tuple(placed)


def _hung(film: Film, folder: Path, told: Board) -> Film:
    """The film with the panels in the place of those its shots had."""
    by_slate: dict[str, list[Placed]] = {}
    for one in told.placed:
        by_slate.setdefault(one.slate, []).append(one)
    for shot in [shot for shot in film.shots if shot.slate in by_slate]:
        for panel in shot.panels:
            film = remove_panel(film, shot.id, panel.id)
        hung = by_slate[shot.slate]
        for number, one in enumerate(hung):
            even = round(shot.duration * number / len(hung))
            start = even if one.start is None else round(one.start * film.rate)
            film = add_panel(film, shot.id, _panel(folder, told, one, start))
    return film


def _panel(folder: Path, told: Board, one: Placed, start: int) -> Panel:
    picture = pictures.keep(folder, pictures.PANELS, told.files[one.picture], Path(one.picture).stem)
    matte = pictures.keep(folder, pictures.PANELS, told.files[one.matte], Path(one.matte).stem) if one.matte else None
    return Panel(id=fresh_id(), start=start, picture=picture, matte=matte, flat=one.flat)


def _listed(names: Iterable[str]) -> str:
    """A few names, and how many more."""
    every = list(names)
    return ", ".join(every[:6]) + (f" and {len(every) - 6} more" if len(every) > 6 else "")
