"""What a subject can be told to do, and in which mood: the words that readers of actions and every theatre share.

They stand here, and not with the puppets, because the plan carries a posture over a cut without knowing any back end.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Act(StrEnum):
    """What a puppet can do."""

    STAND = "stand"
    WALK = "walk"
    RUN = "run"
    TALK = "talk"
    WAVE = "wave"
    SIT = "sit"
    LOOK = "look"
    FALL = "fall"
    ENTER = "enter"
    EXIT = "exit"
    LIE = "lie"
    FLY = "fly"
    BUSINESS = "business"  # on the spot, as somebody is: see engine.plan.business


Mood = Literal["calm", "happy", "sad", "angry", "afraid", "surprised", "tired"]
