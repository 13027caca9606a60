"""How scripts tell a camera move in a sentence: 'the camera pans left', 'we push in on', 镜头缓缓推向.

Each row of the tables is (first value, second value, what tells the second, pattern). English has two patterns: one behind a
subject ('the camera', 'we'), where nearly any verb is a move, and a narrow one for orders at the head of a sentence ('Push in
on Mary.'), where 'Push the door' must not count.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.film.setup import Angle, Move

SLOWLY = r"(?:\s+(?:[a-z]+ly|fast|slow|then|now|also|very))*"
_TO = r"(?:to\s+the\s+|to\s+)?"
SIDE = (
    rf"(?:\s+(?:{_TO}(?:left|right)(?:wards?)?(?:\s+to\s+(?:left|right))?|from\s+(?:the\s+)?(?:left|right)\s+to\s+(?:the\s+)?(?:left|right)"
    r"|[LR](?=[\s.,;:)\]]|$)))"
)
_BEARING = r"\b(?:left(?:wards?)?|L)\b\W*$|left(?:wards?)?$"


class Row(NamedTuple):
    """One move as sentences tell it; `told` is read behind a subject, `ordered` at the head of a sentence ('' for none)."""

    first: Move | Angle
    second: Move | Angle
    tells_second: str
    told: str
    ordered: str = ""
    ours: bool = True  # whether 'we' can do it, too


_DOWN = r"down(?:wards?)?|descend|lower|sink|drop|swoop"
_COUNTER = r"counter|anti|\bleft"

ENGLISH = (
    Row(Angle.HIGH, Angle.HIGH, "^$", r"looks?\s+(?:straight\s+)?down(?=\s+(?:on|at|over|from|upon))", "", False),
    Row(Angle.LOW, Angle.LOW, "^$", r"looks?\s+(?:straight\s+)?up(?=\s+(?:at|to|from))", "", False),
    Row(
        Move.WHIP_PAN_RIGHT,
        Move.WHIP_PAN_LEFT,
        _BEARING,
        rf"(?:whip|swish|snap|swing|flick)(?:s|ping|ing)?(?:[\s-]+pan(?:s|ning)?)?{SLOWLY}{SIDE}?",
        rf"(?:whip|swish)[\s-]+pan(?:s|ning)?{SIDE}?|whip(?=\s+to\b)",
        False,
    ),
    Row(
        Move.TILT_UP,
        Move.TILT_DOWN,
        _DOWN,
        rf"(?:tilt(?:s|ing)?|pan(?:s|ning)?){SLOWLY}\s+(?:up|down)(?:wards?)?|tilts?",
        rf"(?:tilt(?:ing)?|pan(?:ning)?){SLOWLY}\s+(?:up|down)(?:wards?)?(?!\s+(?:a|his|her|its|their|the)\b)",
    ),
    Row(
        Move.PAN_RIGHT,
        Move.PAN_LEFT,
        _BEARING,
        rf"pan(?:s|ned|ning)?{SLOWLY}{SIDE}?",
        rf"(?:pan|panning){SLOWLY}(?:{SIDE}|(?=\s+(?:to|across|over|from|along|with|around)\b))",
    ),
    Row(
        Move.PUSH_IN,
        Move.PUSH_IN,
        "^$",
        rf"(?:push(?:es|ing)?|doll(?:y|ies|ying)|tracks?|trucks?|moves?|moving|creeps?|drifts?|glides?|closes?|edges?|inch(?:es)?|eases?|comes?|floats?)"
        rf"{SLOWLY}\s+(?:in|forwards?|closer|nearer)(?:\s+(?:closer|tight))?|push(?:es|ing)?{SLOWLY}(?=\s+(?:to|towards?|into)\b)|approach(?:es)?",
        rf"(?:(?:slow\s+)?push|dolly|truck|track){SLOWLY}\s+in\b|(?:pushing|dollying|tracking)\s+in(?=\s+(?:on|to|towards?|as)\b)|mov(?:e|ing)\s+in(?=\s+on\b)",
    ),
    Row(
        Move.PULL_OUT,
        Move.PULL_OUT,
        "^$",
        rf"(?:pulls?|pulling|doll(?:y|ies)|tracks?|trucks?|moves?|draws?|drifts?|creeps?|eases?|backs?){SLOWLY}\s+(?:back(?:wards?)?|out|away|wide|off|up)",
        rf"(?:(?:slow\s+)?pull|dolly|truck|track){SLOWLY}\s+(?:back|out)\b(?!\s+(?:a|the|his|her|some)\b)|pulling\s+back(?=\s+(?:to|as|until)\b)",
    ),
    Row(
        Move.CRANE_UP,
        Move.CRANE_DOWN,
        _DOWN,
        rf"(?:cranes?|booms?|jibs?|pedestals?|moves?|floats?|drifts?|glides?|comes?){SLOWLY}\s+(?:up|down)(?:wards?)?"
        rf"|(?:cranes?|rises?|lifts?|ascends?|climbs?|soars?|descends?|lowers?|sinks?|drops?)(?:{SLOWLY}\s+(?:up|down))?",
        r"(?:crane|craning|boom|booming|jib|pedestal)\s+(?:up|down)(?:wards?)?",
        False,
    ),
    Row(
        Move.TRUCK_RIGHT,
        Move.TRUCK_LEFT,
        _BEARING,
        rf"(?:trucks?|slides?|moves?|tracks?|travels?|glides?|dollies|dolly|crabs?|drifts?|shifts?){SLOWLY}(?:{SIDE}|\s+(?:sideways|laterally)|(?=\s+(?:across|along|past)\b))|trucks?",
        rf"(?:truck|trucking|track|tracking|dolly|slide|crab){SLOWLY}{SIDE}",
    ),
    Row(
        Move.FOLLOW,
        Move.FOLLOW,
        "^$",
        rf"(?:follow(?:s|ing)?|track(?:s|ing)?|trails?){SLOWLY}(?:\s+(?:with|along|alongside|behind|beside|after))*",
        r"follow(?=\s+(?:the|a|an|her|him|them|it|[A-Z])\b)|track(?:ing)?(?=\s+(?:with|alongside)\b)",
    ),
    Row(
        Move.ORBIT_RIGHT,
        Move.ORBIT_LEFT,
        _COUNTER.replace("counter|anti|", "") + r"|(?<!r)(?<!-)\bclockwise",
        rf"(?:orbits?|orbiting|circles?|circling|arcs?|arcing|revolves?|spirals?){SLOWLY}(?:\s+(?:around|round|about))?(?:{SIDE}|\s+(?:counter-?|anti-?)?clockwise)?"
        rf"|(?:moves?|goes|swings?|spins?|turns?){SLOWLY}\s+(?:around|round)",
        rf"(?:orbit|orbiting|arc|arcing|circle|circling)(?:\s+around|{SIDE})",
        False,
    ),
    Row(
        Move.ROLL_CLOCKWISE,
        Move.ROLL_COUNTERCLOCKWISE,
        _COUNTER,
        rf"(?:rolls?|rotat(?:es?|ing)|spins?|turns?|twists?){SLOWLY}\s+(?:(?:counter|anti)[\s-]?)?clockwise|rotates?(?:{SIDE})?|spins?",
        r"(?:roll|rotate|rotating)\s+(?:(?:counter|anti)[\s-]?)?clockwise",
        False,
    ),
    Row(
        Move.ZOOM_IN,
        Move.ZOOM_OUT,
        r"\b(?:out|back)\b",
        rf"zoom(?:s|ing)?{SLOWLY}(?:\s+(?:in|out|back|closer))?",
        rf"(?:(?:slow|fast)\s+)?zoom(?:ing)?{SLOWLY}\s+(?:in|out|back)",
    ),
    Row(Move.HANDHELD, Move.HANDHELD, "^$", r"shakes?|wobbles?|jitters?|is\s+(?:hand-?held|shaky|unsteady)", "", False),
    Row(
        Move.STATIC,
        Move.STATIC,
        "^$",
        r"(?:is|remains?|stays?|holds?)\s+(?:static|fixed|still|locked(?:[\s-]off)?|motionless|steady)|holds?(?=\s+on\b|[.,;:]|$)|(?:doesn't|does\s+not)\s+move",
        r"HOLD(?=\s+ON\b)",
    ),
)

AFTER = (
    r"(?:\s+(?:on\s+to|onto|on|to\s+reveal|to\s+show|to\s+find|revealing|to|towards?|into|across|over|past|along|around|round|from|through|with"
    r"|alongside|behind|of|as|until|upon|at)\b)?"
)

_LEAD_ZH = (
    r"(?:缓缓|缓慢|慢慢|渐渐|逐渐|快速|迅速|急速|飞快|猛然|猛地|猛|突然|轻轻|一直|随之|随即|随后|开始|继续|又|再|也|则|不断|微微|紧紧|稳稳|一路|平稳|"
    r"地|继而|同时|慢|快|急|向着|[从由][左右上下远近][侧边方处]?[到向至往][左右上下远近][侧边方处]?)*"
)
SUBJECT_ZH = rf"(?:镜头|摄影机|摄像机|机位|画面)[,，]?{_LEAD_ZH}"

CHINESE = (
    Row(Move.HANDHELD, Move.HANDHELD, "^$", r"摇晃|晃动|抖动|颤动"),
    Row(Angle.BIRDS_EYE, Angle.BIRDS_EYE, "^$", r"鸟瞰|俯瞰"),
    Row(Angle.HIGH, Angle.HIGH, "^$", r"俯视|俯拍|俯冲拍摄"),
    Row(Angle.LOW, Angle.LOW, "^$", r"仰视|仰拍|仰望"),
    Row(Angle.DUTCH, Angle.DUTCH, "^$", r"倾斜|歪斜"),
    Row(Move.ZOOM_IN, Move.ZOOM_OUT, r"[拉远]", r"变焦(?:推[近进]?|拉[远出开]?)?"),
    Row(
        Move.ROLL_CLOCKWISE,
        Move.ROLL_COUNTERCLOCKWISE,
        r"逆|反时针|左",
        r"(?:顺时针|逆时针|反时针|[向往][左右])?(?:旋转|转动|翻转)(?:着|起来)?",
    ),
    Row(Move.ORBIT_RIGHT, Move.ORBIT_LEFT, r"左", r"(?:[向往][左右])?(?:环绕|围绕|绕)着?(?:[向往][左右])?"),
    Row(Move.WHIP_PAN_RIGHT, Move.WHIP_PAN_LEFT, r"左[^右]*$", r"(?:[向往]?[左右])?甩(?:动|过|至|到|向)?(?:左|右)?"),
    Row(
        Move.TILT_UP,
        Move.TILT_DOWN,
        r"(?:下|俯)[^上仰]*$",
        r"(?:[向往]?[上下])摇(?:动|过|至|到|向)?|摇(?:上|下)|[向往]上[仰抬]起?|[向往]下[俯压]|(?<=[到向至往][上下])摇(?:动|至|到|向)?|(?<=[到向至往][上下]方)摇",
    ),
    Row(
        Move.PAN_RIGHT,
        Move.PAN_LEFT,
        r"左[^右]*$",
        r"(?:[向往]?[左右])?(?:横|平)?摇(?:动|过|移|拍|摄|至|到|向)?(?:[左右](?=[,。.，]|$))?",
    ),
    Row(
        Move.PUSH_IN,
        Move.PUSH_IN,
        "^$",
        r"(?:前|向前)?推(?:进|近|向|至|到|入|上)?|拉近|逼近|靠近|(?:前|向前)移动?|(?<=远[到向至往及]近)推?",
    ),
    Row(
        Move.PULL_OUT,
        Move.PULL_OUT,
        "^$",
        r"(?:后|向后)?拉(?:开|远|出|后|回|至|到)?(?![近升])|后退|(?:后|向后)移动?|向后退|退后",
    ),
    Row(
        Move.CRANE_UP,
        Move.CRANE_DOWN,
        r"降|下|落",
        r"上升|下降|(?:向上|往上|向下|往下)?(?:升|降)(?:起|高|上|下|低|落|至|到)?|拉升|(?:向?[上下]|往[上下])移动?",
    ),
    Row(
        Move.TRUCK_RIGHT,
        Move.TRUCK_LEFT,
        r"左[^右]*$",
        r"(?:[向往]?[左右])?(?:横|平)?移(?:动|过|开|向|至|到)?(?:[左右](?=[,。.，]|$))?",
    ),
    Row(Move.FOLLOW, Move.FOLLOW, "^$", r"跟(?:随着?|着|拍|进|上|踪|摄|在)?|追随|尾随|追着?|紧跟着?"),
    Row(
        Move.STATIC,
        Move.STATIC,
        "^$",
        r"固定(?:不动|在)?|(?:保持)?不动|静止(?:不动)?|停(?:在|住|留在|留)|定(?:格)?在|对准",
    ),
)
