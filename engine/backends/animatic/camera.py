"""The multiplane camera: a pinhole with lens shift over upright sheets, framed on the players and moved on rails.

Every sheet is only scaled and translated on its way into the frame (the shift lens keeps uprights upright), because a
rotated layer costs 3.5 times a straight one; roll is applied once to the whole picture. The size of a shot comes from
walking nearer, not from cropping, so the background is magnified only mildly and stays sharp.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from engine.film.setup import Angle, Move, Size

FILM_BACK = 20.25
"""Height in mm of a 16:9 frame cut from full frame; focal lengths are divided by it to give frame heights."""

NEAR = 0.18
"""Sheets nearer to the lens than this (metres) are out of the way."""


REACH = 0.75
"""The lens comes no nearer to a subject than this (metres): a sparrow's face is taken with a longer lens."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the camera is and how it looks. x, y, z in metres; focal and shifts in frame heights (shift_y positive moves
    the picture down: the horizon stands at 0.5 + shift_y of the frame); roll in degrees, clockwise on screen positive;
    yaw in degrees: how far it has gone round the subject; pitch in degrees, down positive; squash the foreshortening of
    uprights; keystone how much wider the picture is taken at the foot than at the head of the frame (negative: the other
    way round), for verticals that lean; smear the length of motion blur in frame widths."""

    x: float
    y: float
    z: float
    focal: float
    shift_x: float = 0.0
    shift_y: float = 0.0
    roll: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    squash: float = 1.0
    keystone: float = 0.0
    smear: float = 0.0

    def scale(self, z: float) -> float:
        """Frame heights per metre at depth z; 0 when that depth is behind the lens."""
        away = z - self.z
        return self.focal / away if away > NEAR else 0.0

    def origin(self, z: float) -> tuple[float, float]:
        """Where the point (0, 0, z) stands: frame heights right of and below the middle of the frame."""
        s = self.scale(z)
        # Going round the subject at the origin is a shear in depth: near sheets one way, far ones the other.
        around = z * math.tan(math.radians(self.yaw * ORBIT_SHEAR))
        return self.shift_x - s * (self.x - around), self.shift_y + s * self.squash * self.y

    def point(self, x: float, y: float, z: float) -> tuple[float, float]:
        """A world point in frame heights right of and below the middle of the (unrolled) frame."""
        s = self.scale(z)
        ox, oy = self.origin(z)
        return ox + s * x, oy - s * self.squash * y


ORBIT_SHEAR = 0.4
"""Planes shift by this share of the orbit's angle; figures turn by all of it, or the turn would not be seen."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the framing needs to know of the players in focus: extents in metres, marks in world x, and where they look
    (-1 left, 1 right, 0 at us). `head` is the height of the head, `top` of the whole figure as it stands or sits. `low` is
    the height down to which the frame must reach, so that the smaller of two keeps more than a pair of eyes. `by_face`: it
    is framed by a face that is not over its feet; `speaks`: room is left for its captions. `far` is the depth at which the last of them stands."""

    x: float
    top: float
    eye: float
    head: float
    left: float
    right: float
    look: float = 0.0
    z: float = 0.0
    lift: float = 0.0
    is_thing: bool = False
    sole: bool = True
    low: float = math.inf
    by_face: bool = False
    far: float = 0.0
    speaks: bool = False
    kept: tuple[float, float, float, float] | None = None  # left, right, low and high of faces that must not leave it
    brink: float | None = None  # depth at which the ground before it ends, where it floats below that ground


@dataclass(frozen=True, slots=True)
class Frame:
    """A framing: `tall` metres of the subject plane fill the frame's height; the height `aim` (metres over the subject's
    ground) stands at `row` of the frame (0 top, 1 bottom); the horizon at `horizon`."""

    tall: float
    aim: float
    row: float
    horizon: float


_BOTTOMS = {Size.MEDIUM: 0.52, Size.MEDIUM_CLOSE: 0.68, Size.CLOSE: 0.82}
"""Where the frame's lower edge cuts the figure, as a share of its height below the head: waist, chest, shoulders."""

_WIDES = {Size.EXTREME_WIDE: (0.095, 0.80, 0.66), Size.WIDE: (0.30, 0.84, 0.62), Size.FULL: (0.80, 0.91, 0.60)}
"""(height of the figure, row of the feet, row of the horizon), all as shares of the frame."""

