"""What the line in the box is understood as, and which record it is about; worked out beside the typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtui.domain import lines as ln
from boardtui.domain.describing import describe
from boardtui.domain.grammar import parse
from boardtui.domain.text import plural
from boardtui.errors import BoardError
from boardtui.store.reading.actions import action
from boardtui.store.reading.known import Known
from boardtui.store.reading.meetings import items
from boardtui.store.reading.plan import line as plan_line

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
        case _:
            return ""
