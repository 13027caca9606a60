"""How each hair style is built, as figures: how thick the cap over the skull is, how far it falls, what is tied to it.

One row is one style; `hair` draws the cap and what falls, `hair_pieces` what is tied, pinned or stands up.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.backends.animatic.puppets.costume import Hair


@dataclass(frozen=True, slots=True)
class Style:
    """`volume`: thickness over the skull; `top`: more of it on the crown; `side`: how low the hairline runs before the ear; `falls`:
    how far hair hangs behind (head heights below the middle, 0: not at all), `wide` at its widest; `locks`: how far beside the
    face; `nape`: how far down the neck's back; `ends`: how the fall is cut; `pieces`: what is added."""

    volume: float = 0.04
    top: float = 0.015
    side: float = 0.20
    falls: float = 0.0
    wide: float = 0.44
    locks: float = 0.0
    nape: float = 0.40
    ends: str = "straight"
    pieces: tuple[str, ...] = ()
    covers_ears: bool = False
    cap: bool = True


STYLES: dict[Hair, Style] = {
    "short": Style(0.05, 0.03, 0.10),
    "crop": Style(0.022, 0.015, 0.10, nape=0.34),
    "bob": Style(0.062, 0.03, falls=0.40, wide=0.47, locks=0.36, covers_ears=True),
    "long": Style(0.058, 0.015, falls=1.05, locks=0.74, covers_ears=True),
    "bun": Style(0.035, pieces=("bun",)),
    "buns": Style(0.04, pieces=("buns",)),
    "braids": Style(0.045, pieces=("braids",)),
    "ponytail": Style(0.04, pieces=("tail",)),
    "curly": Style(0.10, 0.03, pieces=("curls",)),
    "bald": Style(0.0, cap=False),
    "topknot": Style(0.035, side=0.10, pieces=("topknot",)),
    "afro": Style(0.06, 0.03, pieces=("afro",), covers_ears=True),
    "pixie": Style(0.045, 0.03, 0.13, nape=0.30, pieces=("sweep",)),
    "bowl": Style(0.07, 0.03, 0.20, nape=0.30, covers_ears=True),
    "spiky": Style(0.04, 0.03, 0.10, pieces=("spikes",)),
    "mohawk": Style(0.010, 0.0, 0.02, nape=0.20, pieces=("crest",)),
    "slick": Style(0.032, 0.03, 0.10),
    "shaggy": Style(0.07, 0.04, falls=0.46, wide=0.47, ends="ragged", pieces=("tufts",), covers_ears=True),
    "wavy": Style(0.07, 0.03, falls=0.86, wide=0.50, locks=0.62, ends="wavy", covers_ears=True),
    "twin tails": Style(0.042, pieces=("twin tails",)),
    "queue": Style(0.004, 0.0, -0.10, pieces=("queue",)),
    "side braid": Style(0.05, 0.02, pieces=("side braid",)),
    "high bun": Style(0.03, pieces=("high bun",)),
    "cloud": Style(0.05, 0.03, pieces=("cloud", "pins")),
    "rings": Style(0.05, 0.02, falls=0.80, wide=0.30, locks=0.50, pieces=("rings", "pins")),
    "geisha": Style(0.05, 0.05, pieces=("wings", "high bun", "pins")),
    "dreadlocks": Style(0.06, 0.03, falls=0.0, pieces=("strands",), covers_ears=True),
    "tonsure": Style(0.03, 0.0, 0.12, pieces=("tonsure",)),
    "chonmage": Style(0.03, 0.0, 0.06, pieces=("fold",)),
    "half up": Style(0.05, 0.015, falls=0.95, locks=0.0, pieces=("small bun",)),
    "mullet": Style(0.05, 0.03, 0.10, falls=0.56, wide=0.36, ends="ragged"),
    "quiff": Style(0.03, 0.02, 0.10, pieces=("quiff",)),
}


def style_of(hair: Hair) -> Style:
    """How it is built."""
    return STYLES[hair]
