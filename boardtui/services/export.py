"""Papers out: one read, one rendering, one file moved into place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args

from boardtui import paths
from boardtui.documents import actions, agenda, forward, plan
from boardtui.documents.versions import file_name
from boardtui.documents.writing import save
from boardtui.domain import views
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.seals import Sealed
from boardtui.domain.states import Series
from boardtui.domain.withholding import Withheld, open_version
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import moments
from boardtui.services.desk import Desk
from boardtui.services.signed_papers import SIGNABLE, paper_of
from boardtui.store.reading import meetings as reading_meetings
from boardtui.store.reading import papers, plan_papers
from boardtui.store.reading.forward import forward_paper
from boardtui.store.reading.letters import letters
from boardtui.store.reading.people import by_initials

Kind = Literal["agenda", "minutes", "actions", "letter", "report", "plan", "scrutiny", "forward-plan", "archive"]
KINDS: tuple[Kind, ...] = get_args(Kind)

OPEN_ONLY: dict[str, str] = {
    Series.LETTER: "letter",
    Series.REPORT: "report",
    Series.SCRUTINY: "report to the scrutiny committee",
}
"""The papers that leave the Board, and so have an open version only; how each is called."""

NOTHING = Withheld({}, ())
"""Nothing is withheld."""

_UNSIGNED: dict[str, ModuleType] = {"agenda": agenda, "actions": actions, "plan": plan, "forward-plan": forward}


@dataclass(frozen=True)
class Made:
    """A file that was made: its bytes, the name it should have, its version, and what the open one leaves out."""

    data: bytes
    name: str
    withheld: Withheld
    version: PaperVersion = PaperVersion.OPEN

    def save(self, folder: Path | None = None) -> Path:
        """Write it to a folder, by default the one for documents, and return where it is."""
        return save(self.data, folder or paths.documents_folder(), self.name)


def export(
    desk: Desk,
    kind: Kind,
    folder: Path | None = None,
    *,
    number: int | None = None,
    lead: str | None = None,
    edition: int | None = None,
    version: PaperVersion = PaperVersion.OPEN,
) -> Path:
    """Write a version of a paper as a Word file and return where it is.

    `number` is a meeting's (agenda, minutes), a letter's or a report's; by default the next meeting's agenda, the
    last meeting's minutes, the newest letter or report. `lead` limits the action log to one office; `edition`
    chooses among those that were signed.
    """
    return render(desk, kind, number, lead, edition, version).save(folder)


def render(
    desk: Desk,
    kind: Kind,
    number: int | None = None,
    lead: str | None = None,
    edition: int | None = None,
    version: PaperVersion = PaperVersion.OPEN,
) -> Made:
    """Return a version of a paper as a Word file, the name it should have, and what is withheld; see `export`.

    As at an earlier moment both say so, but for what was signed: that reads as it was signed, whenever it is made.
    """
    if version == PaperVersion.RESTRICTED and kind in OPEN_ONLY:
        raise BoardError(
            f"A {OPEN_ONLY[kind]} has an open version only.",
            "Nothing restricted may be in it, so there is no restricted version.",
            "Export it without choosing a version.",
        )
    if kind == "archive":
        from boardtui.services.archive import archive

        made = archive(desk, version)
    else:
        made = _made(desk, kind, number, lead, edition, version)
    return replace(made, name=moments.file_name(desk, made.name))


def withheld(
    desk: Desk, kind: Kind, number: int | None = None, lead: str | None = None, edition: int | None = None
) -> Withheld:
    """Return what the open version of a paper leaves out; see `export`."""
    if kind in OPEN_ONLY:
        return NOTHING
    if kind == "archive":
        from boardtui.services.archive import withheld_from

        return withheld_from(desk)
    return open_version(_paper(desk, kind, number, lead, edition)[0]).withheld


def _made(
    desk: Desk, kind: Kind, number: int | None, lead: str | None, edition: int | None, version: PaperVersion
) -> Made:
    """Make one Word file: of a paper that is signed, as it was signed, with its seal."""
    paper, sealed = _paper(desk, kind, number, lead, edition)
    if sealed is None:
        paper = moments.stamped(desk, paper)
    if kind in SIGNABLE:
        how, seal = SIGNABLE[kind], sealed.printed if sealed else ""
        data = how.render(paper, seal) if kind in OPEN_ONLY else how.render(paper, seal, version)
        name = how.file_name(paper)
    else:
        data, name = _UNSIGNED[kind].render(paper, version), _UNSIGNED[kind].file_name(paper)
    if sealed is not None and sealed.edition > 1:
        name = f"{name.removesuffix('.docx')}-edition-{sealed.edition}.docx"
    out = NOTHING if kind in OPEN_ONLY else open_version(paper).withheld
    return Made(data, file_name(name, version), out, version)


def _paper(
    desk: Desk, kind: Kind, number: int | None, lead: str | None, edition: int | None
) -> tuple[Any, Sealed | None]:
    """Return what a paper is made from, and the seal of one that was signed."""
    match kind:
        case "agenda":
            wanted = _next_number(desk) if number is None else number
            return desk.read(lambda db: papers.agenda_paper(db, wanted, desk.today)), None
        case "minutes":
            wanted = _last_number(desk) if number is None else number
            if desk.read(lambda db: reading_meetings.meeting(db, wanted)).opened_at is None:
                raise BoardError(
                    f"Meeting {wanted} has not been held.",
                    "There are no minutes to export.",
                    "Start it first (under {meetings}, open it and press "
                    "{meeting-start}), or choose a meeting that was held.",
                )
            return paper_of(desk, kind, wanted, edition)
        case "actions":
            who = _initials(desk, lead) if lead else None
            return desk.read(lambda db: papers.action_log_paper(db, desk.today, who)), None
        case "letter" | "report":
            return paper_of(desk, kind, _newest(desk, kind) if number is None else number, edition)
        case "plan":
            return desk.read(lambda db: plan_papers.plan_paper(db, desk.today)), None
        case "forward-plan":
            return desk.read(lambda db: forward_paper(db, desk.today)), None
        case "scrutiny":
            return _scrutiny(desk, number, edition)
    raise ValueError(kind)


def _scrutiny(desk: Desk, number: int | None, edition: int | None) -> tuple[Any, Sealed | None]:
    """Return the committee's report: the one asked for, the newest, or while none is started one from the records."""
    started = desk.read(lambda db: letters(db, Series.SCRUTINY))
    if started or number is not None:
        return paper_of(desk, Series.SCRUTINY, started[-1].number if number is None else number, edition)
    return desk.read(lambda db: plan_papers.scrutiny_paper(db, None, desk.today)), None


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
        raise BoardError(
            "No meeting has been held.",
            "There are no minutes to export.",
            "Start the next meeting first: under {meetings}, open it and press {meeting-start}.",
        )
    return found.number


def _newest(desk: Desk, series: str) -> int:
    found: list[views.Letter] = desk.read(lambda db: letters(db, series))
    if not found:
        raise BoardError(f"There is no {series} yet.", "", "Start one under Letters.")
    return max(one.number for one in found)
