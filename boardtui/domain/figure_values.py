"""What a figure's reference says on a day: the same answer while a report is drafted and whenever it is asked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from boardtui.domain import views
from boardtui.domain.dataset import Indicator, Value
from boardtui.domain.dates import show
from boardtui.domain.figure_refs import FigureRef, parse
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import expected, reaches
from boardtui.domain.ratings import Direction, direction, level_of
from boardtui.domain.records import Records
from boardtui.domain.states import OPEN_ACTIONS, ActionState, AttendanceStatus
from boardtui.domain.trends import runway

_SEATS = ("chair", "vice-chair", "member")
_CAME = (AttendanceStatus.PRESENT, AttendanceStatus.IN_ATTENDANCE, AttendanceStatus.OBSERVER)


def figure_value(text: str, records: Records) -> str | None:
    """Return what a reference says in these records, as plain text; None when its record is not there."""
    ref = parse(text)
    return _VALUES[ref.kind](ref, records) if ref else None


def in_section(requirement: str, section: str) -> bool:
    """Say whether a requirement belongs to a section or a source: `N 3.2` to `N 3` and to `N`."""
    return requirement == section or requirement.startswith((f"{section}.", f"{section} "))


def lines_in(records: Records, section: str) -> list[views.PlanLine]:
    """Return the plan's lines that answer a section of the Notice; all of them where no section is named."""
    return [line for line in records.lines if not section or any(in_section(ref, section) for ref in line.answers)]


def duties_of(records: Records, source: str) -> list[views.Obligation]:
    """Return the dated duties that a source brings; all of them where none is named."""
    duties = records.obligations
    return [one for one in duties if not source or (one.requirement or one.ref).split()[0] == source]


def rating_at(records: Records, line: str, meeting: int) -> str | None:
    """Return the agreed rating of a line in force after a meeting."""
    given = [one for one in records.ratings if one.line == line and one.meeting <= meeting]
    return given[-1].level if given else None


def moved_since(records: Records, line: views.PlanLine, meeting: int) -> Direction | None:
    """Say which way a line has gone since the rating in force after a meeting."""
    return direction(tuple(records.scheme), rating_at(records, line.ref, meeting), line.rating)


def value_of(indicator: Indicator, month: str) -> Value | None:
    """Return an indicator's value for the period that ends in a month, `2013-04`."""
    return next((value for value in indicator.values if f"{value.period:%Y-%m}" == month), None)


def worked_out(value: Decimal | None) -> str | None:
    """Write a figure that was worked out, to one decimal place."""
    return None if value is None else plain(value.quantize(Decimal("0.1"), ROUND_HALF_UP))


def plain(value: Decimal) -> str:
    """Write a figure without idle zeros: `74`, `67.4`."""
    written = f"{value:f}"
    shown = written.rstrip("0").rstrip(".") if "." in written else written
    return shown if value else "0"


def _value(ref: FigureRef, records: Records) -> str | None:
    indicator = _indicator(ref, records)
    found = value_of(indicator, ref.month) if indicator else None
    if indicator is None or found is None:
        return None
    if ref.what == "expected":
        return worked_out(expected(indicator.measure, found.period))
    return plain(found.first if ref.what == "first" and found.first is not None else found.value)


def _of_indicator(ref: FigureRef, records: Records) -> str | None:
    indicator = _indicator(ref, records)
    if indicator is None:
        return None
    measure = indicator.measure
    match ref.what:
        case "state":
            return str(indicator.state)
        case "trend":
            return indicator.trend
        case "projection 6":
            return worked_out(indicator.projected_6)
        case "projection 12":
            return worked_out(indicator.projected_12)
    set_: dict[str, Decimal | None] = {
        "baseline": measure.baseline,
        "target 6": measure.target_6,
        "target 12": measure.target_12,
        "neighbours": indicator.neighbours,
        "national": indicator.national,
    }
    found = set_.get(ref.what)
    return None if found is None else plain(found)


def _runway(ref: FigureRef, records: Records) -> str | None:
    indicator = _indicator(ref, records)
    left = runway(indicator.measure, indicator.points, date.fromisoformat(ref.day)) if indicator else None
    if left is None:
        return None
    return plain(left.months) if ref.what == "runway" else worked_out(left.needed)


def _indicators(ref: FigureRef, records: Records) -> str:
    return _count([one for one in records.indicators if ref.what in ("", one.state)])


