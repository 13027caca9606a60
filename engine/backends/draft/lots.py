"""Who plays where, doing what, told how: lots are drawn here, so that a clip's labels are known before a pixel is composed.

The split lives here and nowhere else: with split 'train' no held-out subject, place or phrase can be drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from engine.backends.draft.atlas import Atlas
from engine.backends.draft.captions import LIGHTS, VERBS, Phrases, held_out_of
from engine.backends.draft.tracks import CAMERAS, VERB

Split = Literal["train", "held-out"]
Language = Literal["any", "english", "chinese"]

PAIRS = 1 / 3
"""Share of clips with two subjects."""
CROSSINGS = 0.3
"""Share of those in which the two pass each other."""
_JOINTED = ("wave", "sit")
_HEAVY = ("stand", "walk left", "walk right", "run left", "run right")
"""Verbs drawn twice as often: most of what screenplays ask for."""


@dataclass(frozen=True, slots=True)
class Script:
    """What B clips show, on the CPU: numbers into the atlas, captions.VERBS and tracks.CAMERAS. `subjects`, `verbs` and `present` are
    (B, 2), `phrases` (B, 6) into the table of words (-1: nothing to say), the rest (B,)."""

    places: Tensor
    lights: Tensor
    plates: Tensor
    cameras: Tensor
    subjects: Tensor
    verbs: Tensor
    present: Tensor
    crossing: Tensor
    phrases: Tensor


GAIT_SHARES = (0.64, 0.10, 0.26)
"""Of the subjects drawn, how many have joints, roll, or are one sheet: films are about people and animals, not chopsticks."""
LONG = 3.2
"""Seconds of a take from which a walker would leave a picture that stands still."""


def along(cameras: Tensor, verbs: Tensor) -> Tensor:
    """Where a camera pans the way that somebody walks or runs: (B,) bool."""
    return (_along_with(verbs, torch.full_like(cameras, -1)) == cameras) & (cameras >= 0)


def _along_with(verbs: Tensor, otherwise: Tensor) -> Tensor:
    """The pan that goes along with a walker; `otherwise` for everybody else."""
    left = (verbs == VERB["walk left"]) | (verbs == VERB["run left"])
    right = (verbs == VERB["walk right"]) | (verbs == VERB["run right"])
    pans = CAMERAS.index("pan left"), CAMERAS.index("pan right")
    return torch.where(left, pans[0], torch.where(right, pans[1], otherwise))


@dataclass(frozen=True, slots=True)
class _Sayings:
    """Phrase numbers of each owner, padded: `numbers` (owners, most), `counts` (owners,)."""

    numbers: Tensor
    counts: Tensor

    def drawn(self, owners: Tensor, lots: Tensor) -> Tensor:
        """A phrase of each owner by a number in 0..1."""
        counts = self.counts[owners]
        choice = (lots * counts).long().minimum(counts - 1)
        return self.numbers[owners, choice]


class Lots:
    """Draws scripts from an atlas."""

    def __init__(self, atlas: Atlas) -> None:
        self._number = {phrase: i for i, phrase in enumerate(atlas.words.phrases)}
        keys = [subject.key for subject in atlas.subjects]
        shut = [key in atlas.held_out_subjects for key in keys]
        self._subjects = {"train": _where(shut, False), "held-out": _where(shut, True)}
        closed = [place.key in atlas.held_out_places for place in atlas.places]
        self._places = {"train": _where(closed, False), "held-out": _where(closed, True)}
        self._plates = _plate_table(atlas)
        gaits = torch.tensor(atlas.gaits)
        self._fair = _fair(gaits)
        can = torch.ones(len(keys), len(VERBS))
        for verb in _JOINTED:
            can[gaits != 0, VERB[verb]] = 0
        for verb in _HEAVY:
            can[:, VERB[verb]] *= 2
        self._can = can
        self._said: dict[tuple[str, Split, Language], _Sayings] = {}
        self._owners: dict[str, Sequence[Phrases]] = {
            "place": atlas.places, "light": LIGHTS, "subject": atlas.subjects, "action": VERBS,
        }  # fmt: skip

    def drawn(
        self,
        count: int,
        generator: torch.Generator,
        split: Split = "train",
        places: Split = "train",
        language: Language = "any",
        fixed: Mapping[str, Tensor] | None = None,
        *,
        long: bool = False,
    ) -> Script:
        """A script of `count` clips. `fixed` sets fields of the script instead of drawing them (places, lights, cameras, subjects,
        verbs, present); what is fixed is not checked against the split. In a `long` take the camera mostly goes along with a walker."""
        fixed = fixed or {}

        def lot(*shape: int) -> Tensor:
            return torch.rand(count, *shape, generator=generator, device=generator.device).cpu()

        who = fixed.get("subjects", _two_of(self._subjects[split], self._fair, lot(2)))
        where = fixed.get("places", _one_of(self._places[places], lot()))
        hour = fixed.get("lights", (lot() * len(LIGHTS)).long())
        camera = fixed.get("cameras", (lot() * len(CAMERAS)).long())
        pair, crossing = lot() < PAIRS, lot() < CROSSINGS
        present = fixed.get("present", torch.stack([torch.ones_like(pair), pair], dim=1))
        verbs, meeting = self._verbs(who, lot(2), crossing & present.all(1), lot())
        if "verbs" in fixed:
            verbs, meeting = fixed["verbs"], torch.zeros_like(meeting)
        goes_along = (lot() < 0.7) & long & ~present[:, 1]
        if "cameras" not in fixed:
            camera = torch.where(goes_along, _along_with(verbs[:, 0], camera), camera)
        plates = self._plates[where, hour, (lot() * self._plates.shape[2]).long()]
        phrases = self._phrases(split, language, where, hour, who, verbs, present, lot(6))
        return Script(where, hour, plates, camera, who, verbs, present, meeting, phrases)

    def _verbs(self, who: Tensor, lots: Tensor, crossing: Tensor, order: Tensor) -> tuple[Tensor, Tensor]:
        """A verb that each subject is able to do; those who cross go toward each other."""
        weight = self._can[who]
        reach = weight.cumsum(-1)
        verbs = (reach < (lots * reach[..., -1])[..., None]).sum(-1).clamp(max=len(VERBS) - 1)
        runs = (order * 4).long()
        right = torch.where(runs % 2 == 0, VERB["walk right"], VERB["run right"])
        left = torch.where(runs // 2 == 0, VERB["walk left"], VERB["run left"])
        return torch.where(crossing[:, None], torch.stack([right, left], dim=1), verbs), crossing

    def _phrases(
        self,
        split: Split,
        language: Language,
        where: Tensor,
        hour: Tensor,
        who: Tensor,
        verbs: Tensor,
        present: Tensor,
        lots: Tensor,
    ) -> Tensor:
        owners = (where, hour, who[:, 0], verbs[:, 0], who[:, 1], verbs[:, 1])
        kinds = ("place", "light", "subject", "action", "subject", "action")
        said = [
            self._sayings(kind, split, language).drawn(owner, lots[:, i])
            for i, (kind, owner) in enumerate(zip(kinds, owners, strict=True))
        ]
        there = present[:, [0, 0, 0, 0, 1, 1]].clone()
        there[:, :2] = True
        return torch.where(there, torch.stack(said, dim=1), -1)

    def _sayings(self, kind: str, split: Split, language: Language) -> _Sayings:
        key = (kind, split, language)
        if key not in self._said:
            lists = [[self._number[p] for p in spoken(owner, kind, split, language)] for owner in self._owners[kind]]
            most = max(len(one) for one in lists)
            padded = torch.tensor([one + [one[0]] * (most - len(one)) for one in lists])
            self._said[key] = _Sayings(padded, torch.tensor([len(one) for one in lists]))
        return self._said[key]


def spoken(owner: Phrases, kind: str, split: Split, language: Language) -> tuple[str, ...]:
    """What may be said of an owner. A subject is held out with all its phrases or not at all; of everything else a tenth of the
    phrases is."""
    allowed = {"english": owner.english, "chinese": owner.chinese}.get(language, owner.english + owner.chinese)
    if kind == "subject":
        return allowed
    shut = set(held_out_of(owner.english) + held_out_of(owner.chinese))
    return tuple(p for p in allowed if (p in shut) == (split == "held-out")) or allowed


def _where(flags: Sequence[bool], value: bool) -> Tensor:
    return torch.tensor([i for i, flag in enumerate(flags) if flag == value], dtype=torch.long)


def _one_of(choices: Tensor, lots: Tensor) -> Tensor:
    return choices[(lots * len(choices)).long().clamp(max=len(choices) - 1)]


def _two_of(choices: Tensor, weights: Tensor, lots: Tensor) -> Tensor:
    """Two different ones for each clip, (B, 2)."""
    n = len(choices)
    reach = weights[choices].double().cumsum(0)
    found = torch.searchsorted(reach, lots.double().contiguous() * reach[-1], right=True).clamp(max=n - 1)
    first, second = found.unbind(1)
    second = torch.where(second == first, (second + 1) % n, second)
    return torch.stack([choices[first], choices[second]], dim=1)


def _fair(gaits: Tensor) -> Tensor:
    """Weights (subjects,) by which each way of going about has its share, however many subjects it counts."""
    weights = torch.zeros(len(gaits))
    for gait, share in enumerate(GAIT_SHARES):
        weights[gaits == gait] = share / max(1, int((gaits == gait).sum()))
    return weights


def _plate_table(atlas: Atlas) -> Tensor:
    """Plate numbers by place, light and dressing (P, 4, seeds)."""
    found: dict[tuple[int, int], list[int]] = {}
    for i, plate in enumerate(atlas.plates):
        found.setdefault((plate.place, plate.light), []).append(i)
    seeds = max(len(numbers) for numbers in found.values())
    rows = [
        [
            [numbers[k % len(numbers)] for k in range(seeds)]
            for light in range(len(LIGHTS))
            if (numbers := _lit(found, p, light))
        ]
        for p in range(len(atlas.places))
    ]
    return torch.tensor(rows)


def _lit(found: Mapping[tuple[int, int], list[int]], place: int, light: int) -> list[int]:
    """The plates of a place in that light, or in any where an atlas has no such (a test's)."""
    if (place, light) in found:
        return found[place, light]
    return next(numbers for (p, _), numbers in found.items() if p == place)
