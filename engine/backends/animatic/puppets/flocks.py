"""Birds by proportions and plumage. Lengths are shares of the body's length, which is in metres."""

from __future__ import annotations

from dataclasses import dataclass


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


FLOCK = (
    Plumage(r"sparrow|finch|wren|雀|麻雀", 0.15, 0.22, 0.04, 0.50, 0.14, 0, 0.40, 0.8, "#9a7350", "#e4d6bc", "#6f4f36", "#6a5a48", "#a5743f", "#7a4a30"),
    Plumage(r"robin|redbreast|知更鸟", 0.16, 0.26, 0.02, 0.52, 0.13, 0, 0.38, 0.8, "#8a7558", "#d5693a", "#6f5c44", "#5f5248", "#8f6a48"),
    Plumage(r"swallow|swift|martin|燕|燕子", 0.18, 0.12, 0.04, 0.44, 0.10, 0, 0.85, 1.25, "#38405c", "#e8dcc6", "#2f364e", "#4a4248", "#4a4248", "#a5523a"),
    Plumage(r"crow|raven|blackbird|magpie|jackdaw|乌鸦|鸦|寒鸦|喜鹊|鹊", 0.40, 0.28, 0.06, 0.38, 0.24, 0.02, 0.50, 1.1, "#3a3a46", "#454552", "#30303b", "#4a4648", "#4a4648"),
    Plumage(r"heron|egret|stork|ibis|鹭|白鹭|苍鹭|鹳", 0.41, 1.05, 0.80, 0.24, 0.42, 0, 0.26, 1.2, "#dfe0dc", "#ece8de", "#b9c0c4", "#d9a03f", "#6a665e"),
    Plumage(r"crane|鹤|仙鹤|丹顶鹤", 0.58, 1.10, 0.85, 0.22, 0.36, 0, 0.34, 1.25, "#ebe6da", "#f0ebe0", "#e2ddd2", "#7a7468", "#4a4648", "#c0392f"),
    Plumage(r"flamingo|火烈鸟", 0.48, 1.25, 0.90, 0.24, 0.26, 0.10, 0.24, 1.1, "#e59aa0", "#efb5b5", "#d67a84", "#d9a68a", "#d67a84"),
    Plumage(r"owl|鸮|猫头鹰|夜枭", 0.34, 0.18, 0.0, 0.72, 0.12, 0.06, 0.34, 1.0, "#8d6d4c", "#dcc7a0", "#6d5138", "#d9a03f", "#b58a4a", "", True, True),
    Plumage(r"eagle|hawk|falcon|kite hawk|vulture|buzzard|鹰|雕|隼|鹫", 0.70, 0.26, 0.08, 0.36, 0.22, 0.08, 0.48, 1.5, "#6a4c36", "#8a6a4a", "#533a2b", "#dba53f", "#dba53f", "#ece2cf"),
    Plumage(r"seagull|gull|albatross|tern|海鸥|鸥|沙鸥", 0.45, 0.24, 0.08, 0.38, 0.22, 0.03, 0.36, 1.35, "#eae4d6", "#f0ebdf", "#a9b2b8", "#e0a437", "#d98a4a"),
    Plumage(r"duck|duckling|mallard|鸭|鸭子|野鸭|鸳鸯", 0.45, 0.16, 0.18, 0.38, 0.24, 0.02, 0.30, 0.85, "#a58a68", "#cdb892", "#7d664a", "#e0a437", "#e08a3a", "#3f6f56"),
    Plumage(r"goose|geese|swan|雁|大雁|鹅|天鹅|鸿雁", 0.70, 0.26, 0.62, 0.28, 0.24, 0.02, 0.28, 1.15, "#e9e3d6", "#efeae0", "#d2ccc0", "#e08a3a", "#e08a3a"),
    Plumage(r"rooster|cock|cockerel|公鸡|雄鸡|鸡", 0.42, 0.34, 0.30, 0.34, 0.15, 0.03, 0.80, 0.75, "#b5562f", "#d99a4a", "#3f5f56", "#e0b04a", "#d9a03f", "", False, False, "#c63d32"),
    Plumage(r"hen|chicken|chick|turkey|母鸡|小鸡|火鸡", 0.38, 0.28, 0.18, 0.36, 0.14, 0.03, 0.40, 0.7, "#c08a52", "#e6cfa4", "#9a6a3c", "#e0b04a", "#d9a03f", "", False, False, "#c63d32"),
    Plumage(r"peacock|peahen|phoenix|孔雀|凤凰|凤", 0.60, 0.45, 0.50, 0.24, 0.14, 0.02, 1.70, 0.9, "#2f6f8a", "#3f8f8a", "#4f7a4c", "#6a5f54", "#6a5f54", "#3f8fb0"),
    Plumage(r"parrot|macaw|parakeet|cockatoo|鹦鹉", 0.34, 0.14, 0.04, 0.48, 0.16, 0.14, 0.90, 1.0, "#4f9a4c", "#8cc07a", "#3f7fb0", "#4a4446", "#7a6f68", "#c63d32", True),
    Plumage(r"dove|pigeon|鸽|鸽子|斑鸠", 0.30, 0.20, 0.06, 0.40, 0.12, 0.01, 0.42, 1.0, "#b9bcc2", "#d6d4d0", "#8d939c", "#8a7a70", "#c07a6a"),
    Plumage(r"penguin|企鹅", 0.65, 0.08, 0.0, 0.40, 0.18, 0.02, 0.14, 0.62, "#3d4150", "#ebe4d5", "#343846", "#d9a03f", "#d9a03f", "", True),
    Plumage(r"woodpecker|kingfisher|hummingbird|cuckoo|oriole|nightingale|lark|布谷|黄鹂|黄莺|莺|杜鹃|翠鸟|子规|百灵", 0.20, 0.18, 0.04, 0.46, 0.26, 0, 0.50, 0.95, "#d9a83a", "#eed59a", "#4a4440", "#b56a3a", "#7a6a58"),
    Plumage(r"bird|birds|fledgling|songbird|鸟|小鸟|飞鸟|禽", 0.20, 0.24, 0.05, 0.46, 0.16, 0, 0.45, 0.95, "#4f7fa8", "#e6d2b0", "#3a6284", "#d9a03f", "#a5743f"),
)  # fmt: skip
