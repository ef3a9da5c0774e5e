"""The Leader's report in the Council's voice: what it did, with what means, where it stands, what is next (N 8.2)."""

from __future__ import annotations

from boardtui.documents.drafting.numbers import counted, day_in_full, number
from boardtui.documents.drafting.offices import is_outside
from boardtui.documents.drafting.phrases import is_clause, paragraphs
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import gains, losses, moved_from_baseline
from boardtui.documents.reporting.purpose import covers
from boardtui.documents.reporting.results import in_short
from boardtui.documents.reporting.standing import counts, line_named, movement
from boardtui.domain import views
from boardtui.domain.text import listed

_TOLD, _WORDS = 6, 30


def opening(material: ReportMaterial) -> str:
    """Say under which paragraph the Council reports, beside whose report, about which meetings."""
    board = material.paper.board
    under = (
        f"Paragraph 8.2 of the {board.instrument or 'Improvement Notice'} asks us for this report"
        if material.notice
        else ""
    )
    return paragraph(under, "It stands beside the Chair's and is the Council's own account", covers(material, "our"))


def taken(material: ReportMaterial) -> str:
    """Tell the Board's actions that the Council led and closed, on what evidence, and what it still owes."""
    ours = [one for one in material.paper.closed if one.restricted is None and _ours(material, one)]
    owed = [one for one in material.paper.open if _ours(material, one)]
    late = [one for one in owed if one.days_late]
    begun = "Since our last report" if material.paper.earlier else "So far"
    first = (
        f"{begun} we have closed {counted(len(ours), 'action')} that the Board had set us"
        if ours
        else ("No action that the Board set us has been closed in this period")
    )
    told = [_closed(material, one, place) for place, one in enumerate(ours[-_TOLD:])]
    past = f"{number(len(late)) if late else 'none'} {'is' if len(late) == 1 else 'are'} late"
    rest = f"We still owe the Board {counted(len(owed), 'action')}, of which {past}"
    latest = f"The latest {number(len(told))} are these" if len(told) < len(ours) else ""
    return paragraphs(
        paragraph(first, latest, *told), paragraph(rest if owed else "We owe the Board no action at present")
    )


def position(material: ReportMaterial) -> str:
    """Say where the plan stands, what improved and what slipped."""
    if not material.paper.lines:
        return paragraph("There is no Improvement Plan yet")
    up, down = movement(material)
    told = [f"The Board rates the plan's {material.counted('plan lines', 'line')} as follows: {counts(material)}"]
    if up:
        told.append(f"We have improved {listed([line_named(material, line) for line in up[:4]])}{_more(up)}")
    if down:
        told.append(f"We have lost ground on {listed([line_named(material, line) for line in down[:4]])}{_more(down)}")
    return paragraph(*told)


def targets(material: ReportMaterial) -> str:
    """Say how many targets are reached, the best and the worst of them."""
    up = [moved_from_baseline(material, one, place) for place, one in enumerate(gains(material)[:3])]
    down = [moved_from_baseline(material, one, place + 1) for place, one in enumerate(losses(material)[:3])]
    return paragraphs(paragraph(*in_short(material)), paragraph(*up), paragraph(*down))


def _ours(material: ReportMaterial, action: views.Action) -> bool:
    people, council = material.paper.people, material.paper.board.council
    leads = [people[lead] for lead in action.leads if lead in people]
    return any(one.organisation and not is_outside(one, council) and one.kind != "chair" for one in leads)


def _closed(material: ReportMaterial, action: views.Action, place: int) -> str:
    said = figure(action.ref, f"{action.ref} state")
    evidence = material.told(action.evidence, _WORDS)
    day = f" on {day_in_full(action.closed_on)}" if action.closed_on and place % 3 == 0 else ""
    if not evidence:
        return f"Action {said} was closed{day}"
    return (
        f"Action {said} was closed{day} {'on evidence that' if is_clause(evidence) else 'on this evidence:'} {evidence}"
    )


def _more(lines: list[views.PlanLine]) -> str:
    return f", and {number(len(lines) - 4)} more" if len(lines) > 4 else ""
