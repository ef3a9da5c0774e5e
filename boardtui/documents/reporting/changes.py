"""What has changed since the last report: ratings, dates, figures said anew, and the Notice itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.documents.drafting.indicators import in_full, lowered, period_of, title_in
from boardtui.documents.drafting.movement import level_word, never_rated_before, rating_before
from boardtui.documents.drafting.numbers import counted, day_in_full
from boardtui.documents.drafting.phrases import is_clause, paragraphs
from boardtui.documents.drafting.said import when_said
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.purpose import since
from boardtui.documents.reporting.standing import line_named, movement
from boardtui.domain import views
from boardtui.domain.dataset import Indicator, Value
from boardtui.domain.figures import figure as with_unit

_NAMED, _WORDS, _BECAUSE = 8, 24, 48


def changes(material: ReportMaterial) -> str:
    """Tell what moved up and down, which dates were moved and why, and which figures were said anew."""
    up, down = movement(material)
    return paragraphs(
        paragraph(*_ways(material, up, "up"), *_ways(material, down, "down"), *_new(material)),
        paragraph(*_dates(material)),
        paragraph(*_restated(material)),
        paragraph(*_instrument(material)),
    ) or paragraph(f"Nothing in the plan, its dates or the figures has changed {since(material)}")


def since_day(material: ReportMaterial) -> date | None:
    """Return the day of the last report, after which something is new."""
    earlier = material.paper.earlier
    return (earlier.sent_on or earlier.signed_on or earlier.dated) if earlier else None


def _ways(material: ReportMaterial, lines: Sequence[views.PlanLine], way: str) -> list[str]:
    if not lines:
        return []
    told: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        before = level_word(material.paper, rating_before(material.paper, line))
        told.setdefault((before, level_word(material.paper, line.rating)), []).append(
            figure(line.ref, f"{line.ref} rating")
        )
    moves = "; ".join(f"from {before} to {now} {_listed(refs)}" for (before, now), refs in told.items())
    one = "line has" if len(lines) == 1 else "lines have"
    when = f"{since(material)} " if way == "up" else ""
    return [f"{when}{counted(len(lines), one, one)} gone {way}: {moves}"]


def _new(material: ReportMaterial) -> list[str]:
    """Name the lines that were rated for the first time, with their first rating where they have another now."""
    new = [line for line in material.paper.lines if line.rating and never_rated_before(material.paper, line)]
    if not new:
        return []
    told = []
    for line in new:
        now = level_word(material.paper, line.rating)
        first = level_word(material.paper, next(level for _, level in line.history if level))
        told.append(
            f"{figure(line.ref, f'{line.ref} rating')} ({now if first == now else f'first {first}, now {now}'})"
        )
    verb = "line was" if len(new) == 1 else "lines were"
    return [f"{counted(len(new), verb, verb)} rated for the first time: {_listed(told)}"]


def _listed(refs: Sequence[str]) -> str:
    return refs[0] if len(refs) == 1 else f"{', '.join(refs[:-1])} and {refs[-1]}"


def _dates(material: ReportMaterial) -> list[str]:
    """Tell the moves of due dates agreed in this period, with the reason given."""
    first, last = material.paper.letter.first_meeting, material.paper.letter.last_meeting
    found = [
        (line, move)
        for line in material.paper.lines
        for move in material.paper.moves.get(line.ref, ())
        if move.meeting is not None and first <= move.meeting <= last
    ]
    if not found:
        return []
    moved = {line.ref: [move for of, move in found if of.ref == line.ref] for line, _ in found}
    lines = {line.ref: line for line, _ in found}
    told = [_moved_dates(material, len(moved))]
    told += [_of_line(material, lines[ref], moves) for ref, moves in list(moved.items())[:_NAMED]]
    rest = list(moved)[_NAMED:]
    return [*told, f"So were those of {_listed(rest)}, as the tables show" if rest else ""]


def _moved_dates(material: ReportMaterial, count: int) -> str:
    lines = figure(counted(count, "line"), f"dates moved {material.span}")
    if count == 1:
        return f"The due date of {lines} has been moved in this period"
    return f"The due dates of {lines} have been moved in this period"


def _of_line(material: ReportMaterial, line: views.PlanLine, moves: Sequence[views.LineMove]) -> str:
    """Tell each move of a line's date with the meeting that agreed it and the reason it gave."""
    said = []
    for move in moves:
        now = figure(day_in_full(move.after), f"{line.ref} due") if move.after == line.due else day_in_full(move.after)
        reason = "" if move.restricted else material.told(move.reason, _WORDS)
        why = f" ({reason})" if reason else ""
        said.append(f"{when_said(material.as_letter, move.meeting or 0, reason)} to {now}{why}")
    return f"{line_named(material, line)} was moved {', and '.join(said)}"


