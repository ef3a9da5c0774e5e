"""What is asked of a sheet, and what it comes to: what each row does to the Board, and every problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from boardtui.domain.sheets.records import Problem, Understood
from boardtui.domain.sheets.understanding import Choices
from boardtui.domain.text import plural


class Doing(StrEnum):
    """What happens to the Board for a record of a sheet."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "unchanged"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Brought:
    """What one row of a sheet does to the Board: the record's reference, its words, and what changes in it."""

    row: int
    ref: str
    doing: Doing
    text: str = ""
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What is to be brought in and how: the kind, and what the person said by hand.

    `sheet` names one of several; `meant` says who is meant by a name (`JB` → `DCS`, or NEW for a new office), and
    `add_people` that whoever is not known is to be added. The rest is said in `Setting`.
    """

    kind: str
    file: str
    sheet: str | None = None
    choices: Choices = field(default_factory=Choices)
    meeting: int | None = None
    agreed: bool = False
    reason: str = ""
    path: str = ""
    meant: Mapping[str, str] = field(default_factory=dict)
    add_people: bool = False


@dataclass(frozen=True)
class Found:
    """What a sheet comes to: how it was understood, what each row does to the Board, and every problem."""

    understood: Understood
    rows: tuple[Brought, ...]
    problems: tuple[Problem, ...]
    meeting: int | None
    added: tuple[str, ...] = ()

    def count(self, doing: Doing) -> int:
        """Count the rows that do this."""
        return sum(row.doing == doing for row in self.rows)

    @property
    def said(self) -> str:
        """Say in one line what would be done: `52 new, 4 changed, 2 unchanged, 5 rows left out`."""
        parts = [f"{self.count(doing)} {doing}" for doing in (Doing.NEW, Doing.CHANGED, Doing.SAME)]
        left = len(self.understood.left_out)
        return ", ".join([*parts, f"{plural(left, 'row')} left out"] if left else parts)
