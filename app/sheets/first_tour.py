"""The four steps of the first-run tour: write, draw, cut, and where help is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.sheets.tour import Step, Tour
from app.words import word

if TYPE_CHECKING:
    from app.main_window import MainWindow


def first_tour(window: MainWindow) -> Tour:
    """Begin the tour over a window."""
    top = window.top
    return Tour(
        window,
        (
            Step(
                lambda: top.tabs["board"] if window.session else window.start,
                word("Write"),
                word("Every card is a shot. Click one and say what happens, who is in it and how the camera sees it, in English or Chinese."),
            ),
            Step(
                lambda: top.render_button,
                word("Draw"),
                word("Render draws every shot that has changed, on this computer. You can go on writing meanwhile; takes appear on their cards."),
            ),
            Step(
                lambda: top.tabs["cut"],
                word("Cut"),
                word("The film can be played at any time. Circle the takes you like, trim, and lay music; then export the film."),
            ),
            Step(
                lambda: top.menus,
                word("Everything can be undone"),
                word("Your work saves itself. Press ? for all keys, and switch the language under View."),
            ),
        ),
    )  # fmt: skip
