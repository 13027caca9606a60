"""Four-legged animals by proportions and markings. Lengths are shares of the shoulder height, which is in metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ears = Literal["point", "flop", "round", "long", "fan"]
Tail = Literal["thin", "bushy", "tuft", "stub", "cat", "curl", "horse"]
Marking = Literal["", "stripes", "spots", "patches", "panda", "socks", "rosettes"]
FaceCut = Literal["", "long", "snout"]
Horns = Literal["", "antlers", "ox", "goat", "tusks"]


@dataclass(frozen=True, slots=True)
class Breed:
    """One kind of animal: `words` recognise it (English whole words, Chinese anywhere)."""

    words: str
    tall: float
    long: float = 1.15
    deep: float = 0.44
    leg: float = 0.075
    neck: float = 0.34
    up: float = 52.0  # how steeply the neck rises, degrees
    head: float = 0.25
    muzzle: float = 0.20
    ears: Ears = "point"
    ear: float = 0.20
    tail: Tail = "thin"
    tail_long: float = 0.55
    colour: str = "#a9794f"
    belly: str = "#e0c9a4"
    marking: Marking = ""
    mark: str = "#4a3a36"
    horns: Horns = ""
    mane: str = ""
    wool: bool = False
    face: FaceCut = ""
    humps: int = 0
    ruff: float = 0.0  # how far the fur of the cheeks stands off, in head radii


BREEDS = (
    Breed(r"puppy|puppies|小狗|幼犬", 0.30, 1.0, 0.50, 0.10, 0.22, 60, 0.36, 0.20, "flop", 0.26, "curl", 0.40, "#c08a52", "#ead7b4"),
    Breed(r"wolf|wolves|coyote|jackal|hyena|狼", 0.82, 1.22, 0.44, 0.075, 0.36, 38, 0.25, 0.26, "point", 0.22, "bushy", 0.62, "#7d8087", "#c9c6be", ruff=0.50),
    Breed(r"dog|hound|terrier|retriever|labrador|spaniel|collie|shepherd dog|husky|corgi|dachshund|bulldog|greyhound|beagle|mutt|mongrel|sheepdog|doberman|rottweiler|alsatian|mastiff|pug|chihuahua|dalmatian|german shepherd|bloodhound|pit bull|whippet|wolfhound|poodle|狗|犬|黄犬", 0.56, 1.10, 0.46, 0.085, 0.30, 52, 0.30, 0.24, "flop", 0.24, "curl", 0.50, "#b97f4a", "#e6d0a8"),
    Breed(r"kitten|小猫|奶猫", 0.20, 1.05, 0.48, 0.09, 0.20, 56, 0.42, 0.12, "point", 0.26, "cat", 0.80, "#c98a4f", "#efdcc0", "stripes", "#8a5a34", ruff=0.26),
    Breed(r"tiger|虎|老虎", 0.95, 1.50, 0.46, 0.105, 0.28, 32, 0.30, 0.17, "round", 0.13, "cat", 0.85, "#d98b3c", "#efe0c2", "stripes", "#4a342c", ruff=0.26),
    Breed(r"lion|lioness|狮子|狮", 1.0, 1.40, 0.46, 0.10, 0.30, 40, 0.30, 0.19, "round", 0.12, "tuft", 0.85, "#cf9d55", "#e8d3a4", "", "#4a342c", "", "#8f5a30"),
    Breed(r"leopard|cheetah|panther|jaguar|puma|cougar|lynx|豹", 0.75, 1.50, 0.42, 0.085, 0.28, 34, 0.27, 0.16, "round", 0.12, "cat", 0.95, "#d5a552", "#efe0c2", "rosettes", "#5a4030", ruff=0.26),
    Breed(r"cat|tomcat|kitty|tabby|猫", 0.30, 1.20, 0.42, 0.062, 0.20, 54, 0.42, 0.10, "point", 0.24, "cat", 0.95, "#8d8f93", "#dedbd4", "stripes", "#5f6168", ruff=0.26),
    Breed(r"fox|vixen|狐狸|狐", 0.42, 1.22, 0.40, 0.055, 0.24, 56, 0.42, 0.20, "point", 0.34, "bushy", 0.98, "#cf6f35", "#f0e2cc", "socks", "#4a3430", ruff=0.55),
    Breed(r"pony|foal|colt|小马", 1.0, 1.12, 0.46, 0.07, 0.48, 52, 0.27, 0.30, "point", 0.15, "horse", 0.62, "#9a6a42", "#b58a60", "", "#4a342c", "", "#54382a", face="long"),
    Breed(r"zebra|斑马", 1.30, 1.12, 0.46, 0.066, 0.46, 50, 0.25, 0.29, "point", 0.16, "tuft", 0.55, "#e6dfd0", "#efe8da", "stripes", "#3f3a40", "", "#3f3a40", face="long"),
    Breed(r"donkey|mule|ass|驴|毛驴|骡", 1.15, 1.12, 0.46, 0.066, 0.42, 46, 0.28, 0.28, "long", 0.34, "tuft", 0.52, "#8a8078", "#d2c7b6", "", "#4a4340", "", "#5a504a", face="long"),
    Breed(r"horse|mare|stallion|steed|马|骏马|白马", 1.50, 1.12, 0.45, 0.062, 0.52, 54, 0.25, 0.31, "point", 0.14, "horse", 0.66, "#8a5733", "#a5754c", "socks", "#3f2f2b", "", "#3f2f2b", face="long"),
    Breed(r"giraffe|长颈鹿", 3.0, 0.78, 0.32, 0.042, 0.92, 68, 0.13, 0.16, "point", 0.08, "tuft", 0.34, "#dcae5c", "#efdcae", "patches", "#9a6233", face="long"),
    Breed(r"camel|骆驼", 1.85, 1.05, 0.42, 0.05, 0.50, 42, 0.19, 0.20, "round", 0.07, "tuft", 0.40, "#a8743f", "#c99a63", face="long", humps=2),
    Breed(r"deer|stag|doe|fawn|gazelle|antelope|reindeer|elk|moose|鹿|麋|羚羊", 1.10, 1.10, 0.38, 0.05, 0.46, 60, 0.24, 0.22, "long", 0.20, "stub", 0.16, "#a9743f", "#e4cfa6", "spots", "#ead8b4", "antlers", face="long"),
    Breed(r"cow|calf|奶牛|母牛|牛犊", 1.35, 1.25, 0.52, 0.075, 0.32, 26, 0.27, 0.26, "flop", 0.16, "tuft", 0.62, "#e8e0d0", "#efe8da", "patches", "#4a403e", "ox", face="long"),
    Breed(r"ox|bull|buffalo|water buffalo|yak|bison|牛|水牛|黄牛|青牛", 1.40, 1.28, 0.55, 0.085, 0.28, 22, 0.28, 0.26, "flop", 0.15, "tuft", 0.60, "#6f5a4c", "#8a7460", "", "#3f3430", "ox", face="long"),
    Breed(r"sheep|lamb|ram|ewe|绵羊|羊羔|羊", 0.72, 1.08, 0.60, 0.075, 0.22, 40, 0.27, 0.20, "flop", 0.17, "stub", 0.14, "#e9e0cc", "#e9e0cc", "", "#5a4a44", "", "", True, face="long"),
    Breed(r"goat|kid goat|山羊", 0.72, 1.05, 0.44, 0.065, 0.32, 52, 0.27, 0.23, "flop", 0.20, "stub", 0.16, "#d9d0bd", "#ece5d6", "", "#6a5a50", "goat", face="long"),
    Breed(r"pig|piglet|boar|hog|sow|猪|野猪", 0.70, 1.25, 0.62, 0.085, 0.14, 12, 0.36, 0.20, "flop", 0.18, "curl", 0.16, "#e0a594", "#ebc0b0", face="snout"),
    Breed(r"panda|熊猫", 0.80, 1.20, 0.66, 0.15, 0.18, 26, 0.46, 0.16, "round", 0.16, "stub", 0.10, "#ece5d8", "#ece5d8", "panda", "#3a373d"),
    Breed(r"bear|cub|熊", 1.05, 1.30, 0.62, 0.13, 0.22, 20, 0.33, 0.22, "round", 0.12, "stub", 0.08, "#6f4c34", "#8a6546"),
    Breed(r"elephant|象|大象", 2.60, 1.18, 0.60, 0.115, 0.16, 24, 0.33, 0.10, "fan", 0.36, "tuft", 0.44, "#8f949c", "#a5a9ae", "", "#5f646c", "tusks"),
    Breed(r"rhino|rhinoceros|hippo|hippopotamus|犀牛|河马", 1.5, 1.50, 0.66, 0.12, 0.16, 10, 0.36, 0.30, "round", 0.10, "thin", 0.30, "#84868c", "#9a9ca0"),
    Breed(r"rabbit|bunny|hare|兔|兔子", 0.26, 1.05, 0.62, 0.10, 0.16, 48, 0.46, 0.16, "long", 0.62, "stub", 0.18, "#c9b79c", "#efe6d4"),
    Breed(r"squirrel|chipmunk|松鼠", 0.18, 1.05, 0.56, 0.09, 0.14, 52, 0.44, 0.16, "round", 0.16, "bushy", 1.15, "#b5653a", "#ecd9b8", ruff=0.2),
    Breed(r"mouse|mice|rat|hamster|鼠|老鼠", 0.10, 1.20, 0.66, 0.08, 0.10, 20, 0.44, 0.26, "round", 0.26, "thin", 1.0, "#9a938c", "#d8cec0"),
    Breed(r"hedgehog|badger|raccoon|mole|刺猬|獾|浣熊", 0.24, 1.25, 0.72, 0.09, 0.10, 14, 0.38, 0.28, "round", 0.12, "bushy", 0.35, "#7d7068", "#d6cab6", "socks", "#4a423e", ruff=0.2),
)  # fmt: skip
