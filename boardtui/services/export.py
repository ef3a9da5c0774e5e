"""Papers out to Word: one read, one rendering, one file moved into place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from boardtui import paths
from boardtui.documents import actions, agenda, letter, minutes
from boardtui.documents.writing import save
from boardtui.domain.papers import LetterPaper
from boardtui.errors import BoardError, NotFoundError
from boardtui.services.desk import Desk
from boardtui.store.reading import meetings as reading_meetings
from boardtui.store.reading import papers
from boardtui.store.reading.letters import letter as reading_letter
from boardtui.store.reading.letters import letters
from boardtui.store.reading.people import by_initials

Kind = Literal["agenda", "minutes", "actions", "letter"]
KINDS: tuple[Kind, ...] = ("agenda", "minutes", "actions", "letter")


def export(
    desk: Desk, kind: Kind, folder: Path | None = None, *, number: int | None = None, lead: str | None = None
) -> Path:
    """Write a paper as a Word file and return where it is.

    `number` is a meeting's (agenda, minutes) or a letter's; by default the next meeting's agenda, the last
    meeting's minutes, the newest letter. `lead` limits the action log to one office.
    """
    data, name = _render(desk, kind, number, lead)
    return save(data, folder or paths.documents_folder(), name)


def _render(desk: Desk, kind: Kind, number: int | None, lead: str | None) -> tuple[bytes, str]:
    match kind:
        case "agenda":
            wanted = _next_number(desk) if number is None else number
            agenda_paper = desk.read(lambda db: papers.agenda_paper(db, wanted))
            return agenda.render(agenda_paper), agenda.file_name(agenda_paper)
        case "minutes":
            wanted = _last_number(desk) if number is None else number
            minutes_paper = desk.read(lambda db: papers.minutes_paper(db, wanted, desk.today))
            if minutes_paper.meeting.opened_at is None:
                raise BoardError(f"Meeting {wanted} has not been held.", "There are no minutes to export.")
            return minutes.render(minutes_paper), minutes.file_name(minutes_paper)
        case "actions":
            who = _initials(desk, lead) if lead else None
            log = desk.read(lambda db: papers.action_log_paper(db, desk.today, who))
            return actions.render(log), actions.file_name(log)
        case "letter":
            wanted = _newest_letter(desk) if number is None else number
            letter_paper = _letter_paper(desk, wanted)
            return letter.render(letter_paper), letter.file_name(letter_paper)


def _letter_paper(desk: Desk, number: int) -> LetterPaper:
    """Return what a letter rests on: a signed one, the records as they stood when it was signed (DESIGN 4)."""
    of = desk.read(lambda db: reading_letter(db, number))
    if of.journal_at_signing is None or of.signed_on is None:
        return desk.read(lambda db: papers.letter_paper(db, number, desk.today))
    day = of.signed_on
    then = desk.read_as_at(of.journal_at_signing, lambda db: papers.letter_paper(db, number, day))
    return replace(then, letter=of)


def _initials(desk: Desk, lead: str) -> str:
    """Return a lead's initials as the Board writes them."""
    for initials in desk.read(by_initials):
        if initials.casefold() == lead.strip().casefold():
            return initials
    raise NotFoundError(f"Nobody here has the initials “{lead}”.", "Nothing was exported.", "Look under People.")


def _next_number(desk: Desk) -> int:
    found = desk.read(lambda db: reading_meetings.next_meeting(db, desk.today))
    if found is None:
        raise BoardError("No meeting is planned.", "There is no agenda to export.", "Plan the next meeting first.")
    return found.number


def _last_number(desk: Desk) -> int:
    found = desk.read(reading_meetings.last_held)
    if found is None:
        raise BoardError("No meeting has been held.", "There are no minutes to export.")
    return found.number


def _newest_letter(desk: Desk) -> int:
    found = desk.read(letters)
    if not found:
        raise BoardError("There is no letter yet.", "", "Start one under Letters.")
    return max(one.number for one in found)
