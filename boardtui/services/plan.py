"""The Improvement Plan: its lines, their dates, their ratings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlmodel import select

from boardtui.domain.dates import show
from boardtui.domain.ratings import check_rating, level_of
from boardtui.domain.states import RatingStatus
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.services.board import scheme
from boardtui.store.models import Answer, LineMove, PlanLine, PlanPartner, Rating, Requirement
from boardtui.store.reading.known import Known
from boardtui.store.unit import Work

WORDS = {"theme": "The theme", "title": "The title"}
TEXTS = ("outcome", "success")


def add_line(
    work: Work,
    *,
    ref: str,
    theme: str,
    title: str,
    lead: str | None = None,
    due: date | None = None,
    outcome: str = "",
    starts: date | None = None,
    success: str = "",
    partners: Sequence[str] = (),
    answers: Sequence[str] = (),
) -> str:
    """Add a plan line and the requirements it answers; return its reference."""
    wanted = finding.wording(ref, "The reference")
    if not re.fullmatch(r"[^\s/:]{1,20}", wanted):
        raise BoardError(
            f"“{shorten(wanted, finding.SHOWN)}” cannot be a reference.",
            "Nothing was saved.",
            "Write it like 3.2: up to 20 characters, no spaces.",
        )
    if work.find(PlanLine, ref=wanted):
        raise BoardError(f"There already is a plan line {wanted}.", "Nothing was saved.", "Choose another reference.")
    (last,) = work.db.execute("SELECT coalesce(max(position), 0) FROM plan_line").fetchone()
    line = work.add(
        PlanLine(
            position=last + 1,
            ref=wanted,
            theme=finding.wording(theme, "The theme"),
            title=finding.wording(title, "The title"),
            lead_id=finding.maybe_office(work, lead),
            due=due,
            original_due=due,
            outcome=one_line(outcome),
            starts=starts,
            success=one_line(success),
        ),
        wanted,
    )
    _set_partners(work, line, partners)
    _set_answers(work, line, answers)
    work.say(f"Add plan line {wanted}")
    return wanted


def edit_line(work: Work, line_id: str, version: int, **changes: Any) -> None:
    """Change a plan line's theme, title, lead, outcome, success, starts, partners or answers; not its due date."""
    line = work.get(PlanLine, line_id, version, changes)
    work.say(f"Change plan line {line.ref}")
    for name, value in changes.items():
        if name in WORDS:
            setattr(line, name, finding.wording(value, WORDS[name]))
        elif name in TEXTS:
            setattr(line, name, one_line(value))
        elif name == "lead":
            line.lead_id = finding.maybe_office(work, value)
        elif name == "starts":
            line.starts = value
        elif name == "partners":
            _set_partners(work, line, value)
        elif name == "answers":
            _set_answers(work, line, value)
        else:
            raise KeyError(name)


def set_lead(work: Work, ref: str, lead: str) -> None:
    """Give a plan line another lead."""
    finding.line(work, ref).lead_id = finding.maybe_office(work, lead)
    work.say(f"Change the lead of plan line {ref}")


def move_line(work: Work, ref: str, due: date, reason: str, meeting: int | None = None, on: date | None = None) -> None:
    """Give a plan line another due date, citing the meeting that decided it and why."""
    line = finding.line(work, ref)
    work.add(
        LineMove(
            line_id=line.id,
            meeting_id=finding.meeting(work, meeting).id if meeting is not None else None,
            moved_on=on or work.today,
            due_before=line.due,
            due_after=due,
            reason=finding.wording(reason, "The reason"),
        ),
        f"{ref}:{due}",
    )
    line.due = due
    work.say(f"Move plan line {ref} to {show(due)}")


def rate(
    work: Work,
    line: str,
    meeting: int,
    level: str,
    *,
    reason: str = "",
    path: str = "",
    evidence: str = "",
    recheck_on: date | None = None,
    proposed: bool = False,
    by: str | None = None,
    on: date | None = None,
    entry_id: str | None = None,
    restricted: str | None = None,
) -> None:
    """Give a plan line a rating at a meeting, agreed or proposed; the discipline of rule 6 applies to both."""
    row, at = finding.line(work, line), finding.unsigned(finding.meeting(work, meeting))
    levels = scheme(work)
    previous = Known(work.db, meeting).rating(row.ref)
    problems = check_rating(levels, previous, level, reason, path, evidence, recheck_on)
    if problems:
        raise BoardError(problems[0], "The rating was not saved.", " ".join(problems[1:]))
    (last,) = work.db.execute("SELECT coalesce(max(position), 0) FROM rating WHERE line_id = ?", (row.id,)).fetchone()
    letter = level_of(levels, level).letter
    work.add(
        Rating(
            line_id=row.id,
            meeting_id=at.id,
            position=last + 1,
            status=RatingStatus.PROPOSED if proposed else RatingStatus.AGREED,
            level=letter,
            given_on=on or (at.held_on if at.opened_at and not proposed else work.today),
            given_by=one_line(work.who if by is None else by),
            reason=one_line(reason),
            path=one_line(path),
            evidence=one_line(evidence),
            recheck_on=recheck_on,
            entry_id=entry_id,
            restricted=restricted,
        ),
        f"{row.ref}:{meeting}:{last + 1}",
    )
    work.say(f"{'Propose' if proposed else 'Agree'} {letter} for plan line {row.ref} at meeting {meeting}")


def look_again(work: Work, meeting: int, level: str) -> date | None:
    """Return when a level that needs evidence is looked at again unless somebody says: six months on, as N 8.2 does."""
    given = next((one for one in scheme(work) if one.letter.casefold() == level.strip().casefold()), None)
    if given is None or not given.needs_evidence:
        return None
    return finding.meeting(work, meeting).held_on + relativedelta(months=6)


def _set_partners(work: Work, line: PlanLine, partners: Sequence[str]) -> None:
    wanted = {finding.office(work, name).id: name for name in partners}
    for old in work.all(select(PlanPartner).where(PlanPartner.line_id == line.id)):
        if wanted.pop(old.office_id, None) is None:
            work.delete(old)
    for office_id, name in wanted.items():
        work.add(PlanPartner(line_id=line.id, office_id=office_id), f"{line.ref}:{name}")


def _set_answers(work: Work, line: PlanLine, answers: Sequence[str]) -> None:
    wanted = {}
    for ref in answers:
        found = work.find(Requirement, ref=ref.strip())
        if found is None:
            raise NotFoundError(
                f"There is no requirement “{shorten(ref, finding.SHOWN)}”.",
                "Nothing was saved.",
                "Write it like N 5.7 or O 3.2.",
            )
        wanted[found.id] = found.ref
    for old in work.all(select(Answer).where(Answer.line_id == line.id)):
        if wanted.pop(old.requirement_id, None) is None:
            work.delete(old)
    for requirement_id, ref in wanted.items():
        work.add(Answer(line_id=line.id, requirement_id=requirement_id), f"{line.ref}:{ref}")
