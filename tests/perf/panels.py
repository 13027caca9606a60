"""How well a drawn panel's foreground is found by looking: a board of panels in several mediums whose mattes are known, because the
theatre drew them, and what `detected` makes of each. Printed, not asserted.

    python -P tests/perf/panels.py [--sheet OUT.png]

`right` is an overlap (intersection over union) of at least 0.8, `near` of 0.6; `more` has the whole figure with something around it;
`torn` cuts a figure in two or misses it, which is what nobody may see. `flat` is a panel played as it was drawn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.assets import assets_folder
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.panels.looking import detected
from engine.backends.animatic.theatre import Theatre, is_prop
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

SIZE = Raster(width=960, height=540)

SHOTS = {
    "full, street": "EXT. STREET - DAY\n\nFULL SHOT. ANNA, a young woman in a red coat, walks along the street.\n",
    "full, field": "EXT. GRASSLAND - DAY\n\nFULL SHOT. BEN, a boy in a blue shirt, waves.\n",
    "full, night": "EXT. VILLAGE - NIGHT\n\nFULL SHOT. An old man with a white beard stands and reads a letter.\n",
    "medium, room": "INT. LIVING ROOM - DAY\n\nMEDIUM SHOT. CLARA, 30, in a green dress, thinks.\n",
    "close, beach": "EXT. BEACH - DAY\n\nCLOSE SHOT. DAVID, a sailor in a dark coat, smiles.\n",
    "two, snow": "EXT. SNOWFIELD - DAY\n\nFULL SHOT. ANNA, a woman in a red coat, and BEN, a man in a dark coat, talk.\n",
    "wide, desert": "EXT. DESERT - DAY\n\nWIDE SHOT. A camel stands.\n",
    "fox, forest": "EXT. FOREST - DAY\n\nFULL SHOT. A fox walks.\n",
    "car, city": "EXT. CITY STREET - DAY\n\nFULL SHOT. A red car drives by.\n",
    "nobody, hills": "EXT. MOUNTAIN - DAY\n\nWIDE SHOT. Empty hills.\n",
    "nobody, room": "INT. KITCHEN - DAY\n\nWIDE SHOT. An empty kitchen.\n",
}


def mediums() -> dict[str, str]:
    """Styles by name: the shipped ones, and lines alone on paper."""
    pencil = json.loads((assets_folder() / "styles" / "pencil.json").read_text(encoding="utf-8"))
    pencil["medium"]["hatch"] = 0
    pencil["medium"]["marker"] = pencil["lighting"]["ground"]
    return {"line": json.dumps(pencil), "pencil": "pencil", "wash": "ink", "painting": "paper", "hide": "shadow"}


SKETCHED = {"line": "sketch", "painting": "marker"}
"""Mediums that a shot's figures are also shown in without their set."""


def board() -> Iterator[tuple[str, str, NDArray[np.uint8], NDArray[np.bool_]]]:
    """(medium, shot, panel, where its figures are), one after the other."""
    for shot, words in SHOTS.items():
        film = breakdown(read_text(words), rate=FILM, raster=SIZE)
        _, order = next(iter(orders(film)))
        for medium, style in mediums().items():
            theatre = Theatre(replace(stage(order), style=style), SIZE, FILM)
            frame = order.frames // 2
            cast = [
                player.name
                for player in theatre.staging.players
                if not is_prop(player) or "car" in shot or "camel" in words
            ]
            cast = [] if shot.startswith("nobody") else cast
            known = np.zeros((SIZE.height, SIZE.width), bool)
            for name in cast:
                known |= theatre.mask(name, frame)
            panel = np.ascontiguousarray(theatre.picture(frame)[:, :, :3])
            yield medium, shot, panel, known
            if medium in SKETCHED:
                yield SKETCHED[medium], shot, sketched(panel, known), known


def sketched(panel: NDArray[np.uint8], known: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The figures alone on bare paper, as a board artist scribbles them: a horizon, a hill, a cloud, and no set."""
    height, width = known.shape
    paper = np.full_like(panel, (232, 240, 243))
    x = np.arange(width)
    for level, swing, wave in ((0.62, 6, 90), (0.52, 34, 210)):
        y = height * level + swing * np.sin(x / wave) + 2 * np.sin(x / 17)
        cv2.polylines(paper, [np.stack([x, y], axis=1).astype(np.int32)], False, (90, 86, 84), 2, cv2.LINE_AA)
    for k in range(4):
        cv2.ellipse(paper, (150 + 46 * k, 90 - 14 * (k % 2)), (34, 24), 0, 180, 360, (110, 106, 104), 2, cv2.LINE_AA)
    paper[known] = panel[known]
    outlines, _ = cv2.findContours(known.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(paper, outlines, -1, (64, 60, 58), 3, cv2.LINE_AA)
    return paper


def judged(found: NDArray[np.floating] | None, known: NDArray[np.bool_]) -> tuple[str, float]:
    """A word for a cut, and its overlap with the truth."""
    if found is None:
        return "flat", 0.0
    cut = found > 0.5
    both = float((cut & known).sum())
    overlap = both / max(1.0, float((cut | known).sum()))
    whole = both / max(1.0, float(known.sum()))
    if overlap >= 0.6:
        return ("right" if overlap >= 0.8 else "near"), overlap
    return ("more" if known.any() and whole > 0.93 else "torn"), overlap


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    ask.add_argument("--sheet", type=Path, help="a picture of every panel with its cut")
    asked = ask.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    cells = []
    for medium, shot, panel, known in board():
        found = detected(panel)
        word, overlap = judged(found, known)
        if not known.any():
            word = "flat, as it should" if found is None else "cut for nothing"
        counts[medium][word] += 1
        print(f"{medium:9} {shot:14} {word:20} {overlap:.2f}", flush=True)
        cells.append(_cell(panel, found, known, f"{medium} {shot}: {word} {overlap:.2f}"))
    for medium, counted in counts.items():
        print(f"{medium:9} " + ", ".join(f"{number} {word}" for word, number in counted.most_common()))
    print("all       " + ", ".join(f"{n} {w}" for w, n in sum(counts.values(), Counter()).most_common()))
    if asked.sheet:
        across = len(counts)
        cv2.imwrite(
            str(asked.sheet), np.vstack([np.hstack(cells[i : i + across]) for i in range(0, len(cells), across)])
        )


def _cell(
    panel: NDArray[np.uint8], found: NDArray[np.floating] | None, known: NDArray[np.bool_], words: str
) -> NDArray[np.uint8]:
    """The panel, its cut in front of grey, the truth as a thin line."""
    shown = panel.astype(np.float32)
    if found is not None:
        shown = shown * (0.25 + 0.75 * found[:, :, None]) + (1 - found[:, :, None]) * (60, 20, 90)
    small = cv2.resize(shown.clip(0, 255).astype(np.uint8), (384, 216), interpolation=cv2.INTER_AREA)
    lines, _ = cv2.findContours(
        cv2.resize(known.astype(np.uint8), (384, 216)), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    cv2.drawContours(small, lines, -1, (0, 200, 0), 1)
    cv2.putText(small, words, (4, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.36, (0, 0, 255), 1, cv2.LINE_AA)
    return np.asarray(small, np.uint8)


if __name__ == "__main__":
    main()
