"""Which test files take longest: those that make films by the real command, kill it, and train or try every model."""

from __future__ import annotations

LONGEST = (
    "engine/commands/test_film_kills.py",
    "engine/commands/test_film_trouble.py",
    "contract/test_backend_contract.py",
    "engine/backends/animatic/test_sets.py",
    "engine/queue/test_kills.py",
    "app/test_story.py",
    "engine/backends/draft/test_training.py",
    "engine/backends/diffusion/test_going_on.py",
    "engine/commands/test_cli.py",
    "app/test_killed_editor.py",
)
"""Files that take longest: they are handed out first, so that no process ends on one while the others have nothing left."""
