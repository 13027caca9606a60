"""`storyreel show FILM`: what is in the film, scene by scene and shot by shot, and what has been rendered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.commands.console import Console
from engine.commands.making import counted
from engine.film import store
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.film.timecode import timecode
from engine.plan.drafts import is_draft
from engine.plan.plan import plan
from engine.script.grammar import describe
from engine.takes.index import TakeIndex


def show(folder: Path, console: Console) -> None:
    """Print the film. Raises BadFilm, NewerFilm or StorageFailed."""
    film = store.load(folder)
    index = TakeIndex(folder)
    keys = plan(film).keys
    facts = [_scene_facts(film, scene, keys, index) for scene in film.scenes]
    console.result(_text(film, facts), title=film.title, scenes=facts, cuts=[_cut_facts(cut) for cut in film.cuts])


def _cut_facts(cut: Any) -> dict[str, Any]:
    return {"name": cut.name, "frames": cut.frames, "locked": cut.locked}


def _scene_facts(film: Film, scene: Scene, keys: dict[str, str], index: TakeIndex) -> dict[str, Any]:
    place = film.place(scene.place).name if scene.place else ""
    return {
        "number": scene.number,
        "place": place,
        "time_of_day": scene.time_of_day,
        "weather": scene.weather,
        "omitted": scene.omitted,
        "shots": [_shot_facts(film, shot, keys.get(shot.id, ""), index) for shot in scene.shots],
    }


def _shot_facts(film: Film, shot: Shot, key: str, index: TakeIndex) -> dict[str, Any]:
    return {
        "slate": shot.slate,
        "id": shot.id,
        "setup": describe(shot.setup, film.language),
        "frames": shot.duration,
        "cast": [film.subject(casting.subject).name for casting in shot.cast],
        "props": [film.prop(prop).name for prop in shot.props],
        "action": shot.action,
        "lines": [line.text for line in shot.lines],
        "takes": len(shot.takes),
        "coverage": [
            {
                "id": take.id,
                "engine": take.recipe.engine,
                "origin": take.recipe.origin,
                "frames": take.frames,
                "draft": is_draft(take, shot, film),
            }
            for take in shot.takes
        ],
        "circled": shot.circled,
        "draft": shot.chosen is not None and is_draft(shot.chosen, shot, film),
        "state": "OMITTED"
        if shot.omitted
        else "rendered"
        if index.has(key)
        else "stale"
        if shot.takes
        else "not rendered",
        "key": key,
    }


def _text(film: Film, scenes: list[dict[str, Any]]) -> str:
    played = [shot for scene in scenes for shot in scene["shots"] if shot["state"] != "OMITTED"]
    frames, count = sum(shot["frames"] for shot in played), len(played)
    lines = [f"{film.title}: {counted(count)}, {timecode(frames, film.rate)} at {film.rate} frames/s"]
    for scene in scenes:
        lines.append("")
        lines.append(
            " · ".join(
                filter(
                    None,
                    (
                        scene["number"],
                        "OMITTED" * scene["omitted"],
                        scene["place"],
                        scene["time_of_day"],
                        scene["weather"],
                    ),
                )
            )
        )
        for shot in scene["shots"]:
            seconds = float(shot["frames"] / film.rate)
            who = ", ".join(shot["cast"] + shot["props"])
            state = "draft" if shot["draft"] and shot["state"] == "rendered" else shot["state"]
            lines.append(f"  {shot['slate']:<8} {seconds:4.1f} s  {state:<12} {shot['setup']}  [{who}]")
            words = " ".join(filter(None, (shot["action"], *(f"“{text}”" for text in shot["lines"]))))
            if words:
                lines.append(f"           {words}")
            lines += _coverage(shot) if shot["takes"] > 1 else ()
    return "\n".join(lines)


def _coverage(shot: dict[str, Any]) -> list[str]:
    """A line for each take of a shot that has several, by the id that other commands ask for."""
    return [
        f"           {'*' if take['id'] == shot['circled'] else ' '} {take['id']}  {take['engine']}, {take['origin']}{', draft' * take['draft']}"
        for take in shot["coverage"]
    ]
