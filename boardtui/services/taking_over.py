"""How a change made in Word gets into the record: the words it would have, or why a person has to do it."""

from __future__ import annotations

import re
from dataclasses import replace as with_fields
from typing import Any

from boardtui.documents.letter import paragraphs
from boardtui.documents.sentences import sentence
from boardtui.domain import lines as ln
from boardtui.domain.folding import rewritten, same
from boardtui.domain.grammar import parse
from boardtui.domain.points import Paper, Point
from boardtui.domain.readback import PointKind
from boardtui.domain.states import EntryKind, Series
from boardtui.store.reading.known import Known
from boardtui.store.reading.readback import Kept, kept
from boardtui.store.reading.reader import Database

MINUTES = "minutes"
_EMPTY = re.compile(r"\[[^\]]*: to be written by the \w+\]")
"""What a paper prints in place of a judgement that is not written yet."""

_LIVE = "In the meeting ({meeting-start}), press ↑ to the line and change it there."


def by_hand(db: Database, paper: Paper, point: Point) -> str:
    """Say why the program cannot take a point over, and how a person does; nothing where it can."""
    if point.kind is PointKind.COMMENT:
        return ""
    if paper.locked:
        return _amending(paper, point)
    if paper.kind == Series.SCRUTINY:
        return "The paragraphs of this report are numbered by the program: change the block on its screen ({letters})."
    match point.kind:
        case PointKind.MOVED:
            return "It was put elsewhere in the paper. Entries stand in the order they were minuted: nothing is moved."
        case PointKind.BESIDE:
            return _beside(db, paper, point)
        case PointKind.NEW if point.patch is None:
            return "" if _near(db, paper, point) else "It stands beside no record. Write it where it belongs."
    record = kept(db, paper).get(point.mark)
    if record is None:
        return "The record was removed since this was exported."
    if point.kind is PointKind.REMOVED and point.patch is None:
        return ""
    if new_text(paper, record, point) is None:
        return (
            "These words have changed since it was exported. Compare both, then "
            "{readback-edit} writes what shall stand."
        )
    return "" if paper.kind != MINUTES or line_for(db, paper, record, point) else _LIVE


def new_text(paper: Paper, record: Kept, point: Point) -> str | None:
    """Return what the record says with a point accepted; None where its words are no longer those exported."""
    if point.patch is None:
        return None
    printed = sentence(record.text) if paper.kind == MINUTES else _as_printed(record, point.patch.base)
    words = point.patch.applied(printed)
    if words is None:
        return None
    if paper.kind == MINUTES:
        return _unprinted(record.text, printed, words)
    said = re.sub(r"\n{3,}", "\n\n", _EMPTY.sub("", words)).strip()
    return rewritten(record.text, said) if record.text else said


def line_for(db: Database, paper: Paper, record: Kept, point: Point) -> str | None:
    """Return the line to be typed so that an entry has its new words, and is otherwise what it was."""
    wanted = new_text(paper, record, point)
    if wanted is None:
        return None
    (typed,) = db.execute("SELECT typed FROM entry WHERE id = ?", (record.id,)).fetchone()
    known = Known(db, paper.number)
    old = parse(typed, known)
    words = _words(old.line) if old else None
    if old is None or words is None or not record.text.endswith(words) or not typed.endswith(words):
        return None
    head = record.text[: len(record.text) - len(words)]
    if not wanted.startswith(head):
        return None
    said = wanted.removeprefix(head)
    for line in (typed.removesuffix(words) + said, f"{typed.removesuffix(words)}\\{said}"):
        new = parse(line, known)
        if new and new.restricted == old.restricted and _words(new.line) == said and _alike(old.line, new.line):
            return line
    return None


def plain_line(db: Database, paper: Paper, text: str) -> str:
    """Return the line that minutes a text as a note, whatever it begins with."""
    found = parse(text, Known(db, paper.number))
    return text if found and isinstance(found.line, ln.Note) and not found.restricted else f"\\{text}"


def _words(line: ln.Line) -> str | None:
    """Return the words of a line that a person may change without changing what it does."""
    match line:
        case ln.Note() | ln.Decides() | ln.Challenges() | ln.Raises() | ln.UpdatesAction():
            return line.text
        case ln.RemarksOnLine() | ln.AnswersChallenge():
            return line.text
        case ln.Rates() if not (line.path or line.evidence or line.recheck_on):
            return line.reason
        case _:
            return None


def _alike(old: ln.Line, new: ln.Line) -> bool:
    """Say whether two lines differ in their words alone."""
    word = {"reason": ""} if isinstance(old, ln.Rates) else {"text": ""}
    if type(old) is not type(new):
        return False
    changes: Any = word
    return with_fields(old, **changes) == with_fields(new, **changes)


def _unprinted(text: str, printed: str, words: str) -> str:
    """Return an entry's words as they are kept: without the full stop that only the paper adds."""
    said = words.strip()
    if printed != text and said.endswith(".") and sentence(said[:-1]) == said:
        said = said[:-1]
    return rewritten(text, said)


def _as_printed(record: Kept, exported: str) -> str:
    """Return a block's text as its paper prints it; an unwritten one is an empty place to fill."""
    parts = paragraphs(record.text)
    if not parts:
        return exported if _EMPTY.fullmatch(exported) else ""
    said = [f"- {one['text']}" if one["bullet"] else str(one["text"]) for one in parts]
    made = said[0]
    for n, text in enumerate(said[1:], 1):
        made += ("\n" if parts[n - 1]["bullet"] and parts[n]["bullet"] else "\n\n") + text
    return made


def _near(db: Database, paper: Paper, point: Point) -> Kept | None:
    """Return the record that a new paragraph goes with."""
    records = kept(db, paper)
    return records.get(point.after) or records.get(point.before)


def _amending(paper: Paper, point: Point) -> str:
    if paper.kind != MINUTES:
        return f"The {paper.kind} is {paper.locked} and is not changed any more. Write another {paper.kind}."
    if point.patch is None or point.kind is PointKind.BESIDE:
        return "The minutes are signed off: only the next meeting can amend them."
    old, new = point.patch.base[point.patch.start : point.patch.end], point.patch.new
    if not old.strip():
        old, new = point.old, point.new
    line = f"amend {point.where}: {old.strip()} => {new.strip() or '(deleted)'}"
    return (
        f"The minutes are signed off. On the meeting's page {{meeting-amend}} "
        f"amends them; or type at the next meeting: {line}"
    )


def _beside(db: Database, paper: Paper, point: Point) -> str:
    """Say how what the program itself prints is changed: a due date, a lead, a heading."""
    record = kept(db, paper).get(point.mark)
    if record is None:
        return "The program prints this itself. Change the record that it comes from."
    if record.kind == EntryKind.ACTION:
        return (
            f"The program prints who leads and by when. {_LIVE} Or move the date in "
            f"Actions ({{actions}}), {{actions-move}}."
        )
    if same(point.old, point.new):
        return ""
    return f"The program prints this itself, it is not part of the entry's words. {_LIVE}"
