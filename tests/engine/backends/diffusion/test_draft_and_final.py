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
    assert not own.departures  # no draft was in the store


def test_a_quick_model_has_no_quicker_recipe(studio: Open) -> None:
    own = studio("ltx")
    assert np.array_equal(own.take(finish="draft").seen, own.take().seen)


def test_a_final_is_held_against_its_draft(studio: Open) -> None:
    own = studio("wan-t2v", steps=10)
    order = own.order(finish="final")
    draft = own.take(finish="draft")
    own.keep(key_of(draft_of(order)), draft.seen)
    final = own.take(finish="final")
    assert own.departures["0"].draft == key_of(own.order(finish="draft"))
    assert -1 <= own.departures["0"].flow <= 1
    assert "draft" not in final.facts  # the same take whether a draft is there or not
    assert "Against its draft (IRIS walks along the quay.): motion" in own.notes[-1]


def test_a_final_that_departs_visibly_is_flagged(studio: Open) -> None:
    own = studio("wan-t2v", steps=10)
    order = own.order()
    final = own.take().seen
    own.keep(key_of(draft_of(order)), 1 - final)
    own.take()
    assert own.departures["0"].departs
    assert "departs visibly" in own.notes[-1]