_THINGS = {
    Size.MEDIUM: 0.55,
    Size.MEDIUM_CLOSE: 0.66,
    Size.CLOSE: 0.75,
    Size.CLOSE_UP: 0.85,
    Size.EXTREME_CLOSE_UP: 1.5,
}


_FACES = {Size.MEDIUM: 0.50, Size.MEDIUM_CLOSE: 0.60, Size.CLOSE: 0.74, Size.CLOSE_UP: 0.92}
"""How much of the frame's height an animal's face fills at most, ears and all: most are nearly all head, and sizes measured
by the body would look alike."""


def _small_face(subject: Subject) -> float:
    """The face by which an animal is framed: of a rabbit, who is ears for the greater part, so much that even a medium shot is nearer
    than a full one."""
    full = subject.top / _WIDES[Size.FULL][0]
    return min(subject.head, 0.88 * full * _FACES[Size.MEDIUM])


def frame_for(size: Size, subject: Subject) -> Frame:
    """The framing of a size at eye level."""
    if size in _WIDES:
        share, feet, horizon = _WIDES[size]
        # Aimed at the middle of the figure, so that a push grows it about there and not out of the frame.
        return Frame(max(subject.top, 0.05) / share, subject.top / 2, feet - share / 2, horizon)
    if subject.is_thing:
        return Frame(max(subject.top, 0.03) / _THINGS[size], subject.top / 2, 0.53, 0.60)
    if size is Size.CLOSE_UP:
        tall = _small_face(subject) / _FACES[size] if subject.by_face else subject.head / 0.80
        return Frame(tall, subject.eye, 0.47, 0.62)
    if size is Size.EXTREME_CLOSE_UP:
        tall, row = (0.53, 0.40) if subject.speaks else (0.46, 0.47)
        return Frame(subject.head * tall, subject.eye, row, 0.62)
    bottom = min((subject.top - subject.head) * _BOTTOMS[size], subject.low)
    tall = (subject.top - bottom) / 0.925
    if subject.by_face:
        tall = max(tall, _small_face(subject) / _FACES[size])
    return Frame(tall, subject.top, 0.075, 0.61)


@dataclass(frozen=True, slots=True)
class Shoot:
    """One shot as the camera department has planned it: the middle camera, what it is aimed at, and the move."""

    middle: Camera
    subject: Subject
    frame: Frame
    move: Move
    angle: Angle
    seconds: float
    aspect: float
    seed: int

    @property
    def has_parallax(self) -> bool:
        """Whether planes move against each other."""
        return self.move in _PARALLAX


_PARALLAX = frozenset(
    {Move.PUSH_IN, Move.PULL_OUT, Move.TRUCK_LEFT, Move.TRUCK_RIGHT, Move.FOLLOW}
    | {Move.CRANE_UP, Move.CRANE_DOWN, Move.ORBIT_LEFT, Move.ORBIT_RIGHT}
)


def plan_shoot(
    size: Size, angle: Angle, move: Move, lens: int | None, subject: Subject, seconds: float, aspect: float, seed: int
) -> Shoot:
    """Where to put the camera for a setup. `aspect` is width / height."""
    frame = _wide_enough(frame_for(size, subject), subject, aspect)
    if subject.kept is not None and size not in _WIDES and (held := _holding(frame, subject.kept, aspect)) is not frame:
        frame, subject = held, replace(subject, x=(subject.kept[0] + subject.kept[1]) / 2, look=0.0)
    focal = _focal(size, lens) * (0.76 if angle is Angle.LOW and lens is None else 1.0)
    frame = _angled(frame, angle)
    focal = max(focal, REACH / frame.tall)
    if angle is Angle.BIRDS_EYE:
        return Shoot(_overhead(frame, subject, focal), subject, frame, move, angle, seconds, aspect, seed)
    pitch, squash = pitch_of(angle), _PITCHES.get(angle, (0.0, 1.0))[1]
    scale = 1 / frame.tall
    look = _look_room(size, subject, aspect)
    # The lens shift puts the aim on its row; the camera's height then puts the horizon on its own.
    y = subject.lift + (frame.aim + (frame.row - frame.horizon) / scale) / squash
    y = max(y, 0.04, _over_the_brink(subject, subject.z - focal / scale))
    middle = Camera(
        subject.x, y, subject.z - focal / scale, focal,
        shift_x=-look, pitch=pitch, squash=squash, keystone=_KEYSTONES.get(angle, 0.0),
        roll=_DUTCH * (1 if seed % 2 else -1) if angle is Angle.DUTCH else 0.0,
    )  # fmt: skip
    return Shoot(_aimed(middle, subject, frame), subject, frame, move, angle, seconds, aspect, seed)


