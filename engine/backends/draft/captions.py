"""What can be said of a clip, in English and Chinese: places, light and verbs, each in many words.

One way of saying it would teach the transformer a password and not a language, so every verb and place has a dozen or more,
such as a screenplay would use; a tenth of them are never trained on, to measure whether others are understood too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SALT = "storyreel-draft-1"
"""What the split hangs on: with another salt other phrases, subjects and places are held out."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """All that is said of one thing. `key` is its name in labels and never shown to the model."""

    key: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]

    @property
    def held_out(self) -> tuple[str, ...]:
        """The phrases kept for evaluation: a tenth of each language, at least one."""
        return held_out_of(self.english) + held_out_of(self.chinese)

    @property
    def trained(self) -> tuple[str, ...]:
        """The phrases training may use."""
        kept = set(self.held_out)
        return tuple(phrase for phrase in self.english + self.chinese if phrase not in kept)


def drawn_lot(name: str) -> int:
    """A number that depends on nothing but the name and the salt."""
    return int.from_bytes(hashlib.sha256(f"{SALT}|{name}".encode()).digest()[:8], "big")


def held_out_of(names: Sequence[str], share: float = 0.1) -> tuple[str, ...]:
    """The `share` of the names with the lowest lots, at least one of two or more, in their own order."""
    count = max(1, round(share * len(names))) if len(names) > 1 else 0
    lowest = set(sorted(names, key=drawn_lot)[:count])
    return tuple(name for name in names if name in lowest)


def _said(key: str, english: str, chinese: str) -> Phrases:
    return Phrases(key, _lines(english), _lines(chinese))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


VERBS: tuple[Phrases, ...] = (
    _said("stand", "stands still|is standing quietly|does not move|waits without moving|stays where she is|just stands there|keeps perfectly still|remains on the spot and waits|He stands and waits.",
          "站着不动|静静地站着|一动不动|站在原地等待|安静地站在那里|停在原地|她站着没有动|原地不动地等着|伫立不动"),
    _said("walk left", "walks to the left|walks left|strolls leftward across the frame|is walking toward the left|goes left at a walk|wanders off to the left side|steps slowly to the left|crosses from right to left on foot|She walks left.",
          "向左走|往左边走去|慢慢地朝左走|从右向左走过|走向画面左侧|正在往左走|朝左边散步|一步一步走向左边|她向左走去"),
    _said("walk right", "walks to the right|walks right|strolls rightward across the frame|is walking toward the right|goes right at a walk|wanders off to the right side|steps slowly to the right|crosses from left to right on foot|She walks right.",
          "向右走|往右边走去|慢慢地朝右走|从左向右走过|走向画面右侧|正在往右走|朝右边散步|一步一步走向右边|她向右走去"),
    _said("run left", "runs to the left|runs left as fast as possible|dashes leftward|sprints toward the left|is running left|races off to the left side|hurries from right to left|rushes to the left|He runs left.",
          "向左跑|往左边跑去|飞快地朝左跑|从右向左奔跑|冲向画面左侧|正在往左狂奔|朝左边冲过去|急忙跑向左边|他向左奔去"),
    _said("run right", "runs to the right|runs right as fast as possible|dashes rightward|sprints toward the right|is running right|races off to the right side|hurries from left to right|rushes to the right|He runs right.",
          "向右跑|往右边跑去|飞快地朝右跑|从左向右奔跑|冲向画面右侧|正在往右狂奔|朝右边冲过去|急忙跑向右边|他向右奔去"),
    _said("jump", "jumps up and down|is jumping|hops on the spot|leaps into the air|jumps for joy|bounces up and down|springs up again and again|makes a jump|She jumps.",
          "跳起来|上下跳跃|在原地蹦跳|高兴得跳起来|一蹦一跳|跃起|不停地跳|往上跳|她跳了起来"),
    _said("spin", "turns around|spins in a circle|turns round and round|is spinning on the spot|twirls|whirls around|rotates on the spot|makes a full turn|She spins around.",
          "转圈|原地旋转|转过身来|不停地打转|转了一圈|团团转|旋转起来|在原地转身|她转起圈来"),
    _said("wave", "waves|waves hello|raises a hand and waves|is waving at us|waves goodbye|greets us with a wave|waves to the camera|lifts an arm in greeting|She waves her hand.",
          "挥手|招手问好|举起手来挥动|正在向我们挥手|挥手告别|朝镜头招手|扬起手臂打招呼|摆摆手|她挥了挥手"),
    _said("sit", "sits down|is sitting|takes a seat|sits down on the ground|settles down to sit|lowers himself and sits|has a seat|sinks down and sits|She sits down.",
          "坐下|坐着|坐下来休息|坐到地上|一屁股坐下|慢慢坐下来|席地而坐|就地坐下|她坐了下来"),
    _said("nearer", "comes nearer|comes toward us|walks toward the camera|approaches|is coming closer|gets closer and closer|steps up to the lens|comes forward|She comes closer.",
          "走近|向我们走来|朝镜头走来|越来越近|靠近过来|迎面走来|走上前来|向前走来|她走近了"),
    _said("away", "goes away|walks away from us|walks off into the distance|recedes|gets farther and farther away|leaves, back to the camera|disappears into the background|turns its back and goes|She walks away.",
          "走远|离开我们远去|朝远处走去|越走越远|背对镜头离开|渐渐远去|走向远方|转身离去|她走远了"),
    _said("fall", "falls down|falls over|collapses|topples over|tumbles to the ground|trips and falls|drops to the ground|ends up lying on the ground|He falls to the ground.",
          "摔倒|倒下|跌倒在地|倒在地上|一下子摔了下去|绊倒了|瘫倒|栽倒在地|他摔倒了"),
    _said("fly up", "flies up|rises into the air|takes off|floats up into the sky|soars upward|is flying up and away|lifts off the ground|ascends|She flies up into the air.",
          "飞起来|升上天空|腾空而起|飘向空中|向上飞去|起飞|离开地面飞上天|飞升|她飞上了天"),
    _said("come down", "comes down from the sky|floats down|descends to the ground|lands|sinks slowly down from above|drops gently from the air|flies down and lands|glides down|She floats down to earth.",
          "从天而降|飘落下来|降落到地面|落地|从空中慢慢降下|轻轻落下|飞下来落在地上|缓缓下落|她从天上飘下来"),
    _said("dance", "dances|is dancing|sways from side to side to the music|dances happily|swings and sways|does a little dance|moves to the rhythm|rocks left and right|She dances.",
          "跳舞|翩翩起舞|随着音乐左右摇摆|高兴地跳舞|扭来扭去|跳起舞来|跟着节奏摆动|左摇右晃|她在跳舞"),
    _said("tremble", "trembles|is shaking with fear|shivers from the cold|shakes all over|quivers|shudders|trembles with fright|is freezing and shivering|He trembles.",
          "发抖|吓得浑身颤抖|冷得打哆嗦|瑟瑟发抖|全身抖个不停|哆嗦|战栗|害怕得直抖|他在发抖"),
    _said("somersault", "does a somersault|turns head over heels|does a cartwheel|flips over|turns a somersault in the air|tumbles head over heels|does a flip|rolls over and over|She does a somersault.",
          "翻跟头|翻筋斗|在空中翻了个跟头|做侧手翻|头朝下翻过来|打滚|翻滚|凌空翻转|她翻了个跟斗"),
)  # fmt: skip

LIGHTS: tuple[Phrases, ...] = (
    _said("day", "day|in daylight|in broad daylight|by day|in the afternoon|at noon|on a bright day|DAY",
          "白天|日|大白天|白昼|下午|中午|阳光明媚|日光下"),
    _said("dusk", "dusk|at dusk|at sunset|in the evening glow|in the evening|as the sun goes down|at twilight|EVENING",
          "黄昏|傍晚|日落时分|夕阳下|晚霞中|太阳落山时|暮色中|天快黑了"),
    _said("night", "night|at night|in the dark of night|by moonlight|late at night|after dark|at midnight|NIGHT",
          "夜|夜晚|深夜|月光下|夜里|天黑以后|半夜|夜色中"),
    _said("dawn", "dawn|at dawn|at sunrise|early in the morning|at daybreak|in the first light|as the sun comes up|MORNING",
          "黎明|清晨|日出时分|一大早|破晓|晨光中|天刚亮|拂晓"),
)  # fmt: skip
"""In the order of LIGHT_NAMES: the animatic engine's times of day."""

