"""Papers out: one read, one rendering, one file moved into place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar, get_args

from boardtui import paths
from boardtui.documents import actions, agenda, letter, minutes, plan, report, scrutiny
from boardtui.documents.writing import save
from boardtui.domain import views
from boardtui.domain.papers import LetterPaper, ReportPaper
from boardtui.domain.plan_papers import ScrutinyPaper
from boardtui.domain.states import Series
from boardtui.errors import BoardError, NotFoundError
from boardtui.services.desk import Desk
from boardtui.store.reading import meetings as reading_meetings
from boardtui.store.reading import papers, plan_papers
from boardtui.store.reading import report_paper as reading_report
from boardtui.store.reading.letters import letter as reading_letter
from boardtui.store.reading.letters import letters
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.reader import Database

AnyPaper = TypeVar("AnyPaper", LetterPaper, ReportPaper, ScrutinyPaper)

Kind = Literal["agenda", "minutes", "actions", "letter", "report", "plan", "scrutiny", "archive"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def export(
    desk: Desk, kind: Kind, folder: Path | None = None, *, number: int | None = None, lead: str | None = None
) -> Path:
    """Write a paper as a Word file and return where it is.

    `number` is a meeting's (agenda, minutes), a letter's or a report's; by default the next meeting's agenda, the
    last meeting's minutes, the newest letter or report. `lead` limits the action log to one office.
    """
    data, name = render(desk, kind, number, lead)
    return save(data, folder or paths.documents_folder(), name)


def render(desk: Desk, kind: Kind, number: int | None = None, lead: str | None = None) -> tuple[bytes, str]:
    """Return a paper as a Word file and the name it should have; see `export`."""
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
            wanted = _newest(desk, Series.LETTER) if number is None else number
            letter_paper = _as_signed(desk, wanted, Series.LETTER, papers.letter_paper)
            return letter.render(letter_paper), letter.file_name(letter_paper)
        case "report":
            wanted = _newest(desk, Series.REPORT) if number is None else number
            report_paper = _as_signed(desk, wanted, Series.REPORT, reading_report.report_paper)
            return report.render(report_paper), report.file_name(report_paper)
        case "plan":
            plan_paper = desk.read(lambda db: plan_papers.plan_paper(db, desk.today))
            return plan.render(plan_paper), plan.file_name(plan_paper)
        case "scrutiny":
            return _scrutiny(desk, number)
        case "archive":
            from boardtui.services.archive import archive

            return archive(desk)


def _scrutiny(desk: Desk, number: int | None) -> tuple[bytes, str]:
    """Make the committee's report: the one asked for, the newest, or while none is started one from the records."""
    started = desk.read(lambda db: letters(db, Series.SCRUTINY))
    if number is None and not started:
        paper = desk.read(lambda db: plan_papers.scrutiny_paper(db, None, desk.today))
    else:
        wanted = started[-1].number if number is None else number
        paper = _as_signed(desk, wanted, Series.SCRUTINY, plan_papers.scrutiny_paper)
    return scrutiny.render(paper), scrutiny.file_name(paper)


def _as_signed(desk: Desk, number: int, series: str, read: Callable[[Database, int, date], AnyPaper]) -> AnyPaper:
    """Return what a letter or report rests on: a signed one, the records as they stood when it was signed (DESIGN 4).

    The letter itself is read as it is now, with its signature and whether it was sent.
    """
    of = desk.read(lambda db: reading_letter(db, number, series, desk.today if series == Series.REPORT else None))
    if of.journal_at_signing is None or of.signed_on is None:
        paper = desk.read(lambda db: read(db, number, desk.today))
    else:
        day = of.signed_on
        paper = desk.read_as_at(of.journal_at_signing, lambda db: read(db, number, day))
    return replace(paper, letter=of)


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


def _newest(desk: Desk, series: str) -> int:
    found: list[views.Letter] = desk.read(lambda db: letters(db, series))
    if not found:
        raise BoardError(f"There is no {series} yet.", "", "Start one under Letters.")
    return max(one.number for one in found)
