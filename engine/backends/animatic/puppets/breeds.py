"""Four-legged animals by proportions and markings. Lengths are shares of the shoulder height, which is in metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ears = Literal["point", "flop", "round", "long", "fan"]
Tail = Literal["thin", "bushy", "tuft", "stub", "cat", "curl", "horse"]
Marking = Literal["", "stripes", "spots", "patches", "nets", "panda", "socks", "rosettes", "dots", "saddle", "spines"]
FaceCut = Literal["", "long", "snout"]
Horns = Literal["", "antlers", "ox", "buffalo", "goat", "ram", "tusks", "unicorn"]


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
    tuck: float = 0.0  # how far the belly is drawn up before the thighs (1: not at all; 0: by the depth of the trunk)
    hops: bool = False  # both fore legs together, then both hind legs
    ruff: float = 0.0  # how far the fur of the cheeks stands off, in head radii
    hands: bool = False  # sits up like a person and uses its forepaws

    @property
    def hooved(self) -> bool:
        """Whether it goes on hooves."""
        return self.face == "long" or bool(self.mane and self.tail == "horse")

    @property
    def whiskered(self) -> bool:
        """Whether it has whiskers that one sees: cats great and small, hares, mice."""
        return (
            self.tail == "cat"
            or self.hops
            or (self.tall < 0.3 and self.tail in ("thin", "stub") and self.ears == "round")
            or (self.ears == "round" and self.tail == "tuft" and not self.hooved)
        )


BREEDS = (
    Breed(r"puppy|puppies|小狗|幼犬", 0.30, 1.0, 0.50, 0.10, 0.22, 60, 0.36, 0.20, "flop", 0.26, "curl", 0.40, "#c08a52", "#ead7b4"),
    Breed(r"wolf|wolves|coyote|jackal|dingo|狼|野狼|灰狼", 0.82, 1.22, 0.44, 0.075, 0.36, 38, 0.25, 0.26, "point", 0.22, "bushy", 0.62, "#7d8087", "#c9c6be", "saddle", "#5c5f68", ruff=0.50),
    Breed(r"hyena|鬣狗", 0.80, 1.10, 0.46, 0.075, 0.40, 44, 0.28, 0.22, "round", 0.16, "bushy", 0.40, "#a8916a", "#cbb891", "dots", "#5f4d3c"),
    Breed(r"corgi|柯基", 0.30, 1.75, 0.56, 0.115, 0.24, 52, 0.46, 0.30, "point", 0.34, "stub", 0.14, "#d2904f", "#f2e7d2", ruff=0.45),
    Breed(r"dachshund|sausage dog|basset|basset hound|腊肠|腊肠犬|腊肠狗", 0.26, 2.15, 0.56, 0.105, 0.30, 46, 0.46, 0.44, "flop", 0.42, "thin", 0.70, "#7d4a34", "#a8714c"),
    Breed(r"husky|malamute|samoyed|akita|哈士奇|雪橇犬|萨摩耶|阿拉斯加犬", 0.62, 1.15, 0.46, 0.085, 0.32, 50, 0.30, 0.22, "point", 0.20, "bushy", 0.66, "#a3a9b3", "#f0ece2", "saddle", "#5c6472", ruff=0.48),
    Breed(r"shiba|shiba inu|柴犬|秋田犬|中华田园犬|土狗", 0.42, 1.08, 0.46, 0.085, 0.28, 54, 0.36, 0.22, "point", 0.22, "curl", 0.52, "#cf8f4e", "#f2e4c8", ruff=0.45),
    Breed(r"poodle|bichon|贵宾犬|贵宾|泰迪|比熊", 0.44, 1.0, 0.50, 0.08, 0.34, 66, 0.38, 0.24, "flop", 0.36, "stub", 0.24, "#e6dccb", "#efe7d8", "", "#4a3f3c", "", "", True),
    Breed(r"greyhound|whippet|saluki|wolfhound|borzoi|灵缇|细犬|猎犬", 0.74, 1.14, 0.42, 0.058, 0.42, 48, 0.22, 0.28, "flop", 0.14, "thin", 0.62, "#8f8a88", "#c9c3ba", tuck=0.52),
    Breed(r"dalmatian|斑点狗|大麦町", 0.58, 1.10, 0.44, 0.076, 0.36, 54, 0.28, 0.24, "flop", 0.22, "thin", 0.62, "#efe8da", "#f4efe4", "dots", "#3a363a", tuck=0.74),
    Breed(r"bulldog|pug|boxer dog|mastiff|french bulldog|斗牛犬|法斗|八哥犬|巴哥|獒|藏獒|沙皮狗", 0.40, 1.15, 0.62, 0.12, 0.16, 30, 0.48, 0.12, "flop", 0.18, "stub", 0.10, "#c9a276", "#e6cfa8"),
    Breed(r"german shepherd|alsatian|police dog|doberman|rottweiler|bloodhound|德国牧羊犬|警犬|军犬|狼狗|狼犬|杜宾", 0.64, 1.20, 0.46, 0.08, 0.32, 48, 0.28, 0.28, "point", 0.24, "bushy", 0.58, "#b98952", "#d8b583", "saddle", "#3d3634"),
    Breed(r"collie|border collie|sheepdog|sheep dog|shepherd dog|牧羊犬|边牧", 0.54, 1.12, 0.46, 0.08, 0.30, 48, 0.30, 0.28, "point", 0.16, "bushy", 0.62, "#45414a", "#f0eadd", ruff=0.55),
    Breed(r"terrier|schnauzer|chihuahua|yorkie|梗犬|雪纳瑞|吉娃娃|博美", 0.30, 1.05, 0.48, 0.085, 0.24, 60, 0.42, 0.24, "point", 0.24, "stub", 0.24, "#b5966a", "#e2d2ae", ruff=0.30),
    Breed(r"retriever|golden retriever|labrador|spaniel|setter|st bernard|金毛|拉布拉多|寻回犬", 0.60, 1.14, 0.48, 0.088, 0.30, 50, 0.30, 0.25, "flop", 0.26, "bushy", 0.62, "#d3a05a", "#ecd5a4"),
    Breed(r"dog|hound|beagle|mutt|mongrel|pit bull|watchdog|guide dog|狗|犬|黄犬|导盲犬", 0.56, 1.10, 0.46, 0.085, 0.30, 52, 0.30, 0.24, "flop", 0.24, "curl", 0.50, "#b97f4a", "#e6d0a8"),
    Breed(r"kitten|小猫|奶猫", 0.20, 1.05, 0.48, 0.09, 0.20, 56, 0.42, 0.12, "point", 0.26, "cat", 0.80, "#c98a4f", "#efdcc0", "stripes", "#8a5a34", ruff=0.26),
    Breed(r"tiger|tigress|虎|老虎|东北虎|猛虎|白虎", 0.95, 1.50, 0.46, 0.094, 0.28, 32, 0.30, 0.17, "round", 0.13, "cat", 0.85, "#d98b3c", "#efe0c2", "stripes", "#4a342c", ruff=0.26),
    Breed(r"lioness|lion cub|母狮", 0.95, 1.42, 0.44, 0.088, 0.30, 38, 0.29, 0.19, "round", 0.12, "tuft", 0.85, "#cf9d55", "#e8d3a4", "", "#6a4a34"),
    Breed(r"lion|狮子|狮|雄狮", 1.0, 1.40, 0.46, 0.096, 0.30, 40, 0.30, 0.19, "round", 0.12, "tuft", 0.85, "#cf9d55", "#e8d3a4", "", "#4a342c", "", "#8f5a30"),
    Breed(r"panther|black panther|黑豹", 0.75, 1.50, 0.42, 0.085, 0.28, 34, 0.27, 0.16, "round", 0.12, "cat", 0.95, "#3d3a45", "#55505c", "", "#2c2a32", ruff=0.20),
    Breed(r"puma|cougar|mountain lion|lynx|bobcat|wildcat|caracal|美洲狮|猞猁|野猫", 0.70, 1.38, 0.43, 0.086, 0.28, 36, 0.29, 0.16, "point", 0.15, "stub", 0.20, "#b98d5c", "#e6d3b0", "spots", "#7d5a3c", ruff=0.36),
    Breed(r"leopard|cheetah|jaguar|snow leopard|豹|豹子|猎豹|雪豹|金钱豹", 0.75, 1.50, 0.42, 0.080, 0.28, 34, 0.27, 0.16, "round", 0.12, "cat", 0.95, "#d5a552", "#efe0c2", "rosettes", "#5a4030", ruff=0.26),
    Breed(r"cat|tomcat|kitty|tabby|猫|猫咪|橘猫|黑猫|白猫", 0.30, 1.20, 0.42, 0.062, 0.20, 54, 0.42, 0.10, "point", 0.24, "cat", 0.95, "#8d8f93", "#dedbd4", "stripes", "#5f6168", ruff=0.26),
    Breed(r"fox|vixen|arctic fox|狐狸|狐|赤狐|白狐", 0.42, 1.22, 0.40, 0.055, 0.24, 56, 0.42, 0.20, "point", 0.34, "bushy", 0.98, "#cf6f35", "#f0e2cc", "socks", "#4a3430", ruff=0.55),
    Breed(r"unicorn|独角兽", 1.45, 1.12, 0.45, 0.060, 0.54, 56, 0.25, 0.29, "point", 0.14, "horse", 0.70, "#ece6e0", "#f4f0ea", "", "#b9a4b8", "unicorn", "#c3a3c4", face="long"),
    Breed(r"pony|foal|colt|小马|马驹", 1.0, 1.12, 0.46, 0.07, 0.48, 52, 0.27, 0.30, "point", 0.15, "horse", 0.62, "#9a6a42", "#b58a60", "", "#4a342c", "", "#54382a", face="long"),
    Breed(r"zebra|斑马", 1.30, 1.12, 0.46, 0.062, 0.46, 50, 0.25, 0.29, "point", 0.16, "tuft", 0.55, "#e6dfd0", "#efe8da", "stripes", "#3f3a40", "", "#3f3a40", face="long"),
    Breed(r"donkey|mule|ass|burro|驴|毛驴|骡|驴子|骡子", 1.15, 1.12, 0.46, 0.066, 0.42, 46, 0.28, 0.28, "long", 0.34, "tuft", 0.52, "#8a8078", "#d2c7b6", "", "#4a4340", "", "#5a504a", face="long"),
    Breed(r"horse|mare|stallion|steed|gelding|racehorse|warhorse|马|骏马|白马|战马|马匹|枣红马|黑马", 1.50, 1.14, 0.44, 0.060, 0.54, 54, 0.25, 0.31, "point", 0.14, "horse", 0.66, "#8a5733", "#a5754c", "socks", "#3f2f2b", "", "#3f2f2b", face="long", tuck=0.84),
    Breed(r"giraffe|长颈鹿", 3.0, 0.82, 0.32, 0.036, 0.92, 68, 0.13, 0.16, "point", 0.08, "tuft", 0.34, "#dcae5c", "#efdcae", "nets", "#9a6233", face="long"),
    Breed(r"camel|dromedary|骆驼", 1.85, 1.05, 0.42, 0.05, 0.50, 42, 0.19, 0.20, "round", 0.07, "tuft", 0.40, "#a8743f", "#c99a63", face="long", humps=2),
    Breed(r"llama|alpaca|羊驼|草泥马", 1.15, 0.98, 0.50, 0.06, 0.62, 74, 0.24, 0.18, "long", 0.20, "stub", 0.18, "#d8c6a8", "#e8dcc6", "", "#6a5546", "", "", True, face="long"),
    Breed(r"doe|fawn|roe deer|小鹿|母鹿|幼鹿", 0.85, 1.06, 0.38, 0.05, 0.44, 60, 0.25, 0.21, "long", 0.22, "stub", 0.16, "#b58350", "#ecdcb8", "spots", "#f0e2c4", face="long", tuck=0.74),
    Breed(r"reindeer|elk|moose|caribou|驯鹿|麋鹿|驼鹿|麋", 1.45, 1.12, 0.44, 0.055, 0.44, 46, 0.25, 0.25, "flop", 0.14, "stub", 0.14, "#7d624e", "#d8c8ac", "", "#4a3c34", "antlers", face="long", ruff=0.45),
    Breed(r"deer|stag|buck deer|gazelle|antelope|鹿|梅花鹿|羚羊|雄鹿", 1.10, 1.10, 0.38, 0.048, 0.46, 60, 0.24, 0.22, "long", 0.20, "stub", 0.16, "#a9743f", "#e4cfa6", "spots", "#ead8b4", "antlers", face="long", tuck=0.74),
    Breed(r"cow|calf|dairy cow|奶牛|母牛|牛犊|小牛", 1.35, 1.25, 0.52, 0.068, 0.32, 26, 0.27, 0.26, "flop", 0.16, "tuft", 0.62, "#e8e0d0", "#efe8da", "patches", "#4a403e", "ox", face="long"),
    Breed(r"buffalo|water buffalo|水牛|青牛", 1.40, 1.28, 0.56, 0.078, 0.28, 20, 0.29, 0.26, "flop", 0.15, "tuft", 0.60, "#5c5a60", "#77747a", "", "#36343a", "buffalo", face="long"),
    Breed(r"yak|bison|musk ox|牦牛|野牛", 1.45, 1.26, 0.66, 0.08, 0.24, 14, 0.30, 0.24, "flop", 0.14, "bushy", 0.50, "#4f4038", "#5f4c40", "", "#342a28", "buffalo", "", True, face="long"),
    Breed(r"ox|bull|牛|黄牛|老牛|公牛|耕牛", 1.40, 1.28, 0.55, 0.076, 0.28, 22, 0.28, 0.26, "flop", 0.15, "tuft", 0.60, "#9a6f48", "#bd9468", "", "#4a382e", "ox", face="long"),
    Breed(r"ram|bighorn|公羊|盘羊", 0.80, 1.08, 0.60, 0.07, 0.24, 42, 0.27, 0.20, "flop", 0.15, "stub", 0.14, "#d9cdb4", "#e2d8c4", "", "#5a4a44", "ram", "", True, face="long"),
    Breed(r"sheep|lamb|ewe|绵羊|羊羔|羊|小羊|羔羊|羊群", 0.72, 1.08, 0.60, 0.062, 0.22, 40, 0.27, 0.20, "flop", 0.17, "stub", 0.14, "#e9e0cc", "#e9e0cc", "", "#5a4a44", "", "", True, face="long"),
    Breed(r"goat|kid goat|billy goat|nanny goat|山羊|黑山羊", 0.72, 1.05, 0.44, 0.058, 0.32, 52, 0.27, 0.23, "flop", 0.20, "stub", 0.16, "#d9d0bd", "#ece5d6", "", "#6a5a50", "goat", face="long"),
    Breed(r"boar|wild boar|warthog|野猪", 0.80, 1.25, 0.62, 0.075, 0.12, 6, 0.40, 0.24, "point", 0.12, "thin", 0.24, "#5f5048", "#7d6c60", "", "#3d3430", face="snout"),
    Breed(r"pig|piglet|hog|sow|猪|小猪|母猪", 0.70, 1.25, 0.62, 0.080, 0.14, 12, 0.36, 0.20, "flop", 0.18, "curl", 0.16, "#e0a594", "#ebc0b0", face="snout"),
    Breed(r"red panda|小熊猫", 0.36, 1.25, 0.56, 0.10, 0.16, 40, 0.44, 0.14, "point", 0.24, "bushy", 0.95, "#b5562f", "#4a332c", "socks", "#3f2c28", ruff=0.45, hands=True),
    Breed(r"panda|熊猫|大熊猫", 0.80, 1.20, 0.66, 0.13, 0.18, 26, 0.46, 0.16, "round", 0.16, "stub", 0.10, "#ece5d8", "#ece5d8", "panda", "#3a373d", hands=True),
    Breed(r"polar bear|北极熊|白熊", 1.15, 1.34, 0.60, 0.12, 0.30, 22, 0.30, 0.24, "round", 0.10, "stub", 0.08, "#ebe6da", "#f2eee4", "", "#4a4a52", hands=True),
    Breed(r"bear|bear cub|grizzly|熊|棕熊|黑熊|狗熊|小熊", 1.05, 1.30, 0.62, 0.12, 0.22, 20, 0.33, 0.22, "round", 0.12, "stub", 0.08, "#6f4c34", "#8a6546", hands=True),
    Breed(r"mammoth|猛犸|猛犸象", 2.80, 1.14, 0.62, 0.115, 0.14, 30, 0.33, 0.10, "fan", 0.26, "tuft", 0.40, "#6f4f3a", "#7d5c46", "", "#4a362a", "tusks", "", True),
    Breed(r"elephant|象|大象|小象", 2.60, 1.18, 0.60, 0.115, 0.16, 24, 0.33, 0.10, "fan", 0.36, "tuft", 0.44, "#8f949c", "#a5a9ae", "", "#5f646c", "tusks"),
    Breed(r"rhino|rhinoceros|犀牛", 1.5, 1.50, 0.64, 0.11, 0.18, 8, 0.36, 0.34, "point", 0.12, "thin", 0.30, "#84868c", "#9a9ca0", "", "#5f6168", "unicorn"),
    Breed(r"hippo|hippopotamus|河马", 1.4, 1.50, 0.72, 0.12, 0.14, 6, 0.40, 0.34, "round", 0.08, "thin", 0.18, "#8a7a86", "#b39aa2", "", "#5f5460", face="snout"),
    Breed(r"rabbit|bunny|hare|兔|兔子|小兔|白兔|野兔|玉兔", 0.26, 1.05, 0.62, 0.092, 0.16, 48, 0.46, 0.16, "long", 0.62, "stub", 0.18, "#c9b79c", "#efe6d4", hops=True),
    Breed(r"squirrel|chipmunk|松鼠|花栗鼠", 0.18, 1.05, 0.56, 0.085, 0.14, 52, 0.44, 0.16, "round", 0.16, "bushy", 1.15, "#b5653a", "#ecd9b8", ruff=0.2, hops=True, hands=True),
    Breed(r"hamster|guinea pig|仓鼠|豚鼠", 0.10, 1.15, 0.90, 0.08, 0.06, 20, 0.52, 0.14, "round", 0.18, "stub", 0.10, "#c9965a", "#f0e4cc", hands=True),
    Breed(r"mouse|mice|rat|鼠|老鼠|耗子|小老鼠", 0.10, 1.25, 0.80, 0.07, 0.10, 16, 0.46, 0.28, "round", 0.30, "thin", 1.0, "#9a938c", "#d8cec0"),
    Breed(r"hedgehog|porcupine|刺猬|豪猪|箭猪", 0.20, 1.30, 0.84, 0.08, 0.10, 4, 0.40, 0.36, "round", 0.13, "stub", 0.05, "#a58a6c", "#d6c4a6", "spines", "#5f5048"),
    Breed(r"raccoon|badger|skunk|mole|浣熊|獾|臭鼬|鼹鼠|狸|貉|狸猫", 0.26, 1.25, 0.66, 0.09, 0.12, 20, 0.40, 0.26, "round", 0.15, "bushy", 0.62, "#77706c", "#d6cdc0", "socks", "#423c3e", ruff=0.34, hands=True),
    Breed(r"weasel|otter|ferret|mink|beaver|mongoose|marten animal|水獭|黄鼠狼|鼬|貂|河狸|海狸|海獭", 0.20, 2.0, 0.54, 0.09, 0.24, 40, 0.42, 0.20, "round", 0.11, "thin", 0.95, "#7d5a40", "#d2b894", hands=True),
)  # fmt: skip