def _over_the_brink(subject: Subject, z: float) -> float:
    """How high a camera at depth `z` must be to see what floats below a quay over the quay's edge: its lower third may hide."""
    if subject.brink is None or not z < subject.brink < subject.z:
        return 0.0
    hidden = max(0.0, -subject.lift - subject.top / 3)
    return min(0.3 + hidden / (subject.z - subject.brink) * (subject.brink - z), _LADDER)


_LADDER = 3.0
"""Metres: as high as a camera climbs for that."""


def pitch_of(angle: Angle) -> float:
    """How far the camera of an angle looks down, in degrees (up: negative)."""
    return 90.0 if angle is Angle.BIRDS_EYE else _PITCHES.get(angle, (0.0, 1.0))[0]


_DUTCH = 11.0
_PITCHES = {Angle.HIGH: (38.0, 0.84), Angle.LOW: (-24.0, 0.97)}
_KEYSTONES = {Angle.HIGH: 0.22, Angle.LOW: -0.18}


def _aimed(camera: Camera, subject: Subject, frame: Frame) -> Camera:
    """The same camera with its lens shifted so that the aim stands on its row. Puppets foreshorten themselves, so only
    the ground under them is squashed."""
    s = camera.scale(subject.z)
    height = s * (frame.aim + camera.squash * (subject.lift - camera.y))
    return replace(camera, shift_y=frame.row - 0.5 + height)


def _focal(size: Size, lens: int | None) -> float:
    if lens is not None:
        return min(max(lens, 14), 200) / FILM_BACK
    return {Size.EXTREME_WIDE: 1.5, Size.WIDE: 1.6, Size.FULL: 1.75}.get(size, 2.3)


def _wide_enough(frame: Frame, subject: Subject, aspect: float) -> Frame:
    """Everybody in focus fits between the frame's sides: the frame grows about its aim until they do."""
    # Who lies down or is longer than tall would else fill a full shot from edge to edge, and lose its tail to looking room.
    whole = subject.sole and frame.row + frame.aim / frame.tall < 1
    need = (subject.right - subject.left) / (
        aspect * (0.82 if whole else 0.94 if subject.is_thing or subject.sole else 0.90)
    )
    if subject.sole and not whole and not subject.is_thing and frame.tall < subject.head * 2.2:
        return frame
    tall = max(frame.tall, need)
    # A medium shot that has to take in a long company shows it on its feet, not hung from the frame's head.
    row = max(frame.row, 0.90 - frame.aim / tall) if frame.aim == subject.top else frame.row
    return replace(frame, tall=tall, row=row)


def _holding(frame: Frame, kept: tuple[float, float, float, float], aspect: float) -> Frame:
    """The frame, widened and raised or lowered until it holds the faces that are to be kept."""
    left, right, low, high = kept
    top, bottom = frame.aim + frame.row * frame.tall, frame.aim - (1 - frame.row) * frame.tall
    if high <= top and low >= bottom and right - left <= aspect * frame.tall:
        return frame
    tall = max(frame.tall, (high - low) / (1 - 2 * _HEADROOM), (right - left) / (0.9 * aspect))
    return replace(frame, tall=tall, aim=high, row=_HEADROOM)


_HEADROOM = 0.06
"""Over the highest of the faces that are kept, as a share of the frame."""


def _angled(frame: Frame, angle: Angle) -> Frame:
    if angle is Angle.HIGH:
        return replace(frame, horizon=-0.34)
    if angle is Angle.LOW:
        feet = frame.row + frame.aim / frame.tall
        return replace(frame, horizon=feet - 0.015 if feet < 1 else 0.90)
    return frame


def _look_room(size: Size, subject: Subject, aspect: float) -> float:
    """How far off the middle the subject stands (frame heights, positive: to the left), to leave room for the gaze."""
    if not subject.sole or subject.is_thing:
        return 0.0
    if size is Size.EXTREME_CLOSE_UP:  # the eyes of a head that is turned are not over its middle
        return 0.0 if subject.by_face else _EYES_ASIDE * subject.look
    share = {Size.EXTREME_WIDE: 0.12, Size.WIDE: 0.10, Size.FULL: 0.05}.get(size, 0.06)
    return share * aspect * subject.look


_EYES_ASIDE = 0.46
"""How far the middle of the eyes stands from the middle of a head in profile, in heights of an extreme close-up."""


