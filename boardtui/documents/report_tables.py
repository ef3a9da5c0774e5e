"""The tables of a report: plan lines by section, partners, dated duties, the dataset, audits and reviews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from boardtui.documents import rating_cells
from boardtui.documents.drafting.movement import Moved, moved
from boardtui.documents.drafting.shortening import shortened
from boardtui.documents.reporting.duties import is_this, letter_dated, standing_of
from boardtui.documents.reporting.material import material_of, report_day
from boardtui.documents.reporting.measures import can_be_projected, short_period
from boardtui.documents.reporting.partners import agencies
from boardtui.documents.sentences import capital, times
from boardtui.documents.word import Context
from boardtui.domain import assured, views
from boardtui.domain.assured import AUDITS
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.figure_values import target_result, worked_out
from boardtui.domain.figures import difference
from boardtui.domain.figures import figure as with_unit
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import deciding_target
from boardtui.domain.obligations import Binds, ObligationState
from boardtui.domain.papers import LetterPaper, ReportPaper
from boardtui.domain.text import one_line, plural
from boardtui.domain.trends import runway

_TRENDS = {"better": "↑ better", "same": "→ same", "worse": "↓ worse"}
_LATE = (ObligationState.OVERDUE, ObligationState.MET_LATE)
_NONE = "–"
_DUTY_WORDS, _SHORT = 16, 20
_RESULTS = {"met": ", met", "missed": ", missed", "unknown": ", not known"}
_SO_FAR = {"met": ", reached", "missed": ", not yet", "unknown": ", not known"}


def lines(paper: LetterPaper, of: Sequence[views.PlanLine]) -> list[Context]:
    """Return these lines with rating, movement since the last report, lead and due date, the worst first."""
    wanted = {line.ref for line in of}
    found = [one for one in moved(paper) if one.line.ref in wanted]
    return [
        _line(paper, one) for one in sorted(found, key=lambda one: rating_cells.rank(paper.scheme, one.line.rating))
    ]


def partners(paper: ReportPaper) -> list[Context]:
    """Return each partner with a seat: meetings somebody came to, actions led, closed and late."""
    return [
        {
            "agency": one.person.organisation,
            "office": one.person.role,
            "came": f"{one.came} of {one.of}",
            "led": str(one.led),
            "closed": str(one.closed),
            "late": str(one.late),
        }
        for one in agencies(material_of(paper))
    ]


def duties(paper: ReportPaper) -> list[Context]:
    """Return every dated duty with when it was due and met; what is late is set in words and bold.

    This very report, and a letter that it answers, are left out.
    """
    material = material_of(paper)
    return [
        {
            "ref": letter_dated(paper, one) if one.correspondence else one.requirement or " ".join(one.ref.split()[:2]),
            "title": _duty(paper, one),
            "binds": capital(one.binds),
            "due": show(one.due) if one.due else _NONE,
            "met": show(one.met_on) if one.met_on else _NONE,
            "state": standing_of(material, one),
            "late": "yes" if one.state in _LATE and one.binds != Binds.DEPARTMENT else "",
        }
        for one in paper.obligations
        if not is_this(material, one)
    ]


def dataset(paper: ReportPaper) -> list[Context]:
    """Return every indicator in a row: baseline, latest, targets, projection, how it stands."""
    return [
        {
            "ref": one.ref,
            "title": one.title,
            "baseline": _shown(one.measure.baseline, one),
            "latest": _shown(one.latest.value, one) if one.latest else _NONE,
            "period": short_period(one.measure, one.latest.period) if one.latest else "",
            "six": f"{_shown(one.measure.target_6, one)}{_result(one, 6, report_day(paper))}",
            "twelve": f"{_shown(one.measure.target_12, one)}{_result(one, 12, report_day(paper))}",
            "projected": _worked(one.projected_12, one) if can_be_projected(one) else _NONE,
            "state": _standing(one),
        }
        for one in paper.indicators
    ]


def facts(paper: ReportPaper, one: Indicator) -> list[Context]:
    """Return what is known of one indicator as pairs of label and value, runway counted from the report's own day."""
    day = report_day(paper)
    pairs = [*_now(one), *_aims(one, day), *_heading_for(one, day), *_set_beside(one)]
    return [{"label": label, "value": value} for label, value in pairs]


def counted(paper: ReportPaper, one: Indicator) -> str:
    """Say who leads on an indicator, what is counted, and where the figure comes from."""
    lead = paper.people[one.lead].role if one.lead and one.lead in paper.people else ""
    of = f", of {one.denominator.rstrip('. ')}" if one.denominator else ""
    what = f"Counted: {one.numerator.rstrip('. ')}{of}." if one.numerator else ""
    source = f"Source: {one.source.rstrip('. ')}." if one.source else ""
    beside = f"Comparison: {one.benchmark_of.rstrip('. ')}." if one.benchmark_of else ""
    return " ".join(filter(None, (f"Lead: {lead}." if lead else "", what, source, beside)))


def audits(paper: ReportPaper) -> list[Context]:
    """Return every audit, review and visit that may be told: when, how many cases, reported to whom."""
    return [
        {
            "ref": one.ref,
            "title": one.title,
            "kind": one.kind,
            "when": _when(one),
            "cases": f"{one.cases:,}" if one.cases else _NONE,
            "here": _reported(one, one.improvement_board_on),
            "there": _reported(one, one.safeguarding_board_on),
        }
        for one in sorted(paper.assurance, key=lambda one: str(one.done_on or one.planned_for or date.max))
        if one.restricted is None
    ]


