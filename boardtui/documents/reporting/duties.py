"""The dated duties of the Notice: what was met and when, what is late, what falls due next (rule 2)."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.documents.drafting.numbers import counted, day_in_full
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.drafting.remedies import with_article
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial, title_in
from boardtui.domain import views
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.obligations import ObligationState
from boardtui.domain.text import listed

_DONE = (ObligationState.MET, ObligationState.MET_LATE)


def duties(material: ReportMaterial) -> str:
    """Count the duties met, tell those met late or overdue, and name what falls due next."""
    known = material.paper.obligations
    if not known:
        return paragraph("No dated duty is recorded")
    return paragraphs(paragraph(_counts(material), *_late(material)), paragraph(*_overdue(material), *_soon(material)))


def tabled(material: ReportMaterial) -> tuple[Quoted, ...]:
    """Return the figures of the table of duties."""
    return tuple(
        quoted
        for one in material.paper.obligations
        for what in ("due", "met", "state")
        for quoted in material.tabled(f"{one.ref}, {what}", f"{one.ref} {what}")
    )


def _counts(material: ReportMaterial) -> str:
    total = material.counted("duties", "duty", "duties")
    met = material.number(f"duties {ObligationState.MET}", "none")
    late = material.amount(f"duties {ObligationState.MET_LATE}")
    after = f" and {material.number(f'duties {ObligationState.MET_LATE}')} late" if late else ""
    holds = f"The record holds {total} for Council, Chair, Board and Department"
    return f"{holds}; {met} {_have(material, 'met')} been met in time{after}"


def _have(material: ReportMaterial, state: str) -> str:
    return "has" if material.amount(f"duties {state}") == 1 else "have"


def _late(material: ReportMaterial) -> list[str]:
    told = []
    for one in material.paper.obligations:
        if one.state != ObligationState.MET_LATE or one.due is None or one.met_on is None:
            continue
        due, met = figure(day_in_full(one.due), f"{one.ref} due"), figure(day_in_full(one.met_on), f"{one.ref} met")
        after = counted((one.met_on - one.due).days, "day")
        told.append(f"{_named(material, one)} was due on {due} and finished on {met}, {after} late")
    return told


def _overdue(material: ReportMaterial) -> list[str]:
    late = [one for one in material.paper.obligations if one.state == ObligationState.OVERDUE and one.due]
    if not late:
        return ["Nothing is overdue today"]
    return [
        f"{_named(material, one)} was due on {figure(day_in_full(one.due), f'{one.ref} due')} and is still to be done"
        for one in late
        if one.due
    ]


def _soon(material: ReportMaterial) -> list[str]:
    soon = [one for one in material.paper.obligations if one.state == ObligationState.DUE_SOON and one.due]
    if not soon:
        return []
    days: dict[str, list[views.Obligation]] = {}
    for one in soon:
        days.setdefault(day_in_full(one.due) if one.due else "", []).append(one)
    return [
        f"{_several(material, of)} {'falls' if len(of) == 1 else 'fall'} due on {figure(day, f'{of[0].ref} due')}"
        for day, of in days.items()
    ]


def _several(material: ReportMaterial, of: Sequence[views.Obligation]) -> str:
    return listed([_named(material, one) for one in of])


def _named(material: ReportMaterial, one: views.Obligation) -> str:
    return with_article(material.told(title_in(one.title), 20))
