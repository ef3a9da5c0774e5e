"""Undo and redo, many levels deep and across restarts: the steps are worked out from the journal (DESIGN 7)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from boardtui.domain.history import when
from boardtui.domain.undoing import Step, Steps, redoing, refusal, undoing
from boardtui.errors import AskFirstError, BoardError, LockedError, StaleError
from boardtui.store import journal
from boardtui.store.reading.naming import Names
from boardtui.store.reading.undoing import steps
from boardtui.store.unit import Work

__all__ = ["redo", "redo_to", "steps", "undo", "undo_to"]


def undo(work: Work, expected: int | None = None, *, own_only: bool = False) -> str:
    """Take back the last change that is not yet taken back; return what was undone.

    `expected` is the entry the person was told of: nothing is undone if another change has come since. With
    `own_only` what somebody else did, or anybody on another day, raises AskFirstError instead.
    """
    found = steps(work.db)
    if found.undo is None:
        raise _nothing(found)
    _as_expected(expected, found.undo)
    if own_only and (found.undo.who, found.undo.day) != (work.who, work.today):
        raise AskFirstError(
            undoing(found.undo.sentence),
            f"{found.undo.who} did this on {when(found.undo.at)}.",
            "It can be made again afterwards.",
            entry=found.undo.entry,
        )
    return _reverse(work, found.undo, undoing)


def redo(work: Work, expected: int | None = None) -> str:
    """Make again the last change that was undone; return what was redone."""
    found = steps(work.db).redo
    if found is None:
        raise BoardError(
            "There is nothing to redo.",
            "A new change was made since, or nothing was undone.",
            "{undo} takes back what was done last; {home-undo-list} on Home lists all of it.",
        )
    _as_expected(expected, found)
    return _reverse(work, found, redoing)


def undo_to(work: Work, entry: int) -> list[str]:
    """Take back every change from the last one to that of `entry`, each as an entry of its own, all or nothing."""
    found = steps(work.db)
    return _each(work, found.back_to(entry), undoing, found)


def redo_to(work: Work, entry: int) -> list[str]:
    """Make again every change that was undone, up to the one that `entry` undid, all or nothing."""
    found = steps(work.db)
    return _each(work, found.forward_to(entry), redoing, found)


def _each(work: Work, wanted: Sequence[Step], say: Callable[[str], str], found: Steps) -> list[str]:
    if not wanted:
        raise StaleError(
            "Something else was changed since you looked.",
            f"The last change now is “{found.undo.sentence}”." if found.undo else "",
            "Look at the list again.",
        )
    said = []
    for number, step in enumerate(wanted):
        if number:
            work.seal()
        said.append(_reverse(work, step, say))
    return said


def _nothing(found: Steps) -> BoardError:
    """Say why nothing can be undone, naming the barrier and its day."""
    if found.barrier is None:
        return BoardError(
            "There is nothing to undo.",
            "Nothing has been changed yet.",
            "You can go on: whatever you change from now on can be taken back here.",
        )
    return LockedError(*refusal(found.barrier))


def _as_expected(expected: int | None, found: Step) -> None:
    if expected is not None and found.entry != expected:
        raise StaleError(
            f"Something else was changed since: “{found.sentence}”, by {found.who}.",
            "Nothing was undone.",
            "Press the key again to take that back.",
        )


def _reverse(work: Work, step: Step, say: Callable[[str], str]) -> str:
    try:
        journal.apply(work.db, journal.changes(work.db, entry=step.entry, present=True), reverse=True)
    except StaleError as problem:
        raise StaleError(
            f"“{step.sentence}” cannot be taken back by itself.",
            "What it changed was changed again afterwards; nothing was undone.",
            "Undo the later change first.",
            theirs=in_words(problem.theirs),
            ours=in_words(problem.ours),
        ) from problem
    work.undoes, work.sentence = step.entry, say(step.sentence)
    return work.sentence


def in_words(image: str) -> str:
    """Write a row's image as lines that a person can read."""
    if not image:
        return ""
    told = ((name, value) for name, value in json.loads(image).items() if value not in (None, ""))
    return "\n".join(f"{Names.field(name)}: {value}" for name, value in told if not name.endswith("id"))