def _line(paper: LetterPaper, one: Moved) -> Context:
    line = one.line
    slipped = f"moved {times(line.moves)}" if line.moves else ""
    direction = rating_cells.DIRECTIONS.get(one.way or "", _NONE)
    if one.before not in (None, line.rating) and one.way in ("better", "worse"):
        direction = f"{direction[0]} was {rating_cells.worded(paper.scheme, one.before)}"
    first = next((level for _, level in line.history if level), None)
    if one.before is None and first not in (None, line.rating):
        direction = f"New, was {rating_cells.worded(paper.scheme, first)}"
    return {
        **rating_cells.cell(paper.scheme, line.rating),
        "ref": line.ref,
        "title": line.title,
        "direction": direction,
        "lead": line.lead or _NONE,
        "due": show(line.due) if line.due else _NONE,
        "slipped": slipped,
    }


def _duty(paper: ReportPaper, one: views.Obligation) -> str:
    """Return what a duty is; one whose title was cut off, from the requirement it comes from, ended at a clause."""
    whole = next((asked.text for asked in paper.requirements if asked.ref == one.requirement), "")
    if not one.title.endswith("…") or not whole:
        return one.title
    return shortened(one_line(whole).rstrip("."), _DUTY_WORDS)


def _now(one: Indicator) -> list[tuple[str, str]]:
    latest, state = one.latest, _standing(one)
    if latest is None:
        return [("Latest figure", "none reported"), ("Standing", state)]
    behind = ""
    if latest.numerator is not None and latest.denominator is not None:
        of = "of" if one.measure.unit == "%" else "over"
        behind = f" ({latest.numerator:,f} {of} {latest.denominator:,f})"
    period = short_period(one.measure, latest.period)
    label = f"Latest, {period}" if len(period) <= _SHORT else period[:1].upper() + period[1:]
    said = [(label, f"{_shown(latest.value, one)}{behind}"), ("Standing", state)]
    if latest.first is not None:
        at = f" at meeting {latest.first_seen_at}" if latest.first_seen_at else ""
        said.append(("First reported", f"{_shown(latest.first, one)}{at}"))
    said.append(("Expected by then", _worked(one.expected, one)))
    said.append(("Against the one before", _TRENDS.get(one.trend or "", _NONE)))
    return said


def _standing(one: Indicator) -> str:
    """Say how an indicator stands; one whose figure is late says which is not in: `No April 2013 figure`."""
    if one.state == IndicatorState.NO_DATA and one.latest and one.missing:
        return f"No figure for {short_period(one.measure, one.missing[-1])}"
    return capital(one.state)


def _aims(one: Indicator, day: date) -> list[tuple[str, str]]:
    """Return baseline and targets; one whose date has come says whether it is met."""
    measure = one.measure
    start = f", {show(measure.baseline_on)}" if measure.baseline_on else ""
    return [
        (f"Baseline{start}", _shown(measure.baseline, one)),
        (f"Target{_by(measure.on_6)}", f"{_shown(measure.target_6, one)}{_result(one, 6, day)}"),
        (f"Target{_by(measure.on_12)}", f"{_shown(measure.target_12, one)}{_result(one, 12, day)}"),
    ]


def _result(one: Indicator, months: int, day: date) -> str:
    """Return how a target was decided, to go on with it: `, met`; nothing while its date is not near."""
    decided = deciding_target(one.measure, day)
    if decided is None or decided[0] != months:
        return ""
    words = _SO_FAR if decided[2] >= day else _RESULTS
    return words.get(target_result(one, months) or "", "")


def _heading_for(one: Indicator, on: date) -> list[tuple[str, str]]:
    """Return the way left to the target in hand and where recent figures lead; a target decided needs neither."""
    said, left = [], runway(one.measure, one.points, on)
    decided = deciding_target(one.measure, on)
    if left is not None and decided is None:
        days = (left.on - on).days
        long = plural(max(0, days), "day") if left.months < 1 else f"{left.months} months"
        said.append((f"Runway to {show(left.on)}", long))
        if left.needed is not None:
            sign = "+" if left.needed > 0 else "−"
            per = "in that time" if left.months < 1 else "a month"
            said.append((f"Still needed {per}", f"{sign}{difference(left.needed, one.measure.unit)}"))
    if not can_be_projected(one):
        return said
    if one.projected_6 is not None and one.measure.on_6 and on < one.measure.on_6 and decided is None:
        said.append((f"Projected{_by(one.measure.on_6)}", _worked(one.projected_6, one)))
    if one.projected_12 is not None and one.measure.on_12 and (decided is None or decided[0] == 6):
        said.append((f"Projected{_by(one.measure.on_12)}", _worked(one.projected_12, one)))
    return said


def _set_beside(one: Indicator) -> list[tuple[str, str]]:
    both = (("Neighbours", one.neighbours), ("England", one.national))
    known = [(label, _shown(value, one)) for label, value in both if value is not None]
    return [("; ".join(label for label, _ in known), "; ".join(value for _, value in known))] if known else []


def _by(day: date | None) -> str:
    return f" by {show(day)}" if day else ""


def _shown(value: Decimal | None, one: Indicator) -> str:
    return _NONE if value is None else with_unit(value, one.measure.unit)


def _worked(value: Decimal | None, one: Indicator) -> str:
    written = worked_out(value)
    return _NONE if written is None else with_unit(Decimal(written), one.measure.unit)


def _when(one: assured.Assurance) -> str:
    if one.done_on:
        return f"Done {show(one.done_on)}"
    return f"Planned {show(one.planned_for)}" if one.planned_for else capital(one.state)


def _reported(one: assured.Assurance, on: date | None) -> str:
    """Say when it was reported to a board; an audit that is done and was not says so (N 5.9)."""
    if on:
        return show(on)
    return "Not yet" if one.done_on and one.kind in AUDITS else _NONE
