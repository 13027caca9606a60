"""A person as facts: what the wardrobe hands out and the puppet maker cuts. Immutable, so one look is one puppet for ever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.backends.animatic.puppets.stance import Frame

Age = Literal["child", "teen", "adult", "elder"]
Build = Literal["thin", "medium", "round", "square"]
Hair = Literal[
    "short", "crop", "bob", "long", "bun", "buns", "braids", "ponytail", "curly", "bald", "topknot", "afro", "pixie", "bowl", "spiky",
    "mohawk", "slick", "shaggy", "wavy", "twin tails", "queue", "side braid", "high bun", "cloud", "rings", "geisha", "dreadlocks", "tonsure",
    "chonmage", "half up", "mullet", "quiff",
]  # fmt: skip
Fringe = Literal["full", "parted", "swept", "none"]
Garment = Literal[
    "shirt", "sweater", "jacket", "suit", "uniform", "coat", "raincoat", "dress", "robe", "tunic", "qipao", "kimono", "hakama", "ruqun",
    "beizi", "aoqun", "qizhuang", "changshan", "round robe", "gi", "monk", "habit", "gown", "plate", "lamellar", "spacesuit", "diving suit",
    "overalls", "tracksuit", "jersey", "chef", "lab coat", "scrubs", "sailor", "turnout", "school", "rags", "tutu", "mao", "waistcoat", "vest",
]  # fmt: skip
Bottom = Literal["trousers", "skirt", "shorts"]
Hat = Literal[
    "", "straw", "douli", "turban", "headscarf", "cap", "top hat", "fedora", "beanie", "hood", "beret", "crown", "helmet", "scholar",
    "kerchief", "peaked", "wizard", "witch", "tricorne", "cowboy", "bowler", "toque", "nurse", "sailor", "helm", "kabuto", "fire", "hard",
    "army", "official", "mianguan", "phoenix", "tiara", "wreath", "flowers", "bonnet", "fez", "mitre", "wimple", "fur", "santa", "jester",
    "mortarboard", "horned", "space", "swim", "headband", "crown of buddhas", "fillet", "skullcap", "qitou", "melon", "war helm", "bandage", "pharaoh",
]  # fmt: skip
Beard = Literal["", "stubble", "moustache", "short", "long", "goatee", "full", "handlebar", "sideburns", "three wisps"]
Pattern = Literal[
    "plain",
    "stripes",
    "dots",
    "buttons",
    "patch",
    "cross",
    "camouflage",
    "bands",
    "checks",
    "dragon",
    "badge",
    "flowers",
]
Extra = Literal["", "scarf", "bag", "satchel", "flower", "bow tie", "belt", "ribbon", "necklace", "tie", "medals", "stethoscope", "wings", "quiver", "tank", "shawl", "sword", "beads", "red scarf", "cross"]  # fmt: skip
Lenses = Literal["", "dark", "monocle", "goggles", "diving mask"]
Visage = Literal["", "monkey", "pig", "clown", "painted", "surgical mask", "ninja", "pale"]
"""What is over or instead of the plain face."""
Mark = Literal["scar", "eyepatch", "freckles", "mole", "plaster", "rouge"]
Support = Literal["", "cane", "crutch", "wheelchair"]


@dataclass(frozen=True, slots=True)
class Costume:
    """Everything a person's puppet is cut from. Colours are "#rrggbb", `height` is metres."""

    age: Age
    female: bool
    height: float
    build: Build
    jaw: float  # -1 narrow .. 1 square
    skin: str
    hair: Hair
    fringe: Fringe
    hair_colour: str
    garment: Garment
    colour: str
    bottom: Bottom
    bottom_colour: str
    shoe_colour: str
    accent: str
    pattern: Pattern = "plain"
    extra: Extra = ""
    boots: bool = False
    hat: Hat = ""
    hat_colour: str = "#8a6242"
    glasses: bool = False
    beard: Beard = ""
    scarf: str = ""
    cape: str = ""
    apron: str = ""
    eye_colour: str = "#4a3426"
    lenses: Lenses = ""  # what kind of glasses, where they are not plain
    visage: Visage = ""
    marks: tuple[Mark, ...] = ()
    support: Support = ""
    one_legged: bool = False
    expecting: bool = False
    stoop: float = 0.0  # degrees: what age has done to the back


@dataclass(frozen=True, slots=True)
class Body:
    """Sizes of a figure in metres. Half widths unless said otherwise; `head` is the head's whole height."""

    height: float
    head: float
    frame: Frame
    chest: float
    waist: float
    seat: float
    deep: float
    limb: float
    belly: float


_SHAPES: dict[Build, tuple[float, float, float, float, float, float]] = {
    #          shoulder chest waist  seat  limb  belly   (of the height)
    "thin":   (0.088, 0.078, 0.062, 0.070, 0.026, 0.000),
    "medium": (0.102, 0.093, 0.078, 0.086, 0.031, 0.006),
    "round":  (0.108, 0.116, 0.138, 0.132, 0.036, 0.045),
    "square": (0.132, 0.120, 0.098, 0.096, 0.037, 0.010),
}  # fmt: skip


def body_of(costume: Costume) -> Body:
    """Proportions: the head is about a quarter of an adult's height, a third of a child's."""
    h = costume.height
    share = {"child": 0.325, "teen": 0.272, "adult": 0.248, "elder": 0.258}[costume.age]
    shoulder, chest, waist, seat, limb, belly = _SHAPES[costume.build]
    if costume.age == "child":
        shoulder, chest, waist, limb = shoulder * 0.95, chest * 1.0, waist * 1.08, limb * 1.12
    if costume.female:
        shoulder, waist, seat = shoulder * 0.92, waist * 0.92, seat * 1.04
    head = share * h
    chin = h - head
    ankle = 0.035 * h
    leg = (chin - ankle) * (0.555 if costume.age != "child" else 0.50)
    torso = chin - ankle - leg * 0.985 - 0.006 * h
    frame = Frame(
        leg=leg, ankle=ankle, torso=torso, neck=0.012 * h + head * 0.5, shoulder=shoulder * h * 0.93,
        hip=seat * h * 0.50, upper_arm=torso * 0.56, fore_arm=torso * 0.52,
    )  # fmt: skip
    belly = max(belly, 0.075) if costume.expecting else belly
    return Body(h, head, frame, chest * h, waist * h, seat * h, chest * 0.80 * h, limb * h, belly * h)
