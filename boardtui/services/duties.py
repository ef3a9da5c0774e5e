"""Dated duties: added, edited, met, found not to apply, removed (rule 2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlmodel import col, select

from boardtui.domain.bands import Banded, banded_duties
from boardtui.domain.dates import show
from boardtui.domain.obligations import Binds, Duty, add_months, paragraph, source_code
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.services.positions import following
from boardtui.store.models import Instrument, Obligation, Requirement, Source
from boardtui.store.reading.notice import notice_codes, occurrence
from boardtui.store.reading.rows import day
from boardtui.store.unit import Work

MOST_MONTHS = 240
"""Months beyond which a duty's date is taken for a mistake."""


def add_obligation(
    work: Work,
    *,
    ref: str,
    title: str,
    requirement: str = "",
    binds: str = "council",
    due: date | None = None,
    months: int | None = None,
    counted_from: date | None = None,
    repeats_months: int | None = None,
    not_applicable: str | None = None,
    note: str = "",
) -> str:
    """Add a dated duty, due on a day of its own or so many `months` after the day it is counted from; return its ref.

    That day is the Notice's commencement, or the publication of another source the duty comes from.
    """
    ref = finding.wording(ref, "The duty's reference")
    work.say(f"Add the duty {ref}")
    refuse_taken(ref, work.find(Obligation, ref=ref))
    of = _requirement(work, requirement or paragraph(ref), needed=bool(requirement))
    if months is not None:
        months = _months(months)
        counted_from = counted_from or _counted_from(work, ref, requirement)
        due = due or (add_months(counted_from, months) if counted_from else None)
    work.add(
        Obligation(
            position=following(work, "obligation"),
            ref=ref,
            title=finding.wording(title, "The duty's title"),
            requirement_id=of.id if of else None,
            binds=Binds(binds),
            due=due,
            months=months,
            counted_from=counted_from if months is not None else None,
            repeats_months=_repeats(repeats_months, months),
            not_applicable=one_line(not_applicable or "") or None,
            note=one_line(note),
        ),
        ref,
    )
    return ref


def add_duty(work: Work, duty: Duty) -> None:
    """Add a duty that an instrument or an inspection brings by rule."""
    add_obligation(
        work,
        ref=duty.ref,
        title=duty.title,
        binds=duty.binds,
        due=duty.due,
        months=duty.months,
        counted_from=duty.counted_from,
        repeats_months=duty.repeats,
        note=duty.note,
    )


def add_banded_obligations(work: Work, source: str) -> list[str]:
    """Add a duty for each requirement of an inspection that has a band, counted from publication; return them.

    Those that have a duty already, or were withdrawn, are left as they are.
    """
    of: Source | None = work.find(Source, code=source)
    if of is None:
        raise NotFoundError(
            f"There is no source {shorten(source, finding.SHOWN)}.",
            "",
            "Give the code of one of the sources listed under {notice}, such as N or O.",
        )
    work.say(f"Add the duties of {of.code} by its bands")
    if of.published is None:
        raise BoardError(
            f"It is not known when {of.code} was published.",
            "Its bands are counted from that day.",
            "Enter the day of publication first.",
        )
    taken = {row.ref for row in work.all(select(Obligation))}
    in_force = select(Requirement).where(Requirement.source_id == of.id, col(Requirement.withdrawn_on).is_(None))
    asked = work.all(in_force.order_by(col(Requirement.position)))
    banded = [Banded(row.ref, row.text, Binds(row.binds), row.band) for row in asked if row.ref not in taken]
    duties = banded_duties(banded, of.published)
    for duty in duties:
        add_duty(work, duty)
    return [duty.ref for duty in duties]


def edit_obligation(work: Work, ref: str, version: int | None = None, **changes: object) -> None:
    """Change a duty by the names in EDITABLE; a later time of one that comes again is then a duty of its own.

    Other months or another day to count from give another date. A date given by itself is the duty's own from then
    on: it no longer moves with the Notice, unless the duty comes again and again.
    """
    row = obligation(work, ref)
    if version and row.version != version:
        work.get(Obligation, row.id, version, changes)
    work.say(f"Edit the duty {row.ref}")
    read = {name: EDITABLE[name](value) for name, value in changes.items()}
    if "requirement" in read:
        named = str(read.pop("requirement"))
        of = _requirement(work, named, needed=True) if named else None
        row.requirement_id = of.id if of else None
    for name, value in read.items():
        setattr(row, name, value)
    row.repeats_months = _repeats(row.repeats_months, row.months)
    if "due" in read:
        if row.repeats_months is None and not {"months", "counted_from"} & read.keys():
            row.months = row.counted_from = None
    elif {"months", "counted_from"} & read.keys() and row.months is not None and row.counted_from:
        row.due = add_months(row.counted_from, row.months)


