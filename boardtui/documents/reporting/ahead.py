"""The next six months: meetings, duties, lines that fall due, and the targets in view."""

from __future__ import annotations

from boardtui.documents.drafting.movement import real_levels
from boardtui.documents.drafting.numbers import counted, day_in_full, weekday_in_full
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.reporting.duties import named
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial, lowered, title_in
from boardtui.documents.reporting.standing import line_named
from boardtui.domain.obligations import ObligationState, add_months
from boardtui.domain.text import listed

MONTHS = 6
_AHEAD = (ObligationState.NOT_YET_DUE, ObligationState.DUE_SOON)
_NAMED = 4


def ahead(material: ReportMaterial, first_person: bool = True) -> str:
    """Say when the Board meets next, which duties come, which lines fall due, and what the targets ask."""
    return paragraphs(
        paragraph(_meeting(material), *_duties(material)),
        paragraph(*_lines(material)),
        paragraph(*_targets(material, first_person)),
    )


def _meeting(material: ReportMaterial) -> str:
    following = material.paper.next
    return (
        f"The Board next meets on {weekday_in_full(following.date)}"
        if following
        else "The Board's next meeting is not yet fixed"
    )


def _duties(material: ReportMaterial) -> list[str]:
    until = add_months(material.paper.on, MONTHS)
    coming = [
        one
        for one in material.paper.obligations
        if one.state in _AHEAD and one.due is not None and material.paper.on <= one.due <= until
    ]
    days: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for one in coming:
        if one.due is None:
            continue
        day = day_in_full(one.due)
        days.setdefault(day, []).append(named(material, one))
        first.setdefault(day, f"{one.ref} due")
    told = []
    for place, (day, names) in enumerate(list(days.items())[:_NAMED]):
        dated = figure(day, first[day])
        verb = "falls" if len(names) == 1 else "fall"
        told.append((f"By {dated} {verb} due {listed(names)}", f"{listed(names)} {verb} due by {dated}")[place % 2])
    return told


def _lines(material: ReportMaterial) -> list[str]:
    paper, until = material.paper, add_months(material.paper.on, MONTHS)
    best = {level.letter for level in real_levels(paper)[:1]}
    due = sorted(
        (line.due, line.ref, line)
        for line in paper.lines
        if line.due and paper.on <= line.due <= until and line.rating not in best
    )
    if not due:
        return ["No line of the plan falls due in the next six months"] if paper.lines else []
    named = [f"{line_named(material, line)} by {figure(day_in_full(day), f'{ref} due')}" for day, ref, line in due]
    verb = "falls" if len(due) == 1 else "fall"
    first = f"{counted(len(due), 'line')} of the plan {verb} due in the next six months"
    return [first, f"The first {'is' if len(due) == 1 else 'are'} {listed(named[:_NAMED])}"]


def _targets(material: ReportMaterial, first_person: bool) -> list[str]:
    """Say which indicators have furthest to go each month to their twelve-month target."""
    away = [
        one
        for one in material.paper.indicators
        if one.runway is not None and one.runway.needed is not None and one.runway.on > material.paper.on
    ]
    if not away:
        return []
    day = max(one.runway.on for one in away if one.runway)
    who = "I shall watch" if first_person else "we watch"
    names = listed([f"{lowered(title_in(one.title))} ({one.ref})" for one in away[:_NAMED]])
    count = counted(len(away), "indicator")
    return [f"Until {day_in_full(day)} {count} have ground to make up; {who} {names} most closely"]
