"""Papers out: one read, one rendering, one file moved into place."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from boardtui import paths
from boardtui.documents import actions, agenda, plan, scrutiny
from boardtui.documents.writing import save
from boardtui.domain import views
from boardtui.domain.states import Series
from boardtui.errors import BoardError, NotFoundError
from boardtui.services.desk import Desk
from boardtui.services.signed_papers import SIGNABLE, paper_of
from boardtui.store.reading import meetings as reading_meetings
from boardtui.store.reading import papers, plan_papers
from boardtui.store.reading.letters import letters
from boardtui.store.reading.people import by_initials

Kind = Literal["agenda", "minutes", "actions", "letter", "report", "plan", "scrutiny", "archive"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def export(
    desk: Desk,
    kind: Kind,
    folder: Path | None = None,
    *,
    number: int | None = None,
    lead: str | None = None,
    edition: int | None = None,
) -> Path:
    """Write a paper as a Word file and return where it is.

    `number` is a meeting's (agenda, minutes), a letter's or a report's; by default the next meeting's agenda, the
    last meeting's minutes, the newest letter or report. `lead` limits the action log to one office; `edition`
    chooses among those that were signed.
    """
    data, name = render(desk, kind, number, lead, edition)
    return save(data, folder or paths.documents_folder(), name)


def render(
    desk: Desk, kind: Kind, number: int | None = None, lead: str | None = None, edition: int | None = None
) -> tuple[bytes, str]:
    """Return a paper as a Word file and the name it should have; see `export`."""
    match kind:
        case "agenda":
            wanted = _next_number(desk) if number is None else number
            agenda_paper = desk.read(lambda db: papers.agenda_paper(db, wanted))
            return agenda.render(agenda_paper), agenda.file_name(agenda_paper)
        case "minutes":
            wanted = _last_number(desk) if number is None else number
            if desk.read(lambda db: reading_meetings.meeting(db, wanted)).opened_at is None:
                raise BoardError(f"Meeting {wanted} has not been held.", "There are no minutes to export.")
            return _signable(desk, kind, wanted, edition)
        case "actions":
            who = _initials(desk, lead) if lead else None
            log = desk.read(lambda db: papers.action_log_paper(db, desk.today, who))
            return actions.render(log), actions.file_name(log)
        case "letter" | "report":
            return _signable(desk, kind, _newest(desk, kind) if number is None else number, edition)
        case "plan":
            plan_paper = desk.read(lambda db: plan_papers.plan_paper(db, desk.today))
            return plan.render(plan_paper), plan.file_name(plan_paper)
        case "scrutiny":
            return _scrutiny(desk, number, edition)
        case "archive":
            from boardtui.services.archive import archive

            return archive(desk)


def _signable(desk: Desk, kind: str, number: int, edition: int | None) -> tuple[bytes, str]:
    """Make a paper that is signed in the end; once it is, as it was signed, with its seal."""
    how = SIGNABLE[kind]
    paper, sealed = paper_of(desk, kind, number, edition)
    name = how.file_name(paper)
    if sealed is not None and sealed.edition > 1:
        name = f"{name.removesuffix('.docx')}-edition-{sealed.edition}.docx"
    return how.render(paper, sealed.printed if sealed else ""), name


def _scrutiny(desk: Desk, number: int | None, edition: int | None) -> tuple[bytes, str]:
    """Make the committee's report: the one asked for, the newest, or while none is started one from the records."""
    started = desk.read(lambda db: letters(db, Series.SCRUTINY))
    if started or number is not None:
        return _signable(desk, Series.SCRUTINY, started[-1].number if number is None else number, edition)
    paper = desk.read(lambda db: plan_papers.scrutiny_paper(db, None, desk.today))
    return scrutiny.render(paper), scrutiny.file_name(paper)


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
