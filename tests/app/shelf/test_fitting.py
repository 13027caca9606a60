"""Whether a model fits is counted from its layers, and said as what it is."""

from __future__ import annotations

import pytest

from app.shelf.fitting import Fits, NeedsNone, NoCard, Tight, TooLarge, Unknown, fit, weights_mb
from app.shelf.sentences import fit_told, machine_told, size_told
from engine.machine import Card, Machine
from engine.shelf.manifests import find, models


def machine(card_mb: int = 0) -> Machine:
    return Machine("Linux", 8, 32_000, 100_000, (Card("A card", card_mb),) if card_mb else (), "9.0.2")


def test_our_own_engines_need_no_card() -> None:
    assert isinstance(fit(find("animatic"), machine()), NeedsNone)


@pytest.mark.parametrize(("card_mb", "kind"), [(0, NoCard), (8_000, TooLarge), (24_000, Tight), (80_000, Fits)])
def test_a_larger_card_fits_more(card_mb: int, kind: type) -> None:
    assert type(fit(find("wan2.2-ti2v-5b"), machine(card_mb))) is kind


def test_weights_are_counted_at_two_bytes() -> None:
    weight = weights_mb(find("wan2.1-t2v-1.3b"))
    assert weight is not None
    assert 13_000 < weight < 15_000  # 1.3 billion and an encoder of 5.7 billion


def test_what_is_not_known_is_not_made_up() -> None:
    bare = find("wan2.1-t2v-1.3b").with_(made_of=None)
    assert weights_mb(bare) is None
    assert size_told(bare) == "size not known yet"
    assert fit(bare, machine(24_000)) == Unknown()


def test_every_model_has_a_sentence_on_every_machine() -> None:
    for card_mb in (0, 8_000, 24_000, 141_000):
        assert machine_told(machine(card_mb)).endswith(".")
        for manifest in models():
            assert fit_told(fit(manifest, machine(card_mb)))[0].endswith(".")
