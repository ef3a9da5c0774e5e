"""The next six months: meetings, duties, lines that fall due, and the targets in view."""

from __future__ import annotations

from datetime import timedelta

from boardtui.documents.drafting.movement import real_levels
from boardtui.documents.drafting.numbers import counted, day_in_full, number, weekday_in_full
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.reporting.duties import falling
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial, lowered, title_in
from boardtui.documents.reporting.measures import projected_to_miss
from boardtui.documents.reporting.standing import line_named
from boardtui.domain.obligations import ObligationState, add_months
from boardtui.domain.text import listed

MONTHS = 6
_AHEAD = (ObligationState.NOT_YET_DUE, ObligationState.DUE_SOON)
_NAMED = 4
_A_FORTNIGHT = timedelta(days=14)
"""A report drafted days before its date looks as far ahead as that date does."""


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
    until = add_months(material.paper.on, MONTHS) + _A_FORTNIGHT
    coming = [
        one
        for one in material.paper.obligations
        if one.state in _AHEAD and one.due is not None and material.paper.on <= one.due <= until
    ]
    later = [one for one in coming if one.state == ObligationState.NOT_YET_DUE]
    coming = later or coming
    return falling(material, coming)[:_NAMED]


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
    """Say when the twelve-month targets fall, and which indicators miss theirs on present trends."""
    dated = [one for one in material.paper.indicators if one.measure.on_12 and one.measure.target_12 is not None]
    if not dated:
        return []
    day = max(one.measure.on_12 for one in dated if one.measure.on_12)
    if day <= material.paper.on:
        return [f"The twelve-month targets fell on {day_in_full(day)}"]
    missing = projected_to_miss(material)
    first = f"The twelve-month targets fall on {day_in_full(day)}"
    if not missing:
        return [first]
    names = [f"{lowered(title_in(one.title))} ({one.ref})" for one in missing[:_NAMED]]
    who = "I shall watch" if first_person else "we shall watch"
    others = len(missing) - _NAMED
    rest = ["the other that is projected to miss"] if others == 1 else []
    rest = [f"the other {number(others)} that are projected to miss"] if others > 1 else rest
    return [first, f"Until then {who} {listed([*names, *rest])}"]
