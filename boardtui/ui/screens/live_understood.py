"""What the line in the box is understood as, and which record it is about; worked out beside the typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtui.domain import lines as ln
from boardtui.domain.describing import describe
from boardtui.domain.grammar import ACTION_REF, parse
from boardtui.domain.text import plural
from boardtui.errors import BoardError
from boardtui.store.reading.actions import action, actions
from boardtui.store.reading.known import Known
from boardtui.store.reading.meetings import items
from boardtui.store.reading.plan import line as plan_line
from boardtui.store.reading.plan import lines
from boardtui.ui.screens.live_earlier import reference_in

if TYPE_CHECKING:
    from datetime import date

    from boardtui.services.desk import Desk
    from boardtui.store.reading.reader import Database

LONGEST = 20_000
"""Characters beyond which a line is not read while it is typed; it is read when it is saved."""


@dataclass(frozen=True)
class Understood:
    """A text, what it is understood as, and whether it would be left to tidy."""

    typed: str
    said: str = ""
    untidy: bool = False


def understand(desk: Desk, number: int, typed: str) -> Understood:
    """Say what a text means at a meeting; nothing while the file cannot be read."""
    if not typed.strip() or len(typed) > LONGEST:
        return Understood(typed)
    try:
        return desk.read(lambda db: _understood(db, number, typed, desk.today))
    except (BoardError, ValueError):
        return Understood(typed)


def _understood(db: Database, number: int, typed: str, today: date) -> Understood:
    known = Known(db, number)
    texts = [text for text in typed.split("\n") if text.strip()]
    read = [parse(text, known) for text in texts]
    said = [describe(one, known) for one in read]
    untidy = any(one is not None and isinstance(one.line, ln.Untidy) for one in read)
    if len(texts) > 1:
        return Understood(typed, f"{plural(len(texts), 'line')}: {' / '.join(said)}", untidy)
    about = _about(db, number, read[0].line, today) if read[0] is not None else ""
    return Understood(typed, f"{said[0]} · {about}" if about else said[0], untidy)


def _about(db: Database, number: int, line: ln.Line, today: date) -> str:
    """Name the record that a line is about, so that a wrong number is seen at once."""
    match line:
        case ln.UpdatesAction():
            found = action(db, line.ref, today)
            return f"{', '.join(found.leads)}: {found.text}"
        case ln.Rates() | ln.RemarksOnLine():
            return plan_line(db, line.ref, today).title
        case ln.GoTo():
            return next((item.title for item in items(db, number) if item.number == line.item), "")
        case ln.AnswersChallenge():
            return Known(db, number).paragraph(line.ref) or ""
        case ln.Untidy():
            return _named(db, reference_in(line.text), today)
        case _:
            return ""


def _named(db: Database, ref: str, today: date) -> str:
    """Name the action or plan line of a line that is not finished yet."""
    if ACTION_REF.match(ref):
        meeting, _, sequence = ref.partition("/")
        ref = f"{int(meeting)}/{int(sequence):02}"
        found = {one.ref: f"{', '.join(one.leads)}: {one.text}" for one in actions(db, today)}
    else:
        found = {one.ref: one.title for one in lines(db, today)} if ref else {}
    return f"{ref} is {found[ref]}" if ref in found else ""