def target_result(indicator: Indicator, months: int) -> str | None:
    """Say whether the latest figure meets a target, misses it, or cannot say; nothing without a target (N 7.3).

    A figure that should have been replaced by a later one by now says nothing.
    """
    measure, latest = indicator.measure, indicator.latest
    target, on = (measure.target_6, measure.on_6) if months == 6 else (measure.target_12, measure.on_12)
    if target is None or on is None:
        return None
    if latest is None or indicator.state is IndicatorState.NO_DATA:
        return "unknown"
    return "met" if reaches(measure.polarity, latest.value, target) else "missed"


def _targets(ref: FigureRef, records: Records) -> str:
    results = [target_result(one, int(ref.of)) for one in records.indicators]
    return _count([one for one in results if one is not None and ref.what in ("", one)])


def _plan(ref: FigureRef, records: Records) -> str:
    lines = lines_in(records, ref.of)
    rated = {level.letter for level in records.scheme if level.rank}
    if ref.what == "lines":
        return _count(lines)
    return _count([line for line in lines if (line.rating if line.rating in rated else "-") == ref.what])


def _moved(ref: FigureRef, records: Records) -> str:
    return _count([line for line in records.lines if moved_since(records, line, ref.first) == ref.what])


def _line(ref: FigureRef, records: Records) -> str | None:
    line = next((one for one in records.lines if one.ref == ref.of), None)
    if line is None:
        return None
    if ref.what == "rating":
        level = rating_at(records, ref.of, ref.first) if ref.first else line.rating
        return _word(records, level)
    return str(line.moves) if ref.what == "moves" else _day(line.due)


def _actions(ref: FigureRef, records: Records) -> str:
    return _count([one for one in records.actions if _stands(one, ref.what)])


def _raised(ref: FigureRef, records: Records) -> str:
    return _count([one for one in records.actions if ref.first <= one.raised_at <= ref.last])


def _closed(ref: FigureRef, records: Records) -> str:
    closed = [one for one in records.actions if one.state == ActionState.CLOSED and one.closed_on]
    return _count([one for one in closed if not ref.day or str(one.closed_on) > ref.day])


def _falling(ref: FigureRef, records: Records) -> str:
    open_ = [one for one in records.actions if _stands(one, "open") and one.state != ActionState.DONE]
    return _count([one for one in open_ if one.due and ref.day < str(one.due) <= ref.until])


def _lines_due(ref: FigureRef, records: Records) -> str:
    best = max((level.rank for level in records.scheme), default=0)
    complete = {level.letter for level in records.scheme if level.rank == best}
    return _count(
        [one for one in records.lines if one.due and ref.day < str(one.due) <= ref.until and one.rating not in complete]
    )


def _dates_moved(ref: FigureRef, records: Records) -> str:
    moved = [
        line
        for line, moves in records.moves.items()
        if any(one.meeting is not None and ref.first <= one.meeting <= ref.last for one in moves)
    ]
    return _count(moved)


def _restated(ref: FigureRef, records: Records) -> str:
    values = [value for one in records.indicators for value in one.values if value.first is not None]
    return _count([one for one in values if not ref.day or str(one.given_on) > ref.day])


def _members(ref: FigureRef, records: Records) -> str:
    rows = [one for one in records.registers if one.meeting == ref.first]
    seats = {one.initials for one in records.registers if one.kind in _SEATS}
    came = {one.initials for one in rows if one.status in _CAME} | {one.deputy_for for one in rows}
    return str(len(came & seats - {None}))


def _led(ref: FigureRef, records: Records) -> str:
    offices = set(ref.of.split("+"))
    theirs = [one for one in records.actions if offices.intersection(one.leads)]
    return _count([one for one in theirs if not ref.what or _stands(one, ref.what)])


def _action(ref: FigureRef, records: Records) -> str | None:
    action = next((one for one in records.actions if one.ref == ref.of), None)
    if action is None:
        return None
    said: Mapping[str, str | None] = {
        "due": _day(action.due),
        "days late": str(action.days_late),
        "state": action.state,
        "slips": str(action.slips),
    }
    return said[ref.what]


def _meetings(ref: FigureRef, records: Records) -> str:
    return _count([one for one in records.held if not ref.first or ref.first <= one.number <= ref.last])


def _meeting(ref: FigureRef, records: Records) -> str | None:
    return next((show(one.date) for one in records.held if one.number == ref.first), None)


def _minute(ref: FigureRef, records: Records) -> str | None:
    return next((one.text for one in records.notes if one.ref == ref.of and one.restricted is None), None)