def _overhead(frame: Frame, subject: Subject, focal: float) -> Camera:
    """Straight down on a plan: the world's z runs up the picture, heights run toward the lens."""
    # Seen from above what counts is how long a thing is, and it may lie along the picture's height.
    long = 1.2 * (subject.right - subject.left) if subject.sole else 0.0
    deep = max(0.0, subject.far - subject.z)  # the car behind them is a car's breadth further up the picture
    least = 0.0 if subject.is_thing else 1.5
    tall = max(frame.tall * 1.1, long, least, 2 * deep + 1.6 if deep > 0.5 else 0.0)
    return Camera(subject.x, subject.z + deep / 2, -focal * tall, focal, pitch=90.0)


def ease(share: float, ramp: float) -> float:
    """Progress 0..1 with constant speed between two ramps, each `ramp` (0..0.5) of the way (trapezoid velocity)."""
    u = min(max(share, 0.0), 1.0)
    ramp = min(max(ramp, 1e-6), 0.5)
    top = 1 / (1 - ramp)
    if u < ramp:
        return top * u * u / (2 * ramp)
    if u > 1 - ramp:
        return 1 - top * (1 - u) ** 2 / (2 * ramp)
    return top * (u - ramp / 2)


def drift(seconds: float, seed: int) -> float:
    """Hand-held sway in about -1..1: three slow sines between 0.5 and 2 Hz with phases from the seed."""
    phase = (seed % 997) * 0.61803
    waves = ((0.53, 0.55), (0.97, 0.30), (1.71, 0.15))
    return sum(w * math.sin(2 * math.pi * (f * seconds + phase * (i + 1.37))) for i, (f, w) in enumerate(waves))


def camera_at(shoot: Shoot, seconds: float, subject_x: float | None = None) -> Camera:
    """The camera at a time from the shot's frame 0; in the handles it rests where the move begins or ends.

    `subject_x` is where the followed subject is now (only FOLLOW asks).
    """
    # 10 frames at 24/s of ease at either end, whatever the rate.
    share = ease(seconds / max(shoot.seconds, 1e-6), min(0.5, (10 / 24) / max(shoot.seconds, 1e-6)))
    camera = _moved(shoot, share, seconds, subject_x)
    if shoot.angle is Angle.POINT_OF_VIEW and shoot.move is not Move.HANDHELD:
        camera = _swayed(camera, seconds, shoot.seed, shoot.aspect * 0.005)
    return camera


def _moved(shoot: Shoot, share: float, seconds: float, subject_x: float | None) -> Camera:
    move, middle = shoot.move, shoot.middle
    if move in _SLIDES:
        return _slid(shoot, move, share)
    if move in (Move.PUSH_IN, Move.PULL_OUT):
        return _dollied(shoot, share if move is Move.PUSH_IN else 1 - share)
    if move in (Move.ZOOM_IN, Move.ZOOM_OUT):
        return _zoomed(shoot, share if move is Move.ZOOM_IN else 1 - share)
    if move is Move.FOLLOW:
        return replace(middle, x=middle.x + ((subject_x if subject_x is not None else middle.x) - middle.x))
    if move in (Move.CRANE_UP, Move.CRANE_DOWN):
        return _craned(shoot, share if move is Move.CRANE_UP else 1 - share)
    if move in (Move.ROLL_CLOCKWISE, Move.ROLL_COUNTERCLOCKWISE):
        way = 1 if move is Move.ROLL_CLOCKWISE else -1
        return replace(middle, roll=middle.roll + way * share * roll_total(shoot.seconds))
    if move in (Move.ORBIT_LEFT, Move.ORBIT_RIGHT):
        way = 1 if move is Move.ORBIT_RIGHT else -1
        return replace(middle, yaw=way * (2 * share - 1) * min(14 + 7 * shoot.seconds, 42))
    if move in (Move.WHIP_PAN_LEFT, Move.WHIP_PAN_RIGHT):
        return _whipped(shoot, seconds)
    if move is Move.HANDHELD:
        return _swayed(middle, seconds, shoot.seed, shoot.aspect * 0.009)
    return middle


def roll_total(seconds: float) -> float:
    """Degrees a roll turns over a shot: about 36 a second, between a quarter and a whole turn."""
    return min(max(36.0 * seconds, 75.0), 360.0)


_SLIDES = {
    Move.PAN_RIGHT: (1, 0), Move.PAN_LEFT: (-1, 0), Move.TILT_UP: (0, 1), Move.TILT_DOWN: (0, -1),
    Move.TRUCK_RIGHT: (1, 0), Move.TRUCK_LEFT: (-1, 0),
}  # fmt: skip


