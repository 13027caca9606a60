"""Messages survive the pipe; what nobody knows is skipped with a log line."""

from __future__ import annotations

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import protocol

text = st.text(max_size=40)
events = st.one_of(
    st.builds(protocol.Hello, pid=st.integers(0, 2**31), lane=st.sampled_from(["render", "desk"])),
    st.builds(protocol.Started, key=text),
    st.builds(
        protocol.Progress,
        key=text,
        done=st.integers(0),
        total=st.integers(1),
        seconds_left=st.none() | st.floats(0, 1e6),
    ),
    st.builds(protocol.Note, sentence=text),
    st.builds(protocol.Taken, key=text, seconds=st.floats(0, 1e6)),
    st.builds(protocol.Failed, key=text, sentence=text, action=text, kind=text),
    st.builds(protocol.Cancelled, key=text),
    st.builds(protocol.Idle),
    st.builds(protocol.Log, level=st.integers(0, 50), text=text),
)
jobs = st.builds(
    protocol.Job,
    key=text,
    engine=text,
    payload=text,
    lane=st.sampled_from(["render", "desk"]),
    needs=st.lists(text, max_size=3).map(tuple),
    priority=st.integers(-5, 5),
)
requests = st.one_of(
    st.builds(protocol.Run, jobs=st.lists(jobs, max_size=3).map(tuple)),
    st.builds(protocol.Cancel, keys=st.lists(text, max_size=3).map(tuple)),
    st.builds(protocol.Shutdown),
)


@given(events)
def test_events_survive(event: protocol.Event) -> None:
    line = protocol.encode(event)
    assert line.count(b"\n") == 1
    assert protocol.decode_event(line) == event


@given(requests)
def test_requests_survive(request: protocol.Request) -> None:
    line = protocol.encode(request)
    assert line.count(b"\n") == 1
    assert protocol.decode_request(line) == request


@pytest.mark.parametrize(
    "line",
    [
        b"Downloading weights: 100%\n",
        b"\xff\xfe\n",
        b"[]\n",
        b"3\n",
        b'{"v":9,"type":"sing"}\n',
        b'{"type":"progress"}\n',
        b'{"type":["taken"]}\n',
    ],
)
def test_what_nobody_knows_is_skipped_and_logged(line: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert protocol.decode_event(line) is None
        assert protocol.decode_request(line) is None
    assert len(caplog.records) == 2


def test_a_newer_peer_may_say_more() -> None:
    line = json.dumps({"v": 2, "type": "taken", "key": "k", "seconds": 1.0, "mood": "proud"}).encode()
    assert protocol.decode_event(line) == protocol.Taken("k", 1.0)
