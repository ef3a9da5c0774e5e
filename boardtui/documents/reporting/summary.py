"""The drafted part of the first page: what this report is, and what a Minister with one minute should know (N 8.1)."""

from __future__ import annotations

from boardtui.documents.drafting.numbers import counted, number
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.reporting.duties import others, overdue
from boardtui.documents.reporting.failing import not_met
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import best_gain, held_back
from boardtui.documents.reporting.purpose import covers, since, why
from boardtui.documents.reporting.results import in_short
from boardtui.documents.reporting.standing import counts, movement
from boardtui.domain.obligations import ObligationState
from boardtui.domain.text import listed


def summary(material: ReportMaterial) -> str:
    """Say in four short paragraphs what this is, what children gained, where plan and targets stand, what is late."""
    return paragraphs(
        paragraph(why(material), covers(material)),
        paragraph(*best_gain(material), *held_back(material)),
        paragraph(*_plan(material), *in_short(material)),
        paragraph(_late(material), *others(material), *not_met(material)),
    )


def _plan(material: ReportMaterial) -> list[str]:
    if not material.paper.lines:
        return ["There is no Improvement Plan yet"]
    first = f"Of the Improvement Plan's {material.counted('plan lines', 'line')}, {counts(material)}"
    up, down = map(len, movement(material))
    if not up and not down:
        return [first, f"No rating has changed {since(material)}" if material.amount("plan -") == 0 else ""]
    return [first, f"{since(material)}, {moved(material, up, down)}"]


def moved(material: ReportMaterial, up: int, down: int) -> str:
    """Say how many lines improved and how many slipped, each with its source where there is one."""
    return listed([f"{_many(material, 'better', up)} improved", f"{_many(material, 'worse', down)} slipped"])


def _many(material: ReportMaterial, way: str, count: int) -> str:
    before = material.paper.letter.first_meeting - 1
    ref = f"plan {way} since {before}"
    if before > 0 and material.amount(ref) == count:
        said = material.number(ref, "none")
    else:
        said = number(count) if count else "none"
    return f"{said} {'has' if count == 1 else 'have'}"


def _late(material: ReportMaterial) -> str:
    """Say how many duties are overdue and how many actions are late; a duty of the department's own is not counted."""
    ref = f"duties N {ObligationState.OVERDUE}" if material.notice else f"duties {ObligationState.OVERDUE}"
    duties = len(overdue(material))
    late = material.number("actions overdue", "none")
    actions = f"of the Board's {material.counted('actions open', 'open action')}, {late} "
    actions += "is past its date" if material.amount("actions overdue") == 1 else "are past their date"
    if not material.amount("actions open"):
        actions = "no action of the Board is open"
    if not duties:
        return f"Nothing that {'the Notice' if material.notice else 'the record'} dates is overdue; {actions}"
    count = counted(duties, "dated duty", "dated duties")
    count = figure(count, ref) if material.amount(ref) == duties else count
    return f"{count} {'is' if duties == 1 else 'are'} overdue; {actions}"
