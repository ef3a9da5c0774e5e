"""No garbage is collected while the program starts, and what is there by then is never looked at again."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import gc
from boardtui import collecting
collecting.begin()
print(gc.isenabled(), gc.get_freeze_count())
collecting.wait()
print(gc.isenabled())
collecting.begin()
print(gc.isenabled(), gc.get_freeze_count() > 1000)
"""


def test_collecting_waits_for_the_start_and_leaves_alone_what_it_made() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.splitlines() == ["True 0", "False", "True True"]
