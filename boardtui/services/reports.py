"""The reports the Notice asks for: the Chair's to the Minister (N 8.1) and the Leader's beside it (N 8.2)."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from boardtui.domain.obligations import Binds
from boardtui.domain.states import ReportKind, Series
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.services.letters import COPIES, begin, copied_to, held_after, newest, short_name
from boardtui.services.notice import meet_obligation
from boardtui.store.models import Board as BoardRow
from boardtui.store.models import Letter, Obligation, Office, Requirement
from boardtui.store.unit import Work

TITLES = {
    ReportKind.INITIAL: "the Chair's initial report",
    ReportKind.SIX_MONTH: "the Chair's report at six months",
    ReportKind.TWELVE_MONTH: "the Chair's report at twelve months",
    ReportKind.AD_HOC: "report by the Chair",
    ReportKind.LEADER: "report by the Leader of the Council",
}
"""What each report is called unless its subject says otherwise."""

MONTHS = {ReportKind.INITIAL: 2, ReportKind.SIX_MONTH: 6, ReportKind.TWELVE_MONTH: 12}
"""How many months after commencement each of the Chair's reports is due (N 8.1)."""

_LEADER = "LDR"
_PARAGRAPH = {True: "N 8.2", False: "N 8.1"}
_LEADERS_COPIES = ("DfE", "IC", "LM", "CEX", "DCS")


def start_report(work: Work, kind: str, *, dated: date | None = None, subject: str = "") -> int:
    """Start a report, drafted from the record since the last one by the same hand; return its number."""
    try:
        which = ReportKind(kind)
    except ValueError:
        raise BoardError(
            f"There is no {one_line(kind)} report.", "Nothing was started.", f"There are: {', '.join(ReportKind)}."
        ) from None
    last = newest(work, Series.REPORT)
    number = (last.number if last else 0) + 1
    work.say(f"Draft report {number}")
    board = finding.board(work)
    leaders = which is ReportKind.LEADER
    earlier = _earlier(work, leaders=leaders)
    after = earlier.last_meeting if earlier else 0
    covered = held_after(work, earlier)
    return begin(
        work,
        Letter(
            series=Series.REPORT,
            kind=which,
            number=number,
            subject=one_line(subject) or f"{board.council}: {TITLES[which]}",
            reference=_reference(work, board, number, leaders=leaders),
            dated=dated,
            signs_as=_leader(work) if leaders else board.chair_signs_as,
            copies=copied_to(work, _LEADERS_COPIES if leaders else COPIES),
            first_meeting=min(covered, default=after + 1),
            last_meeting=max(covered, default=after),
        ),
    )


def meet_duty(work: Work, report: Letter, on: date) -> None:
    """Note the duty that a report meets as met on the day it was sent; say so, or say how to where none is plain."""
    duties = _duties(work, report)
    if not duties:
        work.tell(
            "If this is a report the Notice asks for, note that duty as met: "
            "Notice ({notice}), duties ({notice-section}), {notice-met}."
        )
        return
    meet_obligation(work, duties[0].ref, on, f"Report {report.number}, sent to {report.sent_to}.")
    work.tell(f"The duty “{duties[0].title}” is noted as met on that day.")


def _duties(work: Work, report: Letter) -> list[Obligation]:
    """Return the open duties that this kind of report meets, the first one first."""
    leaders = report.kind == ReportKind.LEADER
    months = MONTHS.get(ReportKind(report.kind))
    if months is None and not leaders:
        return []
    open_: list[Obligation] = work.all(
        select(Obligation)
        .join(Requirement, col(Requirement.id) == Obligation.requirement_id)
        .where(
            Requirement.ref == _PARAGRAPH[leaders],
            Obligation.binds == (Binds.COUNCIL if leaders else Binds.CHAIR),
            col(Obligation.met_on).is_(None),
            col(Obligation.due).is_not(None),
        )
        .order_by(col(Obligation.due))
    )
    return open_ if leaders else [duty for duty in open_ if _falls(work, duty, months or 0)]


def _falls(work: Work, duty: Obligation, months: int) -> bool:
    """Say whether a duty is the one due so many months after commencement."""
    if duty.months is not None:
        return duty.months == months
    commenced = _commenced(work)
    if commenced is None or duty.due is None:
        return False
    whole = (duty.due.year - commenced.year) * 12 + duty.due.month - commenced.month
    return whole == months


def _commenced(work: Work) -> date | None:
    from boardtui.store.reading.board import board

    return board(work.db).commenced


def _earlier(work: Work, *, leaders: bool) -> Letter | None:
    """Return the newest report by the same hand, the Chair's or the Leader's."""
    mine = (Letter.kind == ReportKind.LEADER) if leaders else (Letter.kind != ReportKind.LEADER)
    found: Letter | None = work.first(
        select(Letter).where(Letter.series == Series.REPORT, mine).order_by(col(Letter.number).desc())
    )
    return found


def _reference(work: Work, board: BoardRow, number: int, *, leaders: bool) -> str:
    """Return the Board's own reference; the Leader's reports are the Council's, and counted for themselves."""
    if not leaders:
        return f"{short_name(board.name)}/R{number}"
    before = work.all(select(Letter).where(Letter.series == Series.REPORT, Letter.kind == ReportKind.LEADER))
    return f"{_LEADER}/{len(before) + 1}"


def _leader(work: Work) -> str:
    row: Office | None = work.find(Office, initials=_LEADER)
    return row.title if row else "Leader of the Council"
