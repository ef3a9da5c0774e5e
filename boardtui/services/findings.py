"""What an audit or review found, and findings that become requirements (DESIGN 2, *Source*)."""

from __future__ import annotations

import re
from datetime import date

from sqlmodel import select

from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError, LockedError, NotFoundError
from boardtui.services import finding, notice, registers
from boardtui.store.models import Assurance, Finding, Requirement, Source
from boardtui.store.unit import Work

_REF = re.compile(r"a([0-9]{1,9})\.([0-9]{1,9})", re.IGNORECASE)


def add_finding(work: Work, number: int, text: str, paragraph: str = "") -> str:
    """Add one thing that A`number` found, with the paragraph of its report; return its reference."""
    of = _assurance(work, number)
    said = finding.wording(text, "The finding")
    (last,) = work.db.execute(
        "SELECT coalesce(max(position), 0) FROM finding WHERE assurance_id = ?", (of.id,)
    ).fetchone()
    ref = f"A{number}.{last + 1}"
    work.say(f"Add the finding {ref}")
    work.add(Finding(assurance_id=of.id, position=last + 1, text=said, paragraph=one_line(paragraph)), ref)
    return ref


def remove_finding(work: Work, ref: str) -> None:
    """Remove a finding; not one that has become a requirement."""
    _, row = _finding(work, ref)
    if became := _requirement(work, row):
        raise LockedError(
            f"{one_line(ref)} has become {became.ref}.", "It was not removed.", "Withdraw that requirement instead."
        )
    work.say(f"Remove the finding {one_line(ref).upper()}")
    work.delete(row)


def require(
    work: Work,
    finding_ref: str,
    *,
    ref: str,
    text: str = "",
    heading: str = "",
    binds: str = "council",
    due: date | None = None,
) -> str:
    """Make a requirement of a finding; return the requirement's reference.

    It belongs to the audit's or review's own source, which is made where there is none. The finding's words serve
    unless others are given; those of a restricted one stay out, because requirements are printed openly (rule 12).
    """
    of, row = _finding(work, finding_ref)
    found = f"A{of.number}.{row.position}"
    if became := _requirement(work, row):
        raise BoardError(
            f"{found} has become {became.ref} already.",
            "Nothing was saved.",
            "Open that requirement under {notice} to change it.",
        )
    if of.restricted and not one_line(text):
        raise BoardError(
            f"{found} is restricted ({of.restricted}).",
            "Nothing was saved: requirements stand in open papers.",
            "Write the requirement in words of its own.",
        )
    wanted = one_line(ref)
    work.say(f"Make {found} the requirement {wanted}")
    notice.add_requirement(
        work,
        ref=wanted,
        source=_source(work, of).code,
        text=one_line(text) or row.text,
        heading=heading,
        binds=binds,
        due=due,
        own_number=True,
    )
    made: Requirement = work.first(select(Requirement).where(Requirement.ref == wanted))
    made.finding_id = row.id
    return made.ref


def _assurance(work: Work, number: int) -> Assurance:
    return registers.numbered(work, Assurance, number, f"audit or review A{number}", "Notice, assurance")


def _finding(work: Work, ref: str) -> tuple[Assurance, Finding]:
    """Return the audit or review and its finding `A3.2`, in either case."""
    if named := _REF.fullmatch(one_line(ref)):
        of = _assurance(work, int(named[1]))
        row = work.find(Finding, assurance_id=of.id, position=int(named[2]))
        if row is not None:
            return of, row
    raise NotFoundError(f"There is no finding “{shorten(ref, finding.SHOWN)}”.", "", "Findings are written A3.2.")


def _requirement(work: Work, row: Finding) -> Requirement | None:
    return work.find(Requirement, finding_id=row.id)


def _source(work: Work, of: Assurance) -> Source:
    """Return the source of an audit or review; the first requirement makes one under its own reference."""
    if of.source_id:
        return work.get(Source, of.source_id)
    code = f"A{of.number}"
    taken = work.first(select(Source).where(Source.code == code))
    if taken is None:
        title = of.title if not of.restricted else of.kind.capitalize()
        notice.add_source(work, code=code, kind=of.kind, title=title, publisher=of.body, published=of.done_on)
        taken = work.first(select(Source).where(Source.code == code))
    of.source_id = taken.id
    made: Source = taken
    return made
