"""Whether the quality assurance audits are carried out and reported to both boards (N 5.9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardtui.domain.checks import Check, CheckState, in_turn, some
from boardtui.domain.dates import show
from boardtui.domain.instrument import Body
from boardtui.domain.text import plural

REF = "N 5.9"
CHECK = "Audits reported to both boards"

REPORT_WITHIN = 42
"""Days from an audit's end in which its report is awaited: one round of meetings (N 7.2)."""


@dataclass(frozen=True, slots=True)
class Audit:
    """A single or multi-agency audit, `A3`, and when each board was told of it; a restricted one keeps its title."""

    ref: str
    title: str
    planned_for: date | None = None
    done_on: date | None = None
    improvement_board_on: date | None = None
    safeguarding_board_on: date | None = None
    restricted: str | None = None

    @property
    def name(self) -> str:
        """Return how a reason names it."""
        return self.ref if self.restricted else f"{self.ref} ({self.title})"

    def done(self, today: date) -> bool:
        """Say whether it is done by today."""
        return self.done_on is not None and self.done_on <= today

    def late(self, today: date) -> bool:
        """Say whether it was done so long ago that both boards should have been told."""
        return self.done_on is not None and (today - self.done_on).days > REPORT_WITHIN

    def not_told(self, today: date) -> tuple[str, ...]:
        """Name the boards it has not been reported to by today."""
        told = (
            (Body.IMPROVEMENT_BOARD, self.improvement_board_on),
            (Body.SAFEGUARDING_BOARD, self.safeguarding_board_on),
        )
        return tuple(board for board, on in told if on is None or on > today)


def audits_check(
    audits: Iterable[Audit], today: date, commenced: date | None = None, programme_agreed: date | None = None
) -> Check:
    """Check that every audit done since the Notice commenced is reported to the Improvement and Safeguarding Boards.

    A report may be 42 days on its way: until then an audit not yet reported is at risk, and so is one that was not
    done when it was planned. With no audit done nothing is due, until both boards have agreed a programme
    (`programme_agreed`) under which none is planned.
    """
    entered = sorted(audits, key=lambda one: (one.done_on or one.planned_for or today, one.ref))
    done = [a for a in entered if a.done(today) and not (commenced and a.done_on and a.done_on < commenced)]
    unreported = [a for a in done if a.not_told(today)]
    late = [a for a in unreported if a.late(today)]
    awaited = [a for a in unreported if not a.late(today)]
    ahead = [a for a in entered if not a.done(today)]
    missed = [a for a in ahead if a.planned_for and a.planned_for < today]
    said = [*_late(late, len(done), today), *_awaited(awaited, today), *_missed(missed)]
    if said:
        return Check(REF, CHECK, CheckState.NOT_MET if late else CheckState.AT_RISK, " ".join(said))
    return _done(done) if done else _none_done(ahead, programme_agreed)


def _late(late: Sequence[Audit], of: int, today: date) -> list[str]:
    if not late:
        return []
    told = in_turn([_unreported(one, today) for one in late])
    return [f"{len(late)} of {plural(of, 'audit')} done not reported to both boards: {told}."]


def _awaited(awaited: Sequence[Audit], today: date) -> list[str]:
    if not awaited:
        return []
    told = in_turn([_unreported(one, today) for one in awaited])
    return [f"Done in the last {REPORT_WITHIN} days and still to be reported: {told}."]


def _missed(missed: Sequence[Audit]) -> list[str]:
    if not missed:
        return []
    told = in_turn([f"{one.name}, {show(one.planned_for)}" for one in missed if one.planned_for])
    return [f"Planned and not done: {told}."]


def _unreported(one: Audit, today: date) -> str:
    boards = one.not_told(today)
    to = "to neither board" if len(boards) > 1 else f"not to the {boards[0]}"
    return f"{one.name}, done {show(one.done_on) if one.done_on else ''}, {to}"


def _done(done: Sequence[Audit]) -> Check:
    named = some([one.ref for one in done])
    each = "each reported" if len(done) > 1 else "and reported"
    return Check(REF, CHECK, CheckState.MET, f"{plural(len(done), 'audit')} done ({named}), {each} to both boards.")


def _none_done(ahead: Sequence[Audit], programme_agreed: date | None) -> Check:
    planned = sorted(one.planned_for for one in ahead if one.planned_for)
    if planned:
        reason = f"No audit has been done yet; the first is planned for {show(planned[0])}."
        return Check(REF, CHECK, CheckState.NOT_YET_DUE, reason)
    if programme_agreed:
        reason = f"No audit is done or planned under the programme agreed by both boards on {show(programme_agreed)}."
        return Check(REF, CHECK, CheckState.AT_RISK, reason)
    return Check(REF, CHECK, CheckState.NOT_YET_DUE, "No audit has been done, and no audit programme is agreed yet.")
