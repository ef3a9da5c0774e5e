"""Adding values to the dataset, and adding and changing its indicators (N 7.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from textual.content import Content

from boardtui import services
from boardtui.domain.amounts import amount
from boardtui.domain.dataset import Indicator, Value
from boardtui.domain.dates import show
from boardtui.domain.figures import figure, number
from boardtui.domain.measures import Basis, Frequency, Measure, Polarity
from boardtui.domain.obligations import add_months
from boardtui.domain.period_typed import read_period
from boardtui.domain.periods import latest_due, shown_period
from boardtui.domain.states import HELD
from boardtui.domain.text import one_line
from boardtui.domain.views import Meeting, Person
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.widgets.fields import Field, day, lines, one_of, words
from boardtui.ui.widgets.fields import number as whole
from boardtui.ui.widgets.literal import line
from boardtui.ui.widgets.record_fields import meeting, person, plan_lines, requirements


@dataclass(frozen=True)
class Known:
    """What an indicator may be linked to."""

    people: Mapping[str, Person]
    lines: Mapping[str, str]
    requirements: Mapping[str, str]
    commenced: date | None


def value(indicator: Indicator, meetings: Sequence[Meeting], today: date) -> Form:
    """Ask for a value of the latest period that is missing; a second value for a period asks why it is restated."""
    measure = indicator.measure
    frequency = measure.frequency
    latest = latest_due(frequency, measure.lag_days, today)
    first = indicator.missing[-1] if indicator.missing else latest
    there = {one.period: one for one in indicator.values}
    seen = [one for one in meetings if one.state in HELD]

    def shows(end: date) -> str:
        named, earlier = shown_period(frequency, end), there.get(end)
        return f"{named}: {_already(indicator, earlier)}" if earlier else named

    def lacks(answers: Answers) -> tuple[str, ...]:
        earlier = there.get(answers["period"])
        if answers["value"] is None and (answers["numerator"] is None or answers["denominator"] is None):
            return ("Give the figure, or its numerator and denominator.",)
        if earlier and not answers["because"]:
            return ("Say why it is restated; what was first reported is kept.",)
        return ()

    asked = [
        Field(
            "period",
            "Period",
            shown_period(frequency, first),
            reads=lambda typed: read_period(frequency, typed, today),
            shows=shows,
            needed=True,
            hint="Apr 2013, 2013-04",
        ),
        _figure("value", f"Value, {indicator.unit}" if indicator.unit else "Value", None, "or the two figures below"),
        _figure("numerator", "Numerator", None, one_line(indicator.numerator)[:50]),
        _figure("denominator", "Denominator", None, one_line(indicator.denominator)[:50]),
        meeting(
            "meeting",
            "Seen at meeting",
            seen,
            hint="if one has seen it",
            wrong="That is not a meeting that was held.",
        ),
        words("because", "Because", hint="why it is restated, where it is"),
    ]
    return Form(
        f"Add a value of {indicator.ref}",
        asked,
        lambda answers: (
            lambda work: services.indicators.add_value(
                work,
                indicator.ref,
                answers["period"],
                answers["value"],
                numerator=answers["numerator"],
                denominator=answers["denominator"],
                meeting=answers["meeting"],
                because=answers["because"],
            )
        ),
        says=line(indicator.title, "bold"),
        check=lacks,
    )


def add(refs: Sequence[str], known: Known, today: date, like: Indicator | None = None) -> Form:
    """Ask for a new indicator; one `like` another begins with its particulars, without its values."""
    taken = [int(ref[1:]) for ref in refs if ref[1:].isdecimal()]
    reference = words("ref", "Reference", f"I{max(taken, default=0) + 1}", needed=True, hint="I1")
    return Form(
        f"Add an indicator like {like.ref}" if like else "Add an indicator",
        [reference, *_fields(like, known, today)],
        lambda answers: lambda work: services.indicators.add_indicator(work, **_filled(answers)),
        says=_says(),
    )


def edit(indicator: Indicator, known: Known, today: date) -> Form:
    """Ask for an indicator's new particulars; its values are added apart."""
    return Form(
        f"Indicator {indicator.ref}",
        _fields(indicator, known, today),
        lambda answers: (
            lambda work: services.indicators.edit_indicator(work, indicator.ref, indicator.version, **_filled(answers))
        ),
        says=_says(),
    )


def _says() -> Content:
    return Content("A target without a date of its own is due 6 or 12 months from the Board's start (N 7.3).")


def _fields(found: Indicator | None, known: Known, today: date) -> list[Field]:
    measure = found.measure if found else _NEW
    return [
        words("title", "Title", found.title if found else "", needed=True),
        words("unit", "Unit", found.unit if found else "%", hint="%, days, £, per 10,000"),
        one_of("polarity", "Good is", [str(word) for word in Polarity], measure.polarity),
        one_of("frequency", "Reported", [str(word) for word in Frequency], measure.frequency),
        one_of("basis", "Figures are", [str(word) for word in Basis], measure.basis),
        whole("lag_days", "In after, days", measure.lag_days, 0, 400),
        _figure("baseline", "Baseline", measure.baseline),
        day("baseline_on", "Baseline of", today, measure.baseline_on),
        _figure("target_6", "6-month target", measure.target_6),
        _target_day("six_on", 6, measure.on_6, known.commenced, today),
        _figure("target_12", "12-month target", measure.target_12),
        _target_day("twelve_on", 12, measure.on_12, known.commenced, today),
        _figure("tolerance", "Tolerance", measure.tolerance or None, "how far it may miss its trajectory"),
        words("numerator", "Numerator", found.numerator if found else "", hint="what is counted"),
        words("denominator", "Denominator", found.denominator if found else "", hint="of how many"),
        words("source", "Source", found.source if found else ""),
        person("lead", "Lead", known.people, found.lead if found else None),
        plan_lines("lines", "Plan lines", known.lines, found.lines if found else ()),
        requirements("requirements", "Measures", known.requirements, found.requirements if found else ()),
        _figure("neighbours", "Neighbours", found.neighbours if found else None),
        _figure("national", "National", found.national if found else None),
        words("benchmark_of", "Of which year", found.benchmark_of if found else "", hint="2011-12"),
        lines("note", "Note", found.note if found else "", tall=2),
    ]


_NEW = Measure(Polarity.HIGH, Frequency.MONTHLY, Basis.IN_MONTH, 20, None, None, None, None, None, None)


def _filled(answers: Answers) -> Answers:
    """Return the answers with empty lists where nothing was named."""
    return {**answers, "lines": answers["lines"] or (), "requirements": answers["requirements"] or ()}


def _already(indicator: Indicator, earlier: Value) -> str:
    at = f", seen at meeting {earlier.seen_at}" if earlier.seen_at else ""
    return f"reported as {figure(earlier.value, indicator.unit)} on {show(earlier.given_on)}{at}."


def _target_day(name: str, months: int, on: date | None, commenced: date | None, today: date) -> Field:
    """Ask for a target's date; left empty it follows the Board's start."""
    usual = add_months(commenced, months) if commenced else None
    own = on if on != usual else None
    return day(name, f"{months}-month date", today, own, hint=show(usual) if usual else "26 May 2013")


def _figure(name: str, label: str, given: Decimal | None, hint: str = "") -> Field:
    return Field(name, label, "" if given is None else number(given), reads=amount, hint=hint)
