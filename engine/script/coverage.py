"""Sizes, angles and moves for shots the script does not call for: coverage as a director would plan it.

Establish, then come closer; singles and over-the-shoulders in talk; a close-up for a feeling or a thing; the camera moves
when somebody does, or when a thought does. Two neighbours never share both size and angle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.film.document import Language
from engine.film.setup import Angle, Move, Setup, Size

_SIZES = tuple(Size)


@dataclass(frozen=True, slots=True)
class View:
    """What coverage needs to know of a shot. `turn` counts the cues of the conversation so far (0: this is no cue)."""

    action: str
    language: Language
    people: int = 0
    others: int = 0  # animals, birds, vehicles and acting things in the shot
    props: int = 0
    turn: int = 0
    listener: bool = False
    opens: bool = False
    interior: bool | None = None
    feeling: bool = False
    reaction: bool = False
    number: int = 0
    introduces: bool = False
    bulky: bool = False  # a vehicle is in the shot
    scenic: bool = False  # its words begin with a building or a landscape

    def says(self, english: str, chinese: str) -> bool:
        """Whether the action matches the pattern of its language."""
        return re.search(chinese if self.language == "zh" else rf"\b(?:{english})\b", self.action, re.I) is not None


_TEARS = r"tears?|cries|weeps?|sobs?|trembles?|shivers?|gasps?|blush(?:es)?|frowns?|grins?|smiles?|heart|whispers?|winks?|sad|afraid|scared|angry|happy|surprised"
_TEARS_ZH = r"泪|哭|颤|抖|叹|皱眉|笑|脸红|心碎|惊|怕|怒|难过|伤心|高兴|悲"
_DETAIL = r"eyes?|hands?|fingers?|lips|face|mouth|feet|paws?|close(?:ly)? at"
_DETAIL_ZH = r"眼睛|双眼|手指|双手|手心|嘴唇|脸|脚尖|泪珠"
_EYES = r"(?:her|his|its|their|'s) eyes|eyes (?:open|fill|widen|shine)|tear runs"
_EYES_ZH = r"眼睛|双眼|眼泪|泪珠"
_RUNS = (
    r"runs?|chases?|races?|gallops?|flees?|rush(?:es)?|dash(?:es)?|follows?|hurr(?:y|ies)|drives?|rides?|rows?|sails?"
)
_RUNS_ZH = r"跑|追|奔|冲|骑|驶|划船|跟着|赶路|逃"
_WALKS = r"walks?|crosses|wanders?|strolls?|marches|passes|pass|trots?|creeps?|crawls?|tiptoes?|comes? along|goes"
_WALKS_ZH = r"走|穿过|经过|路过|漫步|散步|踱|爬|前行"
_FLIES = r"flies|fly|soars?|rises? into|takes off|floats? (?:up|away)|lifts? off|climbs?(?! (?:down|out|into|in|onto|off|aboard|over|through|from|back)\b)|circles"
_FLIES_ZH = r"飞(?![快速身奔])|升起|飘向|爬上(?!了?床)|登上|腾空"
_FALLS = r"falls?|drops?|sinks?|collapses?|lands|(?:comes?|climbs?) down|descends?"
_FALLS_ZH = r"落下|掉|摔|跌|倒下|倒地|跪倒|跪下|磕头|坠|沉"
_TUMBLES = r"falls (?:down|over|to|flat|on|off)|collapses|trips|tumbles|faints"
_TUMBLES_ZH = r"摔倒|跌倒|滑倒|绊倒|晕倒|倒下|倒地|跪倒|跪下|跪在"
_COMES = (
    r"enters?|arrives?|appears?|exits?|leaves?|comes? in|walks? (?:in|out|away|off)|runs? (?:in|out|away|off)|flies in"
)
_COMES_ZH = r"进来|走来|跑来|飞来|出现|离开|走进|走出|走远|离去|驶来"
_REVEALS = r"reveals?|revealing|we see (?:that|the whole)|behind (?:him|her|them) (?:is|are|stands?)|all around|the whole|alone|nobody|empty|nothing"
_REVEALS_ZH = r"原来|露出|四周|整个|空无一人|独自|孤独|空荡荡|无人"
_TENDER = r"hugs?|embraces?|kisses|cradles?|kneels? (?:beside|before|and)|weeps?|sobs?|shakes? hands|fights?"
_TENDER_ZH = r"拥抱|抱住|相拥|亲吻|搂|跪在|握手|痛哭|打斗"
"""What is lost in a wide shot."""
_THINKS = r"thinks?|remembers?|realis\w+|realiz\w+|understands?|stares?|gazes?|dreams?|hesitates?|decides?|listens?|reads?|waits?|notices?"
_THINKS_ZH = r"想|回忆|记起|凝视|凝望|沉思|明白|意识到|犹豫|发呆|等|思念|望着|读|听"
_LOOKS_ROUND = r"looks? (?:around|about|round)|searches|seeks?"
_LOOKS_ROUND_ZH = r"环顾|四处|张望|寻找|找"
_SHOCK = r"explod\w+|crash\w*|screams?|panic\w*|fights?|struggles?|shak\w+|storm|danger\w*|terror|dizzy"
_SHOCK_ZH = r"爆炸|尖叫|打斗|挣扎|惊慌|地震|危险|晕"

_FAR = r"on the horizon|in the distance|far (?:off|away|below|out)|distant"
_FAR_ZH = r"远处|远方|地平线|天边|天际"

_TALK: tuple[tuple[Size, Angle], ...] = (
    (Size.MEDIUM, Angle.OVER_SHOULDER),
    (Size.MEDIUM_CLOSE, Angle.EYE_LEVEL),
    (Size.MEDIUM_CLOSE, Angle.OVER_SHOULDER),
    (Size.CLOSE, Angle.EYE_LEVEL),
)
_ALONE: tuple[tuple[Size, Angle], ...] = (
    (Size.MEDIUM, Angle.EYE_LEVEL),
    (Size.CLOSE, Angle.EYE_LEVEL),
    (Size.MEDIUM_CLOSE, Angle.LOW),
)


def setup_for(view: View, previous: Setup | None) -> Setup:
    """The setup a shot gets when nothing is called for, different from the one before it."""
    if view.turn:
        return varied(_talk(view), previous)
    company = view.people + view.others
    company = max(company, 3) if view.bulky else company
    landscape = view.scenic and not company and not view.says(_DETAIL, _DETAIL_ZH)
    planned = _without_cast(view) if landscape else _roomy(varied(_roomy(_action(view), company), previous), company)
    planned = _to_the_ground(view, _with_hands(view, planned, previous))
    same = previous is not None and planned.size is previous.size and planned.angle is previous.angle
    return planned.with_(size=_SIZES[_SIZES.index(planned.size) - 1]) if same else planned


def _with_hands(view: View, planned: Setup, previous: Setup | None) -> Setup:
    """Who does something with a thing is not cut down to the thing only because the shot before was a single."""
    tight = _SIZES.index(planned.size) >= _SIZES.index(Size.CLOSE_UP)
    if not (tight and view.people and view.props and previous is not None):
        return planned
    meant = _SIZES.index(_action(view).size) >= _SIZES.index(Size.CLOSE)
    return planned if meant else planned.with_(size=_SIZES[max(2, _SIZES.index(previous.size) - 2)])


def _to_the_ground(view: View, planned: Setup) -> Setup:
    """Who falls is out of any frame that ends above the knees."""
    tight = _SIZES.index(planned.size) > _SIZES.index(Size.FULL)
    return planned.with_(size=Size.FULL) if tight and view.people and view.says(_TUMBLES, _TUMBLES_ZH) else planned


def _roomy(setup: Setup, company: int) -> Setup:
    """Two who do something together need a medium shot at least, more of them (or a vehicle) a full one: a single would lose them."""
    least = Size.MEDIUM if company == 2 else Size.FULL
    if company < 2 or _SIZES.index(setup.size) <= _SIZES.index(least):
        return setup
    return setup.with_(size=least)


def _talk(view: View) -> Setup:
    if view.reaction:
        return Setup(size=Size.CLOSE)
    if view.feeling:
        return Setup(size=Size.CLOSE_UP, move=Move.PUSH_IN)
    size, angle = (_TALK if view.listener else _ALONE)[(view.turn - 1) % (len(_TALK) if view.listener else len(_ALONE))]
    slow_push = view.turn % 5 == 4
    return Setup(size=size, angle=angle, move=Move.PUSH_IN if slow_push else Move.STATIC)


def _action(view: View) -> Setup:
    if view.people + view.others == 0:
        return _without_cast(view)
    if view.opens:
        return _opening(view)
    return _moving(view) or (_first_look(view) if view.introduces else None) or _inner(view) or _plain(view)


def _first_look(view: View) -> Setup:
    """Whoever comes into the story is first seen from head to foot."""
    return Setup(size=Size.FULL, move=Move.STATIC if view.number % 2 else Move.PUSH_IN)


def _without_cast(view: View) -> Setup:
    if view.props and not view.opens and not view.scenic and not view.says(_FAR, _FAR_ZH):
        return Setup(size=Size.CLOSE_UP, angle=Angle.HIGH if view.number % 2 else Angle.EYE_LEVEL, move=Move.PUSH_IN)
    if view.props and view.interior:
        return Setup(size=Size.WIDE, move=Move.PAN_RIGHT)
    return Setup(
        size=Size.WIDE if view.interior or view.props else Size.EXTREME_WIDE,
        move=Move.PAN_LEFT if view.number % 2 else Move.PAN_RIGHT,
    )


def _opening(view: View) -> Setup:
    """A scene opens wide enough to say where we are."""
    size = Size.FULL if view.interior or view.says(_TENDER, _TENDER_ZH) else Size.WIDE
    if view.says(_RUNS, _RUNS_ZH):
        return Setup(size=size, move=Move.FOLLOW)
    if view.says(_WALKS, _WALKS_ZH):
        return Setup(size=size, move=Move.TRUCK_RIGHT)
    return Setup(size=size, move=Move.PUSH_IN if view.number % 2 == 0 else Move.STATIC)


def _moving(view: View) -> Setup | None:
    """Somebody goes somewhere: the camera stays wide, and goes along where it can."""
    crowd = view.people + view.others > 2
    if view.says(_FLIES, _FLIES_ZH):
        return Setup(size=Size.WIDE if crowd else Size.FULL, angle=Angle.LOW, move=Move.TILT_UP)
    if view.says(_COMES, _COMES_ZH):
        return Setup(size=Size.FULL, move=Move.PAN_RIGHT if view.others and not view.people else Move.STATIC)
    if view.says(_RUNS, _RUNS_ZH):
        return Setup(size=Size.WIDE if crowd else Size.FULL, move=Move.FOLLOW)
    if view.says(_WALKS, _WALKS_ZH):
        return Setup(size=Size.FULL, move=Move.FOLLOW if view.number % 2 else Move.TRUCK_RIGHT)
    if view.says(_FALLS, _FALLS_ZH):
        # Not a tilt, which ends on the subject: whoever falls must be seen before the fall.
        return Setup(size=Size.FULL, angle=Angle.HIGH, move=Move.STATIC)
    return None


def _inner(view: View) -> Setup | None:
    """Feelings, details, thoughts, shocks and surprises."""
    if view.says(_SHOCK, _SHOCK_ZH):
        return Setup(size=Size.MEDIUM, angle=Angle.DUTCH, move=Move.HANDHELD)
    if view.says(_EYES, _EYES_ZH):  # closes her eyes and blows out the candle: the candle is seen too
        return Setup(size=Size.MEDIUM_CLOSE if view.props else Size.EXTREME_CLOSE_UP)
    if view.says(_TEARS, _TEARS_ZH) or view.says(_DETAIL, _DETAIL_ZH):
        return Setup(size=Size.CLOSE_UP)
    if view.says(_REVEALS, _REVEALS_ZH):
        return Setup(size=Size.MEDIUM, move=Move.PULL_OUT)
    if view.says(_LOOKS_ROUND, _LOOKS_ROUND_ZH):
        return Setup(size=Size.MEDIUM, move=Move.PAN_RIGHT if view.number % 2 else Move.PAN_LEFT)
    if view.says(_THINKS, _THINKS_ZH):
        return Setup(size=Size.MEDIUM_CLOSE, move=Move.PUSH_IN)
    return None


def _plain(view: View) -> Setup:
    if view.people + view.others > 1:
        return Setup(size=Size.FULL if view.number % 2 else Size.MEDIUM)
    return Setup(size=Size.MEDIUM if view.number % 2 else Size.MEDIUM_CLOSE)


def varied(setup: Setup, previous: Setup | None) -> Setup:
    """`setup`, moved two sizes away from the one before it where both stand at the same angle."""
    if previous is None or setup.angle is not previous.angle or _apart(setup.size, previous.size) > 1:
        return setup
    if setup.size is not previous.size and setup.move is not previous.move:
        return setup
    at = _SIZES.index(previous.size)
    tighter = at + 2 < len(_SIZES) - 1
    return setup.with_(size=_SIZES[at + 2 if tighter else at - 2])


def _apart(one: Size, other: Size) -> int:
    return abs(_SIZES.index(one) - _SIZES.index(other))