def _restated(material: ReportMaterial) -> list[str]:
    """Tell the figures said otherwise than at first: since the last report, and any baseline still in use."""
    day, told, baselines = since_day(material), [], []
    for one in material.paper.indicators:
        for value in one.values:
            if value.first is None:
                continue
            if day is None or value.given_on > day:
                told.append(_anew(material, one, value))
            elif value.period == one.measure.baseline_on and value.value == one.measure.baseline:
                baselines.append(_baseline(material, one, value))
    ref = f"figures restated since {day.isoformat()}" if day else "figures restated"
    have = "has" if len(told) == 1 else "have"
    since_then = f" {since(material)}" if material.paper.earlier else ""
    first = f"{figure(counted(len(told), 'figure'), ref)} {have} been restated{since_then}"
    return [*([first, *told] if told else []), *baselines]


def _anew(material: ReportMaterial, one: Indicator, value: Value) -> str:
    """Tell a restated figure: what was first reported, what is said now, and why."""
    ref = f"{one.ref} {value.period:%Y-%m}"
    because = material.told(value.because, _BECAUSE)
    why = f" because {because}" if is_clause(because) else f": {because}" if because else ""
    baseline = ", the baseline too" if value.period == one.measure.baseline_on else ""
    return (
        f"{title_in(one.title)} ({one.ref}) for {period_of(one.measure, value.period)}, first reported"
        f"{_first_said(one, value)}, is now {material.measured(ref, one.measure.unit)}{baseline}{why}"
    )


def _baseline(material: ReportMaterial, one: Indicator, value: Value) -> str:
    """Tell a baseline that was restated before the last report: every later figure is held against it."""
    because = material.told(value.because, _BECAUSE)
    return (
        f"The baseline of {lowered(title_in(one.title))} ({one.ref}) was restated before that, and stands at "
        f"{material.measured(f'{one.ref} baseline', one.measure.unit)}; it was first reported{_first_said(one, value)}"
        f"{f' ({because})' if because else ''}"
    )


def _first_said(one: Indicator, value: Value) -> str:
    if value.first is None:
        return ""
    at = f" at meeting {value.first_seen_at}" if value.first_seen_at else ""
    first = figure(in_full(with_unit(value.first, one.measure.unit)), f"{one.ref} {value.period:%Y-%m} first")
    return f"{at} as {first}"


def _instrument(material: ReportMaterial) -> list[str]:
    """Tell an amendment of the Notice, and requirements withdrawn, since the last report."""
    day = since_day(material)
    told = [
        f"The {one.title} was amended on {day_in_full(one.issued_on)}: {material.told(one.because, _WORDS)}"
        for one in material.paper.versions
        if one.number > 1 and one.issued_on and (day is None or one.issued_on > day)
    ]
    gone = [
        one.ref for one in material.paper.requirements if one.withdrawn_on and (day is None or one.withdrawn_on > day)
    ]
    if gone:
        told.append(f"{counted(len(gone), 'requirement')} withdrawn: {_listed(gone)}")
    return told
