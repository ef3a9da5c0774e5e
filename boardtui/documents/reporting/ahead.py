"""The next six months: meetings, duties, lines that fall due, and the targets in view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from boardtui.documents.drafting.indicators import lowered, title_in
from boardtui.documents.drafting.movement import real_levels
from boardtui.documents.drafting.numbers import counted, day_in_full, number, weekday_in_full
from boardtui.documents.drafting.phrases import paragraphs, quoted
from boardtui.documents.reporting.assurance import by_whom
from boardtui.documents.reporting.duties import falling
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import furthest
from boardtui.documents.reporting.standing import line_named
from boardtui.domain import assured, views
from boardtui.domain.line_words import WordKind
from boardtui.domain.named_days import NAMED_DAY, meant
from boardtui.domain.obligations import ObligationState, add_months
from boardtui.domain.text import listed

MONTHS = 6
_AHEAD = (ObligationState.NOT_YET_DUE, ObligationState.DUE_SOON)
_NAMED, _MOST = 4, 7
_A_FORTNIGHT = timedelta(days=14)
"""A report drafted days before its date looks as far ahead as that date does."""


def ahead(material: ReportMaterial) -> str:
    """Say when the Board meets next, which duties come, which lines fall due, and what the targets ask."""
    return paragraphs(
        paragraph(_meeting(material), *_assured(material), *_duties(material)),
        paragraph(*_lines(material)),
        paragraph(*_targets(material)),
    )


def _meeting(material: ReportMaterial) -> str:
    following = material.paper.next
    return (
        f"The Board next meets on {weekday_in_full(following.date)}"
        if following
        else "The Board's next meeting is not yet fixed"
    )


def _duties(material: ReportMaterial) -> list[str]:
    until = add_months(material.day, MONTHS) + _A_FORTNIGHT
    coming = [
        one
        for one in material.paper.obligations
        if one.state in _AHEAD and one.due is not None and material.day < one.due <= until
    ]
    later = [one for one in coming if one.state == ObligationState.NOT_YET_DUE]
    return falling(material, later or coming)[:_NAMED]


def _assured(material: ReportMaterial) -> list[str]:
    """Name the reviews and audits that are planned for these months, in the order of their days."""
    until = add_months(material.day, MONTHS)
    planned = sorted(
        (one.planned_for, one.ref, one)
        for one in material.paper.assurance
        if one.done_on is None and one.planned_for and material.day < one.planned_for <= until and not one.restricted
    )
    named = [f"{_planned(material, one)} ({day_in_full(day)})" for day, _, one in planned]
    return [f"Planned {'is' if len(named) == 1 else 'are'} {listed(named)}"] if named else []


def _planned(material: ReportMaterial, one: assured.Assurance) -> str:
    """Name one of them, with whoever does it where it is the external validation."""
    title = title_in(one.title)
    if one.kind == assured.AssuranceKind.DEPARTMENT_REVIEW:
        return (
            f"the Department's {lowered(title)}" if title.startswith("Review") else f"the Department's {quoted(title)}"
        )
    if one.validates:
        by = f" by {by_whom(material, one.body)}" if one.body else ""
        return f"the external validation, a {one.kind}{by}"
    return f"the {one.kind} {quoted(title)}"


def _lines(material: ReportMaterial) -> list[str]:
    """Count the lines that fall due after the day the report bears, and name the first."""
    paper, until = material.paper, add_months(material.day, MONTHS)
    best = {level.letter for level in real_levels(paper)[:1]}
    due = sorted(
        (line.due, line.ref, line)
        for line in paper.lines
        if line.due and material.day < line.due <= until and line.rating not in best
    )
    if not due:
        return ["No line of the plan falls due in the next six months"] if paper.lines else []
    verb = "falls" if len(due) == 1 else "fall"
    ref = f"plan due {material.day.isoformat()} to {until.isoformat()}"
    first = f"{figure(counted(len(due), 'line'), ref)} of the plan {verb} due in the next six months"
    together = [line for day, _, line in due if day == due[0][0]]
    return [first, _first_due(material, together), _runs_past(together)]


def _runs_past(lines: Sequence[views.PlanLine]) -> str:
    """Name those of which what was agreed or last minuted comes only after the date the record still gives them."""
    late = [line.ref for line in lines if line.due and any(day > line.due for day in _days_named(line))]
    if not late:
        return ""
    which = "line" if len(late) == 1 else "lines"
    return f"What was agreed or last minuted of {which} {listed(late)} comes after that date, which has not been moved"


def _days_named(line: views.PlanLine) -> Iterator[date]:
    """Yield the days that a line's path and what was minuted of it since name."""
    minuted = [(one.text, one.on) for one in line.since if one.kind == WordKind.MINUTED]
    for text, said_on in ((line.path, line.agreed_on), *minuted):
        for found in NAMED_DAY.finditer(text) if said_on else ():
            if day := meant(found, said_on, said_on or date.max):
                yield day


def _first_due(material: ReportMaterial, lines: Sequence[views.PlanLine]) -> str:
    """Name every line that falls due on the first of the days, by title those that there is room for."""
    named = [line_named(material, line) for line in lines[:_NAMED]]
    rest = [figure(line.ref, f"{line.ref} rating") if line.rating else line.ref for line in lines[_NAMED:]]
    told = listed(named)
    if rest:
        told = f"{', '.join(named)}, and {'lines' if len(rest) > 1 else 'line'} {listed(rest)}"
    due = figure(day_in_full(lines[0].due), f"{lines[0].ref} due") if lines[0].due else ""
    many = "The first" if len(lines) == 1 else f"The first {number(len(lines))}"
    return f"{many}, by {due}, {'is' if len(lines) == 1 else 'are'} {told}"


def _targets(material: ReportMaterial) -> list[str]:
    """Say when the twelve-month targets fall, and which indicators to watch, the furthest from theirs first."""
    dated = [one for one in material.paper.indicators if one.measure.on_12 and one.measure.target_12 is not None]
    if not dated:
        return []
    day = max(one.measure.on_12 for one in dated if one.measure.on_12)
    if day <= material.day:
        return [f"The twelve-month targets fell on {day_in_full(day)}"]
    missing = furthest(material)
    first = f"The twelve-month targets fall on {day_in_full(day)}"
    if not missing:
        return [first]
    names = [f"{lowered(title_in(one.title))} ({one.ref})" for one in missing[:_MOST]]
    return [first, f"Those that need watching until then are {listed(names)}"]
