"""A draft is the same shot in fewer steps; its final is held against it, and a visible departure is flagged."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from tiny_studio import Studio

from engine.plan.orders import draft_of, key_of

Open = Callable[..., Studio]


def test_a_draft_takes_fewer_steps_and_keeps_its_length(studio: Open) -> None:
    own = studio("wan-t2v", steps=10)
    draft, final = own.take(finish="draft"), own.take(finish="final")
    assert (draft.facts["steps"], final.facts["steps"]) == (4, 10)
    assert draft.seen.shape == final.seen.shape
    assert not np.array_equal(draft.seen, final.seen)
    assert "draft" not in final.facts  # none was in the store


def test_a_quick_model_has_no_quicker_recipe(studio: Open) -> None:
    own = studio("ltx")
    assert np.array_equal(own.take(finish="draft").seen, own.take().seen)


def test_a_final_is_held_against_its_draft(studio: Open) -> None:
    own = studio("wan-t2v", steps=10)
    order = own.order(finish="final")
    draft = own.take(finish="draft")
    own.keep(key_of(draft_of(order)), draft.seen)
    told = own.take(finish="final").facts["draft"]
    assert told["key"] == key_of(own.order(finish="draft"))
    assert -1 <= told["flow"] <= 1
    assert "Against its draft (IRIS walks along the quay.): motion" in own.notes[-1]


def test_a_final_that_departs_visibly_is_flagged(studio: Open) -> None:
    own = studio("wan-t2v", steps=10)
    order = own.order()
    final = own.take().seen
    own.keep(key_of(draft_of(order)), 1 - final)
    far = own.take().facts["draft"]
    assert far["departs"]
    assert "departs visibly" in own.notes[-1]
