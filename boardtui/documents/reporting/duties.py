"""The dated duties of the Notice: what was met and when, what is late, what falls due next (rule 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boardtui.documents.drafting.numbers import counted, day_in_full
from boardtui.documents.drafting.opening import title_of
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.drafting.remedies import with_article
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial, title_in
from boardtui.documents.reporting.purpose import duty_of
from boardtui.domain import views
from boardtui.domain.checks import CheckState
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.obligations import ObligationState
from boardtui.domain.text import listed

_ASKED = 16


def duties(material: ReportMaterial) -> str:
    """Count the duties met, tell those met late or overdue, and name what falls due next."""
    known = material.paper.obligations
    if not known:
        return paragraph("No dated duty is recorded")
    return paragraphs(
        paragraph(_counts(material), *_late(material)),
        paragraph(*_overdue(material), *_soon(material)),
        paragraph(*_not_met(material)),
    )


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
    met, late = f"duties {ObligationState.MET}", f"duties {ObligationState.MET_LATE}"
    after = f" and {material.number(late)} late" if material.amount(late) else ""
    have = "has" if material.amount(met) == 1 else "have"
    holds = f"The record holds {total} for Council, Chair, Board and Department"
    return f"{holds}; {material.number(met, 'none')} {have} been met in time{after}"


def _own(material: ReportMaterial, state: ObligationState) -> list[views.Obligation]:
    """Return the duties in a state that the instrument itself brings; others are counted, not told one by one."""
    own = [one for one in material.paper.obligations if one.state == state and one.due]
    return [one for one in own if not material.notice or paragraph_of(one).startswith("N ")]


def paragraph_of(one: views.Obligation) -> str:
    """Return the paragraph a duty comes from."""
    return one.requirement or one.ref


def _late(material: ReportMaterial) -> list[str]:
    told = []
    for one in _own(material, ObligationState.MET_LATE):
        if one.due is None or one.met_on is None:
            continue
        due, met = figure(day_in_full(one.due), f"{one.ref} due"), figure(day_in_full(one.met_on), f"{one.ref} met")
        after = counted((one.met_on - one.due).days, "day")
        told.append(f"{closed(named(material, one))} was due on {due} and finished on {met}, {after} late")
    return told


def _overdue(material: ReportMaterial) -> list[str]:
    own = _own(material, ObligationState.OVERDUE)
    told = [
        f"{closed(named(material, one))} was due on {figure(day_in_full(one.due), f'{one.ref} due')} "
        "and is still to be done"
        for one in own
        if one.due
    ]
    if not own:
        told.append("Nothing that the Notice dates is overdue" if material.notice else "Nothing is overdue")
    return [*told, *others(material)]


def others(material: ReportMaterial) -> list[str]:
    """Count the overdue duties of other sources, those of an inspection among them."""
    told = []
    for source in material.paper.sources:
        ref = f"duties {source.code} {ObligationState.OVERDUE}"
        if not material.notice or source.kind == "notice" or not material.amount(ref):
            continue
        what = "the inspection's recommendations" if source.kind == "inspection" else title_in(source.title)
        all_ = material.number(f"duties {source.code}")
        verb = "is" if material.amount(ref) == 1 else "are"
        told.append(f"Of the {all_} dates that come from {what}, {material.number(ref)} {verb} past without being met")
    return told


def _not_met(material: ReportMaterial) -> list[str]:
    """Name the checks of compliance that fail."""
    failing = [one for one in material.paper.checks if one.state == CheckState.NOT_MET]
    if not failing or not material.notice:
        return []
    names = listed([f"“{one.check}” ({one.ref})" for one in failing])
    count = material.counted("checks not met", "check that it brings is", "checks that it brings are")
    return [f"Held against the Notice paragraph by paragraph, {count} not met: {names}"]


def _soon(material: ReportMaterial) -> list[str]:
    return falling(material, [one for one in material.paper.obligations if one.state == ObligationState.DUE_SOON])


def falling(material: ReportMaterial, of: Sequence[views.Obligation]) -> list[str]:
    """Tell what falls due, a sentence for each day; this report itself is left out."""
    this = duty_of(material)
    days: dict[str, list[views.Obligation]] = {}
    for one in of:
        if one.due and (this is None or one.ref != this.ref):
            days.setdefault(day_in_full(one.due), []).append(one)
    told = []
    for day, duties_ in days.items():
        names = [named(material, one) for one in duties_]
        joined = f"{'; '.join(names[:-1])}; and {names[-1]}" if len(names) > 1 else names[0]
        dated = figure(day, f"{duties_[0].ref} due")
        told.append(f"{closed(joined)} falls due on {dated}" if len(names) == 1 else f"on {dated} fall due {joined}")
    return told


def closed(name: str) -> str:
    """End a name that has a comma in it with another, so that the sentence goes on after it."""
    return f"{name}," if "," in name and not name.endswith(")") else name


def named(material: ReportMaterial, one: views.Obligation) -> str:
    """Name a duty inside a sentence: its title, or the letter that asks for an answer."""
    if one.correspondence is not None:
        asked = material.told(one.title, _ASKED)
        return f"the answer to letter L{one.correspondence}{f' ({asked})' if asked else ''}"
    title = in_words(title_of(material.as_letter, replace(one, title=title_in(one.title).removesuffix(" met"))))
    if material.paper.by_leader and title.startswith("Leader's "):
        return title.replace("Leader's", "our", 1)
    if title[:1].islower() and title.split()[0].endswith("-month"):
        return f"the {title}"
    return with_article(title) if title[:1].islower() else f"the {title}"


def in_words(title: str) -> str:
    """Write the months in the name of a report or of its targets as prose does: `twelve-month targets`."""
    return title.replace("12-month", "twelve-month").replace("6-month", "six-month")
