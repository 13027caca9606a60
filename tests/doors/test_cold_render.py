"""A command that draws, exports or shows a queue loads no words of scripts: half a second that only reading one is worth."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("command", ["making", "queueing", "exporting", "picking_up"])
def test_a_command_that_reads_no_script_loads_no_reader(command: str) -> None:
    code = f"import sys, engine.commands.{command}; print('engine.script.whole_film' in sys.modules)"
    run = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
