"""Every class of faults: how it is tried, and how often in full."""

from __future__ import annotations

from tests.faults import clocks, disks, files, keeping, killing, power, sheets, starting, terminals
from tests.faults.tally import Fault

CLASSES: dict[str, tuple[Fault, int]] = {
    "kill-save": (killing.save, 200),
    "kill-import": (killing.load, 100),
    "kill-sheet": (sheets.kill, 50),
    "kill-export": (killing.papers, 100),
    "kill-handover": (killing.copies, 50),
    "kill-backup": (keeping.backup, 50),
    "kill-restore": (keeping.restore, 50),
    "kill-migration": (keeping.migration, 100),
    "kill-pages": (starting.pages, 20),
    "kill-new": (starting.made, 50),
    "power-cut": (power.cut, 1000),
    "full-save": (disks.full_save, 50),
    "full-sheet": (sheets.full, 30),
    "full-export": (disks.full_export, 50),
    "full-handover": (disks.full_copy, 50),
    "full-backup": (keeping.full_backup, 50),
    "full-migration": (keeping.full_migration, 50),
    "read-only": (disks.read_only, 30),
    "locked": (disks.locked, 30),
    "truncated": (files.truncated, 100),
    "zeroed": (files.zeroed, 100),
    "flipped": (files.flipped, 500),
    "foreign": (files.foreign, 100),
    "newer": (files.newer, 20),
    "ended": (terminals.ended_while_typing, 20),
    "clocks": (clocks.wrong_clocks, 100),
}
"""A short name → how the class is tried, and how often when it is tried in full."""
