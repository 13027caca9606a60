"""How the camera sees a shot: size (景别), angle (角度), lens and move (运镜).

The values are the trade's English names; `engine.script.grammar` maps every English and Chinese name and abbreviation to
them and back.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from engine.film.values import Value


class Size(StrEnum):
    """Shot size, widest first."""

    EXTREME_WIDE = "extreme wide"  # 大远景
    WIDE = "wide"  # 远景
    FULL = "full"  # 全景
    MEDIUM = "medium"  # 中景
    MEDIUM_CLOSE = "medium close"  # 中近景
    CLOSE = "close"  # 近景
    CLOSE_UP = "close-up"  # 特写
    EXTREME_CLOSE_UP = "extreme close-up"  # 大特写


class Angle(StrEnum):
    """Where the camera stands to its subject."""

    EYE_LEVEL = "eye level"  # 平视
    HIGH = "high angle"  # 俯拍
    LOW = "low angle"  # 仰拍
    BIRDS_EYE = "bird's eye"  # 鸟瞰
    OVER_SHOULDER = "over the shoulder"  # 过肩
    POINT_OF_VIEW = "point of view"  # 主观
    DUTCH = "dutch angle"  # 荷兰角


class Move(StrEnum):
    """What the camera does during the shot."""

    STATIC = "static"  # 固定
    PUSH_IN = "push in"  # 推
    PULL_OUT = "pull out"  # 拉
    PAN_LEFT = "pan left"  # 左摇
    PAN_RIGHT = "pan right"  # 摇, 右摇
    TILT_UP = "tilt up"  # 上摇
    TILT_DOWN = "tilt down"  # 下摇
    TRUCK_LEFT = "truck left"  # 左移
    TRUCK_RIGHT = "truck right"  # 移, 右移
    FOLLOW = "follow"  # 跟
    CRANE_UP = "crane up"  # 升
    CRANE_DOWN = "crane down"  # 降
    ROLL_CLOCKWISE = "roll clockwise"  # 旋转
    ROLL_COUNTERCLOCKWISE = "roll counterclockwise"  # 逆时针旋转
    ORBIT_LEFT = "orbit left"  # 向左环绕
    ORBIT_RIGHT = "orbit right"  # 环绕
    WHIP_PAN_LEFT = "whip pan left"  # 左甩
    WHIP_PAN_RIGHT = "whip pan right"  # 甩
    HANDHELD = "hand-held"  # 手持
    ZOOM_IN = "zoom in"  # 变焦, 变焦推
    ZOOM_OUT = "zoom out"  # 变焦拉


class Setup(Value):
    """Size, angle, lens and move of one shot; `lens` is a focal length in mm for full frame, None for the default."""

    size: Size = Size.MEDIUM
    angle: Angle = Angle.EYE_LEVEL
    lens: Annotated[int, Field(ge=8, le=400)] | None = None
    move: Move = Move.STATIC
