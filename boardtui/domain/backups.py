"""Backups of a Board file: what each is, what it holds, and which are no longer needed (DESIGN 8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from boardtui.domain.dates import show
from boardtui.domain.text import plural

OF_TODAY, DAYS, BEFORE = 3, 30, 10
"""How many automatic ones are kept of today, on how many days before one each, and how many before each other step."""

_NAME = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})-([a-z0-9-]+?)(?:-\d+)?\.board(\.damaged)?")
_MOMENT = "%Y-%m-%d-%H%M%S"


class Why(StrEnum):
    """Why a backup was made; the value is what its file's name says."""

    AUTOMATIC = "automatic"
    ASKED = "asked-for"
    MIGRATING = "before-newer-schema"
    ADOPTING = "before-adopting"
    RESTORING = "before-restoring"

    @property
    def said(self) -> str:
        """Say it in a list."""
        return self.replace("-", " ")


@dataclass(frozen=True, slots=True)
class Holds:
    """What a Board file holds: whose it is, where its journal stands, what was done last, and how much there is."""

    board: str
    name: str
    schema: int
    entries: int
    head: str
    last: str
    who: str
    at: str
    meetings: int
    held: int
    actions: int
    open_actions: int

    @property
    def said(self) -> str:
        """Say how much there is in one line."""
        return (
            f"{plural(self.meetings, 'meeting')} ({self.held} held), {plural(self.actions, 'action')} "
            f"({self.open_actions} open), {plural(self.entries, 'journal entry', 'journal entries')}"
        )


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, when and why it was made, and what it holds, or why it cannot be read."""

    path: Path
    at: datetime
    why: Why
    size: int
    holds: Holds | None = None
    problem: str = ""

    @property
    def when(self) -> str:
        """Write the moment it was made: `14 Jan 2013 14:05`."""
        return f"{show(self.at.date())} {self.at:%H:%M}"


@dataclass(frozen=True, slots=True)
class Change:
    """What restoring a backup would do: the sentences that would leave the Board, and those that would come back."""

    backup: Backup
    leaves: tuple[str, ...] = ()
    comes: tuple[str, ...] = ()
    readable: bool = True

    @property
    def said(self) -> tuple[str, ...]:
        """Say what will be lost and what is kept."""
        return tuple(_said(self))


def file_name(at: datetime, why: Why) -> str:
    """Return the name of a backup's file."""
    return f"{at:{_MOMENT}}-{why}.board"


def named(path: Path) -> tuple[datetime, Why] | None:
    """Read when and why a backup was made from its file's name; None for another file."""
    found = _NAME.fullmatch(path.name)
    try:
        return (datetime.strptime(found[1], _MOMENT), Why(found[2])) if found else None
    except ValueError:
        return None


def no_longer_needed(backups: Iterable[Backup], today: date) -> list[Backup]:
    """Return the backups that others have taken the place of.

    Kept are three automatic ones of today, the last one of each of the 30 days before on which something was done,
    every one made before a newer schema or because somebody asked for it, and the last ten before anything else.
    """
    newest = sorted(backups, key=lambda one: one.at, reverse=True)
    automatic = [one for one in newest if one.why == Why.AUTOMATIC]
    days = groupby((one for one in automatic if one.at.date() != today), key=lambda one: one.at.date())
    daily = [next(of_day) for _, of_day in days]
    keep = [*(one for one in automatic if one.at.date() == today)][:OF_TODAY] + daily[:DAYS]
    for why in (Why.ADOPTING, Why.RESTORING):
        keep += [one for one in newest if one.why == why][:BEFORE]
    always = (Why.ASKED, Why.MIGRATING)
    return [one for one in newest if one.why not in always and one not in keep]


def size_said(size: int) -> str:
    """Write a file's size as people read it: `1.8 MB`."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(size // 1000, 1)} kB"


def _said(change: Change) -> Iterator[str]:
    if not change.readable:
        yield "The Board file is missing or damaged. The backup takes its place; what is there is moved to the backups."
        return
    leaves, comes = change.leaves, change.comes
    if not leaves and not comes:
        yield "The Board is as it was then: nothing would change."
        return
    if leaves:
        one = len(leaves) == 1
        yield f"{plural(len(leaves), 'thing')} done since {'leaves' if one else 'leave'} the Board, the last first:"
        yield from _some(leaves)
    if comes:
        how = "is not in it now comes" if len(comes) == 1 else "are not in it now come"
        yield f"{plural(len(comes), 'thing')} that {how} back:"
        yield from _some(comes)
    yield "What is there now is kept first, as the newest backup: restoring that one takes this back."


def _some(sentences: tuple[str, ...]) -> Iterator[str]:
    shown = 6
    yield from (f"  · {one}" for one in sentences[:shown])
    if len(sentences) > shown:
        yield f"  … and {len(sentences) - shown} more"