def remove_obligation(work: Work, ref: str) -> None:
    """Remove a duty that was never met."""
    row = obligation(work, ref)
    if row.met_on is not None:
        raise BoardError(
            f"{row.ref} was met on {show(row.met_on)}.",
            "What was done stays on record, so it was not removed.",
            "If it was not met after all, take that back first.",
        )
    work.say(f"Remove the duty {row.ref}")
    work.delete(row)


def meet_obligation(work: Work, ref: str, on: date, evidence: str = "") -> None:
    """Note that a duty was met, when, and on what evidence."""
    row = obligation(work, ref)
    past(work, on, "A duty is met")
    row.met_on, row.evidence = on, one_line(evidence)
    work.say(f"Note that {row.ref} was met on {show(on)}")


def unmeet_obligation(work: Work, ref: str) -> None:
    """Take back that a duty was met, with its evidence."""
    row = obligation(work, ref)
    if row.met_on is None:
        raise BoardError(
            f"{row.ref} is not met.",
            "Nothing was changed.",
            "Note first that it was met: under {notice} among the duties, press {notice-met}.",
        )
    row.met_on, row.evidence = None, ""
    work.say(f"Note that {row.ref} is not met after all")


def set_not_applicable(work: Work, ref: str, because: str | None) -> None:
    """Say why a duty does not apply, or with None that it does; one that comes again then stops."""
    row = obligation(work, ref)
    row.not_applicable = finding.wording(because, "The reason") if because is not None else None
    work.say(f"Note that {row.ref} {'does not apply' if because is not None else 'applies'}")


def obligation(work: Work, ref: str) -> Obligation:
    """Return the duty of that reference; a later time of one that comes again becomes a row of its own."""
    row: Obligation | None = work.find(Obligation, ref=ref.strip())
    if row is not None:
        return row
    work.session.flush()
    found = occurrence(work.db, ref.strip(), work.today)
    if found is None:
        raise NotFoundError(f"There is no duty {shorten(ref, finding.SHOWN)}.", "", "Look under Notice.")
    own = ("ref", "title", "requirement_id", "binds", "position", "months", "not_applicable", "note")
    told: dict[str, Any] = {name: found[name] for name in own}
    return work.add(Obligation(due=day(found["due"]), counted_from=day(found["counted_from"]), **told), found["ref"])


def past(work: Work, on: date, what: str) -> date:
    """Return a day that has come; refuse one that has not."""
    if on > work.today:
        raise BoardError(
            f"{show(on)} has not come yet.", f"{what} on a day that has come; nothing was saved.", "Check the date."
        )
    return on


def refuse_taken(ref: str, taken: object) -> None:
    """Refuse a reference that something else has."""
    if taken is not None:
        raise BoardError(f"There already is a {ref}.", "Nothing was saved.", "Choose another reference.")


def _requirement(work: Work, ref: str, *, needed: bool) -> Requirement | None:
    row: Requirement | None = work.find(Requirement, ref=ref.strip())
    if row is None and needed:
        raise NotFoundError(f"There is no requirement {shorten(ref, finding.SHOWN)}.", "", "Look under Notice.")
    return row


def _counted_from(work: Work, ref: str, requirement: str) -> date | None:
    """Return the day a duty is counted from by itself: commencement, or the publication of its source."""
    code = source_code(ref, requirement)
    if notice_codes(work.db).get(code, True):
        current: Instrument | None = work.first(select(Instrument).order_by(col(Instrument.number).desc()))
        return current.commenced if current else None
    of: Source | None = work.find(Source, code=code)
    return of.published if of else None


def _months(months: int) -> int:
    if not 0 <= months <= MOST_MONTHS:
        raise BoardError(f"{months} months cannot be right.", "Nothing was saved.", f"Give 0 to {MOST_MONTHS} months.")
    return months


def _repeats(repeats: int | None, months: int | None) -> int | None:
    if repeats is None:
        return None
    if not 1 <= repeats <= MOST_MONTHS:
        raise BoardError(f"Every {repeats} months cannot be right.", "Nothing was saved.", "6 is usual.")
    if months is None:
        raise BoardError(
            "A duty that comes again needs the months to its first date.", "Nothing was saved.", "Give them too."
        )
    return repeats


EDITABLE: dict[str, Callable[[Any], object]] = {
    "title": lambda typed: finding.wording(typed, "The duty's title"),
    "requirement": one_line,
    "binds": Binds,
    "due": lambda on: on,
    "months": lambda given: None if given is None else _months(given),
    "counted_from": lambda on: on,
    "repeats_months": lambda given: given,
    "evidence": one_line,
    "note": one_line,
}
"""What of a duty can be changed, and how each is read; its reference is permanent."""
