"""The words of the shot grammar, English and Chinese, as tables: one row a value, three grades of certainty.

`sure` names a shot wherever it stands ('extreme close-up', 仰拍). `phrase` counts when nothing else stands between two stops
('..., push in.', '远景，'). `word` is an everyday word too (推, pan, close): it counts only in brackets, beside other camera
words, or at the head before a colon or dash. English terms in capitals are abbreviations and are matched as capitals only.
Sources: the 景别 and 运镜 lists of the trade as DESIGN and FIELD give them; abbreviations after common shot lists.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.film.setup import Angle, Move, Size


class Names(NamedTuple):
    """What a value is called; the last three are comma-separated lists of further terms."""

    english: str
    chinese: str
    short: str
    sure: str = ""
    phrase: str = ""
    word: str = ""


SIZES = {
    Size.EXTREME_WIDE: Names(
        "extreme wide shot",
        "大远景",
        "EWS",
        "extreme long shot, very wide shot, very long shot, establishing shot, extreme wide, ELS, XLS, XWS, VWS, 极远景, 超远景, 大远景镜头, 定场镜头",
        "establishing, extreme long, 定场",
    ),
    Size.WIDE: Names(
        "wide shot", "远景", "WS", "long shot, master shot, 远景镜头", "LS, wide view, 远景", "wide, wider, master, 远"
    ),
    Size.FULL: Names(
        "full shot",
        "全景",
        "FS",
        "full body shot, full length shot, full figure shot, medium long shot, medium full shot, medium wide shot, cowboy shot, "
        "american shot, 全景镜头, 全身镜头, 中全景",
        "full figure, full body, MLS, MWS, 全景, 大全景, 小全景, 全身",
        "full, 全",
    ),
    Size.MEDIUM: Names(
        "medium shot",
        "中景",
        "MS",
        "mid shot, midshot, waist shot, two shot, 2 shot, 中景镜头, 双人镜头",
        "mid, 中景",
        "medium, 中",
    ),
    Size.MEDIUM_CLOSE: Names(
        "medium close-up",
        "中近景",
        "MCU",
        "medium closeup, medium close up, medium close shot, MCS, 中近景镜头, 中特写",
        "medium close",
    ),
    Size.CLOSE: Names("close shot", "近景", "CS", "reaction shot, 近景镜头, 反应镜头", "reaction, 近景", "close, 近"),
    Size.CLOSE_UP: Names(
        "close-up",
        "特写",
        "CU",
        "close up shot, closeup, insert shot, detail shot, 特写镜头",
        "close up, tight shot, INSERT",
        "tight, 特",
    ),
    Size.EXTREME_CLOSE_UP: Names(
        "extreme close-up",
        "大特写",
        "ECU",
        "extreme closeup, extreme close up, big close-up, big close up, very close shot, extreme close on, choker shot, XCU, BCU, 极特写, 极近景, 超特写, 局部特写, 大特写镜头",
        "extreme close",
    ),
}

ANGLES = {
    Angle.EYE_LEVEL: Names(
        "eye level",
        "平视",
        "EL",
        "eye level shot, eye level angle, 平拍, 平视镜头, 平视角度, 平角度",
        "eye level, 平视",
        "平",
    ),
    Angle.HIGH: Names(
        "high angle",
        "俯拍",
        "HA",
        "high angle shot, high shot, 俯拍镜头, 俯角, 俯视镜头, 俯视角度, 高角度, 俯摄",
        "down angle",
        "from above, 俯视, 俯, 高机位",
    ),
    Angle.LOW: Names(
        "low angle",
        "仰拍",
        "LA",
        "low angle shot, low shot, worm's eye view, worms eye view, worm's eye shot, ground level shot, 仰拍镜头, 仰角, 仰视镜头, 仰视角度, 低角度, 仰摄, 虫视",
        "up angle, worm's eye",
        "from below, 仰视, 仰, 低机位",
    ),
    Angle.BIRDS_EYE: Names(
        "bird's eye view",
        "鸟瞰",
        "BEV",
        "birds eye view, bird's eye shot, god's eye view, gods eye view, god's eye shot, overhead shot, top shot, top down shot, aerial shot, aerial view, "
        "drone shot, helicopter shot, 鸟瞰镜头, 鸟瞰视角, 上帝视角, 航拍镜头, 航拍, 顶拍, 顶视, 正俯拍, 垂直俯拍",
        "bird's eye, birds eye, god's eye, top down, 鸟瞰图",
        "overhead, aerial, 鸟瞰, 俯瞰",
    ),
    Angle.OVER_SHOULDER: Names(
        "over the shoulder",
        "过肩",
        "OTS",
        "over the shoulder shot, over shoulder shot, 过肩镜头, 过肩拍, 越肩镜头, 过肩视角",
        "over the shoulder, over shoulder, OSS, 过肩, 越肩",
    ),
    Angle.POINT_OF_VIEW: Names(
        "point of view",
        "主观",
        "POV",
        "point of view shot, subjective shot, subjective camera, first person view, 主观镜头, 主观视角, 主观视点, 第一人称视角, 第一视角",
        "point of view, subjective view, 主观角度",
        "subjective, 主观",
    ),
    Angle.DUTCH: Names(
        "dutch angle",
        "荷兰角",
        "DA",
        "dutch tilt, dutch shot, dutch angle shot, canted angle, canted frame, canted shot, oblique angle, 荷兰角镜头, 荷兰式倾斜, 斜角镜头, 倾斜构图, 倾斜镜头, 斜拍",
        "tilted frame, tilted angle, 荷兰角度",
        "canted, dutch, 斜角, 倾斜",
    ),
}

MOVES = {
    Move.STATIC: Names(
        "static",
        "固定",
        "STATIC",
        "static shot, locked off shot, lock off shot, static camera, locked camera, fixed camera, 固定镜头, 固定机位, 静止镜头, 定镜头",
        "locked off, locked down, lock off, no move, camera static, 不动机位",
        "static, locked, fixed, 固定, 定, 静止",
    ),
    Move.PUSH_IN: Names(
        "push in",
        "推",
        "PUSH",
        "dolly in shot, push in shot, 推镜头, 推镜, 前推镜头, 推进镜头",
        "dolly in, track in, truck in, slow push, slow push in, camera push, 推近, 前推, 缓推, 慢推, 推至, 推到, 推向, 拉近镜头",
        "push, dolly, 推, 推进",
    ),
    Move.PULL_OUT: Names(
        "pull out",
        "拉",
        "PULL",
        "dolly out shot, pull back shot, pull out shot, reveal shot, 拉镜头, 拉镜, 后拉镜头",
        "pull back, slow pull, slow pull out, slow pull back, dolly out, dolly back, track back, track out, truck out, push out, 拉远, 后拉, 拉出, 缓拉, 慢拉, 拉至",
        "pull, 拉, 拉开",
    ),
    Move.PAN_LEFT: Names(
        "pan left",
        "左摇",
        "PAN L",
        "左摇镜头",
        "pan to the left, pan right to left, slow pan left, 向左摇, 摇左, 左横摇, 往左摇, 从右向左摇",
    ),
    Move.PAN_RIGHT: Names(
        "pan right",
        "右摇",
        "PAN R",
        "右摇镜头, 摇镜头, 摇镜, 横摇镜头, panning shot, pan shot",
        "pan to the right, pan left to right, slow pan, slow pan right, 向右摇, 摇右, 右横摇, 往右摇, 从左向右摇, 横摇, 摇至, 摇向, 摇到, 摇摄, 摇移",
        "pan, panning, 摇",
    ),
    Move.TILT_UP: Names(
        "tilt up",
        "上摇",
        "TILT U",
        "上摇镜头, tilt shot",
        "pan up, 向上摇, 摇上, 往上摇, 从下往上摇, 从下向上摇, 上仰",
        "tilt",
    ),
    Move.TILT_DOWN: Names(
        "tilt down", "下摇", "TILT D", "下摇镜头", "pan down, 向下摇, 摇下, 往下摇, 从上往下摇, 从上向下摇"
    ),
    Move.TRUCK_LEFT: Names(
        "truck left",
        "左移",
        "TRUCK L",
        "左移镜头",
        "trucking shot left, tracking shot left, dolly shot left, track left, tracking left, dolly left, crab left, slide left, move left, 向左移, 左横移, 向左平移, 向左移动, 移左",
    ),
    Move.TRUCK_RIGHT: Names(
        "truck right",
        "右移",
        "TRUCK R",
        "右移镜头, 移镜头, 移动镜头, 横移镜头, 平移镜头, trucking shot",
        "trucking shot right, tracking shot right, dolly shot right, track right, tracking right, dolly right, crab right, slide right, move right, 向右移, 右横移, 向右平移, 向右移动, 移右, 横移, 移至",
        "truck, trucking, 移, 平移, 移动",
    ),
    Move.FOLLOW: Names(
        "follow",
        "跟",
        "FOLLOW",
        "tracking shot, follow shot, following shot, traveling shot, travelling shot, steadicam shot, 跟镜头, 跟镜, 跟拍, 跟拍镜头, 跟随镜头, 跟移, 跟摇, 跟摄",
        "tracking, track with, follow along, steadicam, 跟进",
        "follow, following, track, 跟, 跟随",
    ),
    Move.CRANE_UP: Names(
        "crane up",
        "升",
        "CRANE U",
        "crane shot, jib shot, boom shot, 升镜头, 升镜, 升降镜头, 摇臂镜头, 上升镜头",
        "boom up, jib up, pedestal up, ped up, crane upward, 摇臂上升, 缓升, 升至, 拉升",
        "升, 上升, 升起",
    ),
    Move.CRANE_DOWN: Names(
        "crane down",
        "降",
        "CRANE D",
        "降镜头, 降镜, 下降镜头",
        "boom down, jib down, pedestal down, ped down, crane downward, 摇臂下降, 缓降, 降至",
        "降, 下降, 降下",
    ),
    Move.ROLL_CLOCKWISE: Names(
        "roll clockwise",
        "旋转",
        "ROLL CW",
        "rotating shot, rotation shot, 旋转镜头, 滚镜头",
        "rotate clockwise, spin clockwise, camera roll, roll right, roll cw, rotate cw, 顺时针旋转, 顺时针, 向右旋转, 右旋",
        "rotate, rotating, rotation, 旋转, 旋",
    ),
    Move.ROLL_COUNTERCLOCKWISE: Names(
        "roll counterclockwise",
        "逆时针旋转",
        "ROLL CCW",
        "逆时针旋转镜头",
        "roll counter-clockwise, roll anticlockwise, roll anti-clockwise, roll counter, rotate counterclockwise, rotate counter-clockwise, "
        "rotate anticlockwise, rotate counter, spin counterclockwise, roll left, roll ccw, rotate ccw, 逆时针, 向左旋转, 左旋, 反时针旋转",
    ),
    Move.ORBIT_LEFT: Names(
        "orbit left",
        "向左环绕",
        "ORBIT L",
        "向左环绕镜头",
        "arc left, circle left, orbit to the left, arc to the left, orbit clockwise, 左环绕, 左绕, 逆时针环绕",
    ),
    Move.ORBIT_RIGHT: Names(
        "orbit right",
        "环绕",
        "ORBIT R",
        "orbit shot, arc shot, orbiting shot, 360 shot, 360 degree shot, circling shot, 环绕镜头, 环拍, 环绕拍摄",
        "arc right, circle right, orbit to the right, arc to the right, orbit counterclockwise, arc around, circle around, orbit around, "
        "360 degrees, 向右环绕, 右环绕, 右绕, 顺时针环绕, 360度环绕, 360°环绕, 360度",
        "orbit, orbiting, arc, 360, 环绕, 围绕, 绕",
    ),
    Move.WHIP_PAN_LEFT: Names(
        "whip pan left", "左甩", "WHIP L", "swish pan left, whip pan to the left, 左甩镜头", "whip left, 向左甩, 甩左"
    ),
    Move.WHIP_PAN_RIGHT: Names(
        "whip pan right",
        "甩",
        "WHIP R",
        "whip pan, swish pan, swish pan right, whip pan to the right, 甩镜头, 甩镜, 甩摇, 右甩镜头",
        "whip right, flash pan, 右甩, 向右甩, 甩右, 急摇, 甩至, 甩向",
        "甩, whip",
    ),
    Move.HANDHELD: Names(
        "hand-held",
        "手持",
        "HH",
        "hand-held shot, handheld shot, hand-held camera, handheld camera, shaky camera, shaky cam, 手持镜头, 手持拍摄, 手持摄影, 晃动镜头, 手持跟拍",
        "hand held camera",
        "hand-held, handheld, hand held, shaky, 手持, 晃动",
    ),
    Move.ZOOM_IN: Names(
        "zoom in",
        "变焦推",
        "ZOOM IN",
        "crash zoom, snap zoom, zoom shot, 变焦镜头, 急推变焦",
        "slow zoom, slow zoom in, slow zoom in on, slow zoom on, fast zoom, fast zoom in, zoom in on, punch in, Z IN, 变焦, 变焦推近, 变焦推进",
        "zoom",
    ),
    Move.ZOOM_OUT: Names(
        "zoom out", "变焦拉", "ZOOM OUT", "", "zoom back, slow zoom out, Z OUT, 变焦拉远, 变焦拉出, 变焦拉开"
    ),
}

# Focal lengths in mm for full frame.
LENSES = {
    12: ("fisheye lens, fish-eye lens, 鱼眼镜头", "fisheye, fish-eye, 鱼眼"),
    18: ("ultra wide lens, ultra wide angle lens, ultra wide angle, super wide lens, 超广角镜头, 超广角", "ultra wide"),
    24: ("wide angle lens, wide angle shot, wide lens, 广角镜头, 广角拍摄", "wide angle, 广角"),
    50: ("normal lens, standard lens, 标准镜头", ""),
    100: ("macro lens, macro shot, 微距镜头, 微距拍摄", "macro, 微距"),
    135: ("telephoto lens, telephoto shot, long lens, tele lens, 长焦镜头, 望远镜头, 长焦拍摄", "telephoto, 长焦"),
}

# Camera words that name no value of ours, yet make a line a camera line.
NAMELESS = (
    "reverse angle, reverse shot, another angle, new angle, wider angle, closer angle, 反打镜头, 反打, 空镜头, 长镜头, 正反打",
    "ANGLE, REVERSE, 空镜, 反拍, 正面, 侧面, 背面",
)

# Manner and glue that may stand among camera words without adding anything.
MANNERS = (
    "slow, slowly, very slow, very slowly, fast, quick, quickly, gentle, gently, smooth, smoothly, steady, gradual, gradually, rapid, rapidly, sudden, "
    "suddenly, subtle, long, then, and, with, to, into, from, the, a, an, in, on, of, camera, shot, view, angle, lens, we, move, movement, frame, then to, "
    "缓缓, 缓慢, 慢慢, 缓, 慢速, 慢, 快速, 迅速, 快, 急速, 急, 猛, 轻轻, 渐渐, 逐渐, 然后, 随后, 接着, 再, 转, 接, 到, 至, 成, 为, 由, 从, 向, 镜头, 机位, 拍摄, 画面, "
    "摄影机, 摄像机, 的, 角度, 视角, 地, 并, 后, 切, 给, 一个, 微, 稍, 略, 带, 加, 用, 以, 处, 式, 景别, 运镜, 运动"
)
