"""Undo and redo, many levels deep and across restarts: the stacks are worked out from the journal (DESIGN 7)."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.errors import BoardError
from boardtui.store import journal
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work


@dataclass(frozen=True)
class Steps:
    """What can be undone and redone next, as (journal entry, sentence); None where there is nothing."""

    undo: tuple[int, str] | None
    redo: tuple[int, str] | None


def steps(db: Database) -> Steps:
    """Work out what is next to undo and to redo; nothing reaches back past a barrier."""
    done: list[tuple[int, str]] = []
    undone: list[tuple[int, str]] = []
    rows = db.execute("SELECT sequence, sentence, undoes, barrier FROM journal_entry ORDER BY sequence")
    for sequence, sentence, undoes, barrier in rows:
        if barrier:
            done, undone = [], []
        elif undoes is None:
            done.append((sequence, sentence))
            undone = []
        elif done and done[-1][0] == undoes:
            done.pop()
            undone.append((sequence, sentence))
        else:
            done.append((sequence, undone.pop()[1].removeprefix("Undo: ") if undone else sentence))
    return Steps(done[-1] if done else None, undone[-1] if undone else None)


def undo(work: Work) -> str:
    """Take back the last change that is not yet taken back; return what was undone."""
    found = steps(work.db).undo
    if found is None:
        raise BoardError("There is nothing to undo.", "What was issued, signed or sent is not taken back.")
    return _reverse(work, found[0], f"Undo: {_plain(found[1])}")


def redo(work: Work) -> str:
    """Make again the last change that was undone; return what was redone."""
    found = steps(work.db).redo
    if found is None:
        raise BoardError("There is nothing to redo.")
    return _reverse(work, found[0], f"Redo: {_plain(found[1])}")


def _reverse(work: Work, entry: int, sentence: str) -> str:
    journal.apply(work.db, journal.changes(work.db, entry=entry), reverse=True)
    work.undoes, work.sentence = entry, sentence
    return sentence


def _plain(sentence: str) -> str:
    return sentence.removeprefix("Undo: ").removeprefix("Redo: ")
