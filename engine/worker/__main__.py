"""`python -P -m engine.worker FILM --lane render`: the child process that renders for one film's supervisor.

It takes over its standard streams before anything else is imported that might print.
"""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from pathlib import Path

from engine.worker.wire import private_line


def main(arguments: list[str]) -> int:
    """Serve until told to leave; returns the exit code."""
    requests, wire = private_line()
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the supervisor's to answer
    chosen = _parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"
    )
    from engine.worker.loop import Worker

    Worker(chosen.film, chosen.lane, wire, chosen.extra).serve(requests)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="engine.worker")
    parser.add_argument("film", type=Path)
    parser.add_argument("--lane", choices=("render", "desk"), default="render")
    parser.add_argument("--extra", type=Path, action="append", default=[])
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