def _slid(shoot: Shoot, move: Move, share: float) -> Camera:
    """Pan and tilt turn on the spot, which a shift lens does without parallax; a truck rolls sideways, with it."""
    way_x, way_y = _SLIDES[move]
    middle, t = shoot.middle, share - 0.5
    if move in (Move.TRUCK_LEFT, Move.TRUCK_RIGHT):
        run = min(0.20 * shoot.seconds, 0.52, _truck_room(shoot)) * shoot.aspect * shoot.frame.tall
        return replace(middle, x=middle.x + way_x * t * run)
    wide = min(0.21 * shoot.seconds, 0.55) * shoot.aspect
    tall = min(0.21 * shoot.seconds, 0.46)
    # A tilt, and a pan on one subject, end on it: that is what they were made for. A pan over several shows them in turn.
    sole = shoot.subject.sole
    return replace(
        middle,
        shift_x=middle.shift_x - way_x * (0.78 * (share - 1) if sole else 0.8 * t) * wide,
        shift_y=middle.shift_y + way_y * (share - 1) * tall,
    )


def _truck_room(shoot: Shoot) -> float:
    """How far a truck may roll, in frame widths, before it loses the outer ones of a company: their inner halves stay in."""
    subject = shoot.subject
    if subject.sole:
        return 1.0
    filled = (subject.right - subject.left) / (shoot.aspect * shoot.frame.tall)
    return max(0.2, 1 - 0.85 * filled)


def _dollied(shoot: Shoot, share: float) -> Camera:
    """A push of about a quarter: the frame's height at the subject goes from 1.13 to 0.89 of the ordered one."""
    away = shoot.subject.z - shoot.middle.z
    far, near = (1.10, 0.92) if shoot.seconds < 2 else (1.13, 0.885)
    moved = replace(shoot.middle, z=shoot.subject.z - away * far * (near / far) ** share)
    return moved if shoot.angle is Angle.BIRDS_EYE else _aimed(moved, shoot.subject, shoot.frame)


def _zoomed(shoot: Shoot, share: float) -> Camera:
    middle = shoot.middle
    wide, long = 0.86, 1.17
    moved = replace(middle, focal=middle.focal * wide * (long / wide) ** share)
    k = moved.focal / middle.focal
    if shoot.angle is Angle.BIRDS_EYE:
        return moved
    return replace(_aimed(moved, shoot.subject, shoot.frame), shift_x=middle.shift_x * (k if shoot.subject.sole else 1))


def _craned(shoot: Shoot, share: float) -> Camera:
    """Up: from below the eyes to well above; the lens keeps most of the subject in frame while the horizon climbs."""
    middle, frame = shoot.middle, shoot.frame
    rise = 0.75 * frame.tall
    low = max(middle.y - rise * 0.42, 0.45 * middle.y, 0.05)  # never so low that the near ground hides the feet
    y = low + rise * share
    moved = _aimed(replace(middle, y=y), shoot.subject, frame)
    return replace(moved, shift_y=moved.shift_y + 0.20 * (share - 0.5))


def _whipped(shoot: Shoot, seconds: float) -> Camera:
    """Rest on the set, then swing to the subject in a third of a second, overshoot a little and settle."""
    way = 1 if shoot.move is Move.WHIP_PAN_RIGHT else -1
    start = min(0.3 * shoot.seconds, 0.6)
    swing = 0.42
    reach = 1.35 * shoot.aspect

    def away(at: float) -> float:
        u = (at - start) / swing
        if u <= 0:
            return 1.0
        if u < 1:
            return 1 - u * u * (3 - 2 * u) * 1.03
        return -0.03 * math.exp(-(u - 1) * 2.6) * math.cos((u - 1) * 4)

    smear = abs(away(seconds + 1 / 48) - away(seconds - 1 / 48)) * reach / shoot.aspect
    return replace(
        shoot.middle, shift_x=shoot.middle.shift_x + way * away(seconds) * reach, smear=smear if smear > 0.012 else 0.0
    )


def _swayed(camera: Camera, seconds: float, seed: int, size: float) -> Camera:
    """Hands breathe: half a percent of the frame or so, slowly."""
    return replace(
        camera,
        shift_x=camera.shift_x + size * drift(seconds, seed),
        shift_y=camera.shift_y + size * 0.8 * drift(seconds, seed + 331),
    )
