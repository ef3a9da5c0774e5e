"""The Notice itself: amended, which re-dates what is open and keeps what is done; lifted (N 8.2; DESIGN 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from boardtui.domain.dates import show
from boardtui.domain.lifting import notice_lifted
from boardtui.domain.obligations import add_months
from boardtui.domain.recurring import Occurrence, ref_of, title_of
from boardtui.domain.states import InstrumentKind
from boardtui.domain.text import plural
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.services.duties import past
from boardtui.store.models import Instrument, Obligation, Requirement
from boardtui.store.reading.notice import notice_codes, under_notice
from boardtui.store.unit import Work


def amend_notice(
    work: Work, *, issued_on: date, because: str, commenced: date | None = None, title: str | None = None
) -> int:
    """Make a new version of the Notice and return its number.

    With another day of commencement, each duty counted from the old one and not met yet is counted from the new
    one; what was met keeps its date, and a duty that comes again goes on from the first time it is not met.
    """
    old = _in_force(work)
    past(work, issued_on, "A Notice is amended")
    work.say(f"Amend the {old.title}")
    new = work.add(
        Instrument(
            number=old.number + 1,
            kind=old.kind,
            title=finding.wording(old.title if title is None else title, "The Notice's title"),
            issued_by=old.issued_by,
            commenced=commenced or old.commenced,
            issued_on=issued_on,
            because=finding.wording(because, "The reason for the amendment"),
            note=old.note,
        ),
        f"instrument {old.number + 1}",
    )
    if old.commenced is not None and new.commenced is not None and new.commenced != old.commenced:
        moved = _redate(work, _Move(old.commenced, new.commenced, issued_on))
        work.tell(f"{plural(moved, 'open duty', 'open duties')} re-dated from {show(new.commenced)}.")
    return new.number


def lift_notice(work: Work, *, on: date, letter: str, because: str) -> None:
    """Lift the Notice: by which letter, when and why; its open duties no longer apply, other sources' go on.

    The Board carries on. Like any step that is not a sign-off or an issue, it can be undone.
    """
    row = _in_force(work)
    row.lifted_on = past(work, on, "A Notice is lifted")
    row.lifted_by = finding.wording(letter, "The letter that lifts the Notice")
    row.lifted_because = finding.wording(because, "The reason for lifting it")
    work.say(f"Lift the {row.title}")
    ended = [duty for duty in _duties_of_notice(work, row.commenced) if duty.met_on is None]
    ended = [duty for duty in ended if duty.not_applicable is None]
    for duty in ended:
        duty.not_applicable = notice_lifted(on)
    work.tell(f"{plural(len(ended), 'open duty', 'open duties')} of the Notice no longer apply. The Board carries on.")


@dataclass(frozen=True)
class _Move:
    """From which commencement to which, by the amendment of which day."""

    old: date
    new: date
    amended_on: date


def _in_force(work: Work) -> Instrument:
    row: Instrument | None = work.first(select(Instrument).order_by(col(Instrument.number).desc()))
    if row is None or row.kind != InstrumentKind.NOTICE:
        raise BoardError(
            "This Board works under no Notice.",
            "Only a Notice is amended or lifted.",
            "Requirements and duties are changed one by one under {notice}, with {notice-edit}.",
        )
    if row.lifted_on is not None:
        raise BoardError(
            f"The Notice was lifted on {show(row.lifted_on)}.",
            "Nothing was changed.",
            "Its duties have ended. The Board carries on, or is closed under {notice} with {notice-close}.",
        )
    return row


def _duties_of_notice(work: Work, commenced: date | None) -> list[Obligation]:
    codes = notice_codes(work.db)
    refs = {row.id: row.ref for row in work.all(select(Requirement))}
    return [
        row
        for row in work.all(select(Obligation).order_by(col(Obligation.position)))
        if under_notice(
            {
                "ref": row.ref,
                "requirement": refs.get(row.requirement_id),
                "correspondence_id": row.correspondence_id,
                "counted_from": row.counted_from.isoformat() if row.counted_from else None,
            },
            codes,
            commenced,
        )
    ]


def _redate(work: Work, move: _Move) -> int:
    """Count the Notice's open duties from the new commencement; return how many moved."""
    counted = [row for row in _duties_of_notice(work, move.old) if row.counted_from == move.old]
    by_ref = {row.ref: row for row in work.all(select(Obligation))}
    counted += [_carry_on(work, row, by_ref) for row in counted if row.repeats_months and row.met_on]
    moved = 0
    for row in {row.id: row for row in counted if row.met_on is None}.values():
        if row.months is None:
            continue
        moved, before, row.counted_from = moved + 1, row.due, move.new
        row.original_due = row.original_due or before
        row.due = add_months(move.new, row.months)
        was = f", when it was due on {show(before)}" if before else ""
        row.note = f"{row.note} Re-dated when the Notice was amended on {show(move.amended_on)}{was}.".strip()
    return moved


def _carry_on(work: Work, done: Obligation, by_ref: dict[str, Obligation]) -> Obligation:
    """Hand the repeating of a duty that was met on to the first later time that is open; return that one."""
    step, base, first = done.repeats_months or 0, done.months or 0, done.counted_from
    if first is None or not step:
        return done
    months = base + step
    while True:
        next_time = Occurrence(months, add_months(first, months))
        ref = ref_of(done.ref, base, next_time)
        row = by_ref.get(ref)
        if row is None or (row.met_on is None and row.not_applicable is None):
            break
        months += step
    if row is None:
        row = work.add(
            Obligation(
                position=done.position,
                ref=ref,
                title=title_of(done.title, base, next_time),
                requirement_id=done.requirement_id,
                binds=done.binds,
                due=next_time.due,
                months=months,
                counted_from=first,
                note=done.note,
            ),
            ref,
        )
    row.repeats_months, done.repeats_months = step, None
    return row
