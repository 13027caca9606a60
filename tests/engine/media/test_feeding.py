"""Pictures go through in order while the next is drawn, and a trouble comes back to who draws."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from engine.media.feeding import Feed


def picture(number: int) -> np.ndarray:
    return np.full((100, 4), number, np.uint8)


def put_many(feed: Feed) -> None:
    for number in range(50):
        feed.put(picture(number))


def test_copies_go_through_in_order_although_the_buffer_is_used_again() -> None:
    got: list[int] = []
    feed = Feed(lambda view: got.append(np.asarray(view)[0, 0]), (100, 4), np.uint8)
    one = picture(0)
    for number in range(9):
        one[:] = number
        feed.put(one)
    feed.drain()
    assert got == list(range(9))


def test_the_painter_goes_on_while_a_picture_is_on_its_way() -> None:
    go, came = threading.Event(), threading.Event()

    def push(view: memoryview) -> None:
        came.set()
        assert go.wait(10)

    feed = Feed(push, (100, 4), np.uint8)
    feed.put(picture(1))
    assert came.wait(10)
    feed.put(picture(2))  # would wait for ever if the pipe were written here
    go.set()
    feed.drain()


def test_a_trouble_comes_out_of_the_next_put_and_nobody_waits_for_ever() -> None:
    def push(view: memoryview) -> None:
        raise OSError("the pipe broke")

    feed = Feed(push, (100, 4), np.uint8)
    with pytest.raises(OSError, match="pipe broke"):
        put_many(feed)
    with pytest.raises(OSError, match="pipe broke"):
        feed.drain()
    feed.end()


def test_only_the_same_picture_to_the_bit_repeats() -> None:
    feed = Feed(lambda view: None, (100, 4), np.uint8)
    assert not feed.repeats(picture(1))
    feed.put(picture(1))
    assert feed.repeats(picture(1))
    other = picture(1)
    other[49, 3] = 2
    assert not feed.repeats(other)
    feed.put(other)
    assert feed.repeats(other)
    assert not feed.repeats(picture(1))
    feed.drain()