LIGHT_NAMES = ("day", "dusk", "night", "dawn")

PLACES: tuple[Phrases, ...] = (
    _said("street", "a street in a small town|on the street|a row of houses with lamps|in the town|a quiet street|a road lined with colourful houses|EXT. STREET|downtown",
          "街道|小镇的街上|一排房子和路灯|城里的马路|安静的街道|两旁是彩色房子的路|外景 街道|大街上"),
    _said("old town", "an old Chinese street|a street with pagodas and red lanterns|in the old town of Suzhou|a street of temples|EXT. ANCIENT TOWN|an ancient Chinese town|a street of old wooden houses in China|lanterns hang over the old street",
          "古镇|古代的街市|挂着红灯笼的老街|长安城的街上|外景 古镇|苏州老城|古色古香的街道|集市上"),
    _said("forest", "a forest|in the woods|among tall trees|deep in the forest|a clearing in the wood|a green forest|EXT. FOREST|under the trees",
          "森林|树林里|高大的树木之间|森林深处|林中空地|绿色的森林|外景 森林|树下"),
    _said("bamboo", "a bamboo grove|among the bamboo|in a bamboo forest|tall bamboo everywhere|EXT. BAMBOO GROVE|between bamboo stalks|a quiet thicket of bamboo|a path through bamboo",
          "竹林|竹子之间|在竹林里|到处是高高的竹子|外景 竹林|翠竹丛中|幽静的竹林|竹林小径"),
    _said("autumn wood", "an autumn forest|trees with orange leaves|a wood in fall|among red maples|EXT. MAPLE WOOD|the forest in autumn|golden trees|a park in October",
          "秋天的树林|橙色树叶的树木|枫树林|红叶之间|外景 枫林|金秋的森林|金黄的树|落叶的公园"),
    _said("beach", "a beach|at the seaside|on the sand by the sea|on the shore|the coast with sails far out|EXT. BEACH|a sandy beach|by the ocean",
          "海滩|海边|海边的沙子上|岸上|远处有帆的海岸|外景 海滩|沙滩|大海旁"),
    _said("lakeside", "a lakeside with a willow|on the bank of the river|by West Lake|beside the lake|EXT. LAKESIDE|a riverbank in China|willows by the water|at the edge of the lake",
          "湖边|河岸上|西湖边|柳树下的湖畔|外景 湖边|江边|水边的杨柳|渡口"),
    _said("mountains", "a meadow in the mountains|in the mountains|below high peaks|a green alpine meadow|EXT. MOUNTAIN MEADOW|a hut among hills|on the hillside|a valley between mountains",
          "山间草地|在山里|高峰之下|绿色的高山草甸|外景 山坡|山中小屋|山坡上|群山之间的谷地"),
    _said("snow", "snowy mountains|in the snow|a snow-covered valley|a white winter landscape|EXT. SNOWFIELD|deep snow below the peaks|a winter day in the hills|the ground is covered with snow",
          "雪山|雪地里|白雪覆盖的山谷|冬天的雪景|外景 雪原|山峰下的积雪|冬日的山岭|地上盖满了雪"),
    _said("desert", "a desert|among sand dunes|in the desert with palm trees|endless sand|EXT. DESERT|the Sahara|hot yellow dunes|an oasis in the sand",
          "沙漠|沙丘之间|有棕榈树的沙漠|无边的黄沙|外景 沙漠|大漠|炎热的沙丘|沙漠绿洲"),
    _said("living room", "a living room|in the house|a cosy room with a window|at home in the parlour|INT. LIVING ROOM|a sitting room with a rug|inside the apartment|indoors, a room with curtains",
          "客厅|家里|有窗户的温馨房间|屋子里|内景 客厅|铺着地毯的起居室|公寓里|挂着窗帘的室内"),
    _said("kitchen", "a kitchen|in the kitchen|a cafe with shelves of dishes|at the restaurant|INT. KITCHEN|a kitchen with cups and pots|inside the tea shop|where the cooking is done",
          "厨房|在厨房里|摆着碗碟的小店|餐馆里|内景 厨房|有锅有碗的厨房|茶馆里|做饭的地方"),
    _said("bedroom", "a bedroom|in the bedroom|a room with beds|next to the bed|INT. BEDROOM|a child's bedroom|a dormitory|a room to sleep in",
          "卧室|在卧室里|有床的房间|床边|内景 卧室|孩子的卧室|宿舍里|睡觉的房间"),
    _said("library", "a library|in the library|a room full of bookshelves|between shelves of books|INT. LIBRARY|a study with many books|at school, in the reading room|a quiet room with bookcases",
          "图书馆|在书房里|满是书架的房间|书架之间|内景 图书馆|有很多书的书房|学校的阅览室|放着书柜的安静房间"),
    _said("hill", "a hill under a great sky|on a grassy hill|a lone tree on a hill|under the wide sky|EXT. HILL|a hilltop with a tree and clouds|up on the hill|a green hill below the stars",
          "广阔天空下的小山|长满草的山丘|山丘上的一棵孤树|辽阔的天空下|外景 山丘|有树有云的山顶|小山上|星空下的绿色山丘"),
    _said("rooftop", "a rooftop|on the roof|up on the roof above the city|on the roofs under the sky|EXT. ROOFTOP|a roof terrace with chimneys|on top of the building|high up on the tiles",
          "屋顶|房顶上|城市上方的屋顶|天空下的屋顶|外景 屋顶|有烟囱的天台|楼顶|高高的瓦片上"),
)  # fmt: skip

HELD_OUT_PLACES = held_out_of([place.key for place in PLACES], 2 / len(PLACES))
"""Two places that no training clip shows."""


def every_phrase(sayings: Iterable[Phrases]) -> tuple[str, ...]:
    """All that is said, each once, in order."""
    return tuple(dict.fromkeys(phrase for saying in sayings for phrase in saying.english + saying.chinese))