def _attendance(ref: FigureRef, records: Records) -> str:
    rows = [one for one in records.registers if ref.first <= one.meeting <= ref.last]
    came = {one.meeting for one in rows if one.initials == ref.of and one.status in _CAME}
    return str(len(came | {one.meeting for one in rows if one.deputy_for == ref.of}))


def _challenges(ref: FigureRef, records: Records) -> str:
    minuted = [one for one in records.challenged if ref.first <= one.meeting <= ref.last]
    return _count([one for one in minuted if not ref.what or one.answered_by is not None])


def _flags(ref: FigureRef, records: Records) -> str:
    return _count([one for one in records.flags if ref.of in ("", one.line)])


def _duty(ref: FigureRef, records: Records) -> str | None:
    duty = next((one for one in records.obligations if one.ref == ref.of), None)
    if duty is None:
        return None
    late = (duty.met_on - duty.due).days if duty.met_on and duty.due and duty.met_on > duty.due else None
    said = {"due": _day(duty.due), "met": _day(duty.met_on), "state": duty.state}
    return str(late) if ref.what == "days late" and late else said.get(ref.what)


def _duties(ref: FigureRef, records: Records) -> str:
    return _count([one for one in duties_of(records, ref.of) if ref.what in ("", one.state)])


def _requirements(ref: FigureRef, records: Records) -> str:
    asked = [one for one in records.requirements if one.source == ref.of and one.withdrawn_on is None]
    return _count([one for one in asked if not ref.what or not one.answered_by])


def _checks(ref: FigureRef, records: Records) -> str:
    return _count([one for one in records.checks if ref.what in ("", one.state)])


def _assured(ref: FigureRef, records: Records) -> str | None:
    found = next((one for one in records.assurance if one.ref == ref.of), None)
    if found is None:
        return None
    cases = None if found.cases is None else f"{found.cases:,}"
    days = {"done": _day(found.done_on), "planned": _day(found.planned_for)}
    return ({"state": found.state, "cases": cases} | days)[ref.what]


def _package(ref: FigureRef, records: Records) -> str | None:
    found = next((one for one in records.support if one.ref == ref.of), None)
    return None if found is None else _day(found.starts if ref.what == "starts" else found.ends)


def _received(ref: FigureRef, records: Records) -> str | None:
    found = next((one for one in records.received if one.ref == ref.of), None)
    return None if found is None else _day(found.dated or found.received_on)


def _assurance(ref: FigureRef, records: Records) -> str:
    return _count([one for one in records.assurance if not ref.what or one.done_on is not None])


def _register(ref: FigureRef, records: Records) -> str:
    return str(len(records.evidence if ref.what == "evidence" else records.support))


def _indicator(ref: FigureRef, records: Records) -> Indicator | None:
    return next((one for one in records.indicators if one.ref == ref.of), None)


def _stands(action: views.Action, what: str) -> bool:
    if what == "closed":
        return action.state == ActionState.CLOSED
    if action.state not in OPEN_ACTIONS:
        return False
    return {"open": True, "overdue": action.days_late > 0, "done": action.state == ActionState.DONE}[what]


def _word(records: Records, letter: str | None) -> str | None:
    if letter is None:
        return None
    try:
        return level_of(tuple(records.scheme), letter).word
    except ValueError:
        return letter


def _count(found: Sequence[object]) -> str:
    return str(len(found))


def _day(day: date | None) -> str | None:
    return show(day) if day else None


_VALUES: dict[str, Callable[[FigureRef, Records], str | None]] = {
    "value": _value,
    "indicator": _of_indicator,
    "runway": _runway,
    "indicators": _indicators,
    "targets": _targets,
    "plan": _plan,
    "moved": _moved,
    "line": _line,
    "actions": _actions,
    "raised": _raised,
    "closed": _closed,
    "falling": _falling,
    "lines due": _lines_due,
    "dates moved": _dates_moved,
    "restated": _restated,
    "members": _members,
    "package": _package,
    "received": _received,
    "led": _led,
    "action": _action,
    "meetings": _meetings,
    "meeting": _meeting,
    "minute": _minute,
    "attendance": _attendance,
    "challenges": _challenges,
    "flags": _flags,
    "duty": _duty,
    "duties": _duties,
    "requirements": _requirements,
    "checks": _checks,
    "assured": _assured,
    "assurance": _assurance,
    "register": _register,
}
