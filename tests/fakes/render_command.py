"""What `storyreel render` does, with nothing around it: load, plan, queue, render, adopt, save. Started by the kill tests.

Usage: python -P tests/fakes/render_command.py FILM. (Not a module of `tests`: a package of that name may be installed.)
"""

from __future__ import annotations

import sys
from pathlib import Path

from engine.client import Client
from engine.commands.console import PersonConsole
from engine.commands.making import take_in
from engine.errors import StoryreelError
from engine.film.store import load
from engine.plan.plan import plan

CARDBOARD = Path(__file__).with_name("cardboard.py")


def main(folder: Path) -> int:
    client = Client(folder, extra=[CARDBOARD])
    try:
        work = plan(load(folder))
        outcome = client.render(client.submit(work.nodes).unsettled, lambda event: None)
        take_in(folder, PersonConsole())
    except StoryreelError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    for _, failed in outcome.failed:
        print(failed.sentence, file=sys.stderr)
    return 5 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
