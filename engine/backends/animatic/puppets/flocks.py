"""Birds by proportions and plumage. Lengths are shares of the body's length, which is in metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["", "fork", "swimmer", "rooster", "peacock", "phoenix", "owl", "penguin"]


@dataclass(frozen=True, slots=True)
class Plumage:
    """One kind of bird: `words` recognise it. `leg` and `neck` long make a wader; `crest` and `comb` sit on the head."""

    words: str
    body: float
    leg: float = 0.35
    neck: float = 0.12
    head: float = 0.34
    beak: float = 0.18
    beak_drop: float = 0.0
    tail: float = 0.45
    wing: float = 0.95
    colour: str = "#8a6a4c"
    belly: str = "#e2d3b8"
    wing_colour: str = "#6f5238"
    beak_colour: str = "#d9a03f"
    leg_colour: str = "#b5793f"
    cap: str = ""
    upright: bool = False
    big_eyes: bool = False
    comb: str = ""
    style: Style = ""  # which drawing sets it apart


FLOCK = (
    Plumage(r"sparrow|finch|wren|雀|麻雀|雀儿", 0.15, 0.22, 0.04, 0.50, 0.14, 0, 0.40, 0.8, "#9a7350", "#e4d6bc", "#6f4f36", "#6a5a48", "#a5743f", "#7a4a30"),
    Plumage(r"robin|redbreast|知更鸟", 0.16, 0.26, 0.02, 0.52, 0.13, 0, 0.38, 0.8, "#8a7558", "#d5693a", "#6f5c44", "#5f5248", "#8f6a48"),
    Plumage(r"swallow|swift|martin|燕|燕子|雨燕", 0.18, 0.14, 0.04, 0.44, 0.10, 0, 0.85, 1.25, "#38405c", "#e8dcc6", "#2f364e", "#4a4248", "#4a4248", "#a5523a", style="fork"),
    Plumage(r"magpie|喜鹊|鹊|蓝鹊", 0.36, 0.30, 0.06, 0.38, 0.20, 0.02, 0.90, 1.0, "#33343f", "#efe9dc", "#3f5a7d", "#3d3a40", "#4a4648"),
    Plumage(r"crow|raven|blackbird|jackdaw|rook|starling|乌鸦|鸦|寒鸦|渡鸦|八哥", 0.40, 0.28, 0.06, 0.38, 0.24, 0.02, 0.50, 1.1, "#3a3a46", "#454552", "#30303b", "#4a4648", "#4a4648"),
    Plumage(r"heron|egret|stork|ibis|鹭|白鹭|苍鹭|鹳|鹭鸶", 0.41, 1.05, 0.80, 0.24, 0.42, 0, 0.26, 1.2, "#dfe0dc", "#ece8de", "#b9c0c4", "#d9a03f", "#6a665e"),
    Plumage(r"crane|red-crowned crane|鹤|仙鹤|丹顶鹤|白鹤|黄鹤", 0.66, 1.10, 0.85, 0.22, 0.36, 0, 0.34, 1.25, "#ebe6da", "#f0ebe0", "#e2ddd2", "#7a7468", "#4a4648", "#c0392f"),
    Plumage(r"flamingo|火烈鸟", 0.48, 1.25, 0.90, 0.24, 0.26, 0.10, 0.24, 1.1, "#e59aa0", "#efb5b5", "#d67a84", "#d9a68a", "#d67a84"),
    Plumage(r"ostrich|emu|鸵鸟", 0.80, 1.00, 1.05, 0.22, 0.18, 0.02, 0.30, 0.6, "#4a4448", "#5a5458", "#6a6468", "#c9a07a", "#b58f74"),
    Plumage(r"owl|barn owl|snowy owl|鸮|猫头鹰|夜枭|雪鸮|夜猫子", 0.34, 0.12, 0.0, 0.62, 0.12, 0.06, 0.34, 1.0, "#8d6d4c", "#dcc7a0", "#6d5138", "#d9a03f", "#b58a4a", "", False, True, style="owl"),
    Plumage(r"eagle|hawk|falcon|kite hawk|bald eagle|鹰|雕|隼|老鹰|苍鹰|猎鹰|雄鹰|大鹏|鹏", 0.74, 0.26, 0.08, 0.36, 0.22, 0.08, 0.48, 1.5, "#6a4c36", "#8a6a4a", "#533a2b", "#dba53f", "#dba53f", "#ece2cf"),
    Plumage(r"vulture|buzzard|condor|秃鹫|鹫|兀鹫", 0.72, 0.26, 0.30, 0.28, 0.22, 0.08, 0.36, 1.5, "#4a403c", "#5c504a", "#3a3230", "#d9b08a", "#b58f74", "#d9a08a"),
    Plumage(r"seagull|gull|albatross|tern|海鸥|鸥|沙鸥|信天翁|海燕", 0.45, 0.24, 0.08, 0.38, 0.22, 0.03, 0.36, 1.35, "#eae4d6", "#f0ebdf", "#a9b2b8", "#e0a437", "#d98a4a"),
    Plumage(r"pelican|cormorant|鹈鹕|鸬鹚|鱼鹰", 0.60, 0.22, 0.45, 0.28, 0.50, 0.05, 0.26, 1.25, "#5a5450", "#d9cdb8", "#443f40", "#dba53f", "#6a5f54", "", style="swimmer"),
    Plumage(r"duckling|gosling|小鸭|小鸭子|丑小鸭", 0.20, 0.18, 0.06, 0.56, 0.20, 0.02, 0.20, 0.5, "#e0bb58", "#efd894", "#d0a545", "#e08a3a", "#e08a3a", "", style="swimmer"),
    Plumage(r"duck|mallard|mandarin duck|drake duck|鸭|鸭子|野鸭|鸳鸯|绿头鸭|凫", 0.45, 0.16, 0.18, 0.38, 0.24, 0.02, 0.30, 0.85, "#a58a68", "#cdb892", "#7d664a", "#e0a437", "#e08a3a", "#3f6f56", style="swimmer"),
    Plumage(r"swan|cygnet|天鹅|白天鹅|黑天鹅", 0.80, 0.20, 0.85, 0.24, 0.20, 0.02, 0.34, 1.2, "#efeae0", "#f3efe6", "#e2ddd2", "#e08a3a", "#5a5458", style="swimmer"),
    Plumage(r"goose|geese|wild goose|雁|大雁|鹅|鸿雁|白鹅|大鹅|孤雁", 0.66, 0.26, 0.56, 0.28, 0.22, 0.02, 0.28, 1.2, "#e9e3d6", "#efeae0", "#d2ccc0", "#e08a3a", "#e08a3a", style="swimmer"),
    Plumage(r"rooster|cock|cockerel|公鸡|雄鸡|大公鸡|斗鸡", 0.42, 0.36, 0.32, 0.34, 0.15, 0.03, 0.80, 0.75, "#b5562f", "#d99a4a", "#3f5f56", "#e0b04a", "#d9a03f", "", False, False, "#c63d32", "rooster"),
    Plumage(r"chick|小鸡|鸡雏|雏鸡", 0.13, 0.30, 0.02, 0.62, 0.14, 0.0, 0.14, 0.5, "#e6c260", "#f0dc9c", "#d6ad48", "#dd9a3f", "#d98f3f"),
    Plumage(r"turkey|pheasant|火鸡|野鸡|雉|山鸡|锦鸡", 0.48, 0.32, 0.26, 0.26, 0.14, 0.04, 0.90, 0.75, "#7d4f36", "#b57a4a", "#5a3c2c", "#d9b04a", "#b58a4a", "", False, False, "#c63d32", "rooster"),
    Plumage(r"hen|chicken|母鸡|鸡|老母鸡|鸡群", 0.38, 0.28, 0.20, 0.36, 0.14, 0.03, 0.44, 0.7, "#c08a52", "#e6cfa4", "#9a6a3c", "#e0b04a", "#d9a03f", "", False, False, "#c63d32"),
    Plumage(r"phoenix|firebird|凤凰|凤|火凤凰|朱雀|鸾|金凤", 0.70, 0.62, 0.55, 0.24, 0.14, 0.03, 1.60, 1.35, "#c4503a", "#e6b45a", "#d98a3f", "#d8a93f", "#d8a93f", "", False, False, "", "phoenix"),
    Plumage(r"peacock|peahen|peafowl|孔雀|白孔雀", 0.60, 0.45, 0.50, 0.24, 0.14, 0.02, 1.70, 0.9, "#2f6f8a", "#3f8f8a", "#4f7a4c", "#6a5f54", "#6a5f54", "#3f8fb0", style="peacock"),
    Plumage(r"parrot|macaw|parakeet|cockatoo|budgie|鹦鹉|鹦哥", 0.34, 0.40, 0.04, 0.48, 0.16, 0.14, 0.62, 1.0, "#4f9a4c", "#8cc07a", "#3f7fb0", "#4a4446", "#7a6f68", "#c63d32", True),
    Plumage(r"dove|pigeon|鸽|鸽子|斑鸠|白鸽|信鸽", 0.30, 0.20, 0.06, 0.40, 0.12, 0.01, 0.42, 1.0, "#b9bcc2", "#d6d4d0", "#8d939c", "#8a7a70", "#c07a6a"),
    Plumage(r"penguin|emperor penguin|企鹅|小企鹅", 0.65, 0.05, 0.0, 0.40, 0.18, 0.02, 0.14, 0.62, "#3d4150", "#ebe4d5", "#343846", "#d9a03f", "#d9a03f", "", False, False, "", "penguin"),
    Plumage(r"woodpecker|kingfisher|hummingbird|cuckoo|oriole|canary|nightingale|lark|jay|thrush|布谷|黄鹂|黄莺|莺|杜鹃|翠鸟|子规|百灵|画眉|金丝雀|啄木鸟|蜂鸟", 0.20, 0.18, 0.04, 0.46, 0.26, 0, 0.50, 0.95, "#d9a83a", "#eed59a", "#4a4440", "#b56a3a", "#7a6a58"),
    Plumage(r"bird|birds|fledgling|songbird|nestling|鸟|小鸟|飞鸟|禽|雏鸟|鸟儿|水鸟", 0.20, 0.24, 0.05, 0.46, 0.16, 0, 0.45, 0.95, "#4f7fa8", "#e6d2b0", "#3a6284", "#d9a03f", "#a5743f"),
)  # fmt: skip
