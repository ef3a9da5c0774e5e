"""The dated duties of the Notice: what was met and when, what is late, what falls due next (rule 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from boardtui.documents.drafting import department
from boardtui.documents.drafting.indicators import lowered, title_in
from boardtui.documents.drafting.numbers import counted, day_in_full, number
from boardtui.documents.drafting.opening import title_of
from boardtui.documents.drafting.phrases import is_clause, paragraphs, quoted
from boardtui.documents.drafting.remedies import with_article
from boardtui.documents.reporting.failing import not_met
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.purpose import NAMES, duty_of
from boardtui.documents.reporting.results import decided
from boardtui.domain import assured, views
from boardtui.domain.checks import CheckState
from boardtui.domain.dates import show
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.obligations import Binds, ObligationState, add_months
from boardtui.domain.papers import ReportPaper
from boardtui.domain.states import ReportKind

_ASKED, _FOUND, _ALIKE, _HALF_A_YEAR = 16, 34, 3, 6
_WORD = re.compile(r"[a-z]{3,}")
_BESIDE = re.compile(r"\bbehind (?:each|every|any|the) (?:percentage|figure)", re.IGNORECASE)
_BEFORE_A_FIGURE = re.compile(r"(?<=[a-z]{3})\. (?=\d)")

_SAYS_WHAT_IS_DONE = re.compile(
    r"(?:The )?[A-Z]\w+(?: \w+){0,3} (?:looks|meets|writes|reviews|challenges|sees|hears|visits)\b"
)
_OFFICE = re.compile(r"(?:Chair|Chief|Commissioner|Director|Head|Leader|Minister|Secretary)\b")


def duties(material: ReportMaterial) -> str:
    """Count the duties met, tell those met late or overdue, and name what falls due next."""
    known = material.paper.obligations
    if not known:
        return paragraph("No dated duty is recorded")
    return paragraphs(
        paragraph(_counts(material), *_late(material)),
        paragraph(*_overdue(material), *_soon(material)),
        paragraph(*not_met(material)),
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
    holds = f"Of the {total} by which Council, Chair, Board and Department are bound"
    return f"{holds}, {material.number(met, 'none')} {have} been met in time{after}{_left_out(material)}"


def _left_out(material: ReportMaterial) -> str:
    """Say how many duties this very report meets, which the table has not."""
    here = sum(is_this(material, one) for one in material.paper.obligations)
    if not here:
        return ""
    return (
        f"; {number(here)} {'is' if here == 1 else 'are'} met by this report and stand{'s' if here == 1 else ''} "
        "outside the table"
    )


def _own(material: ReportMaterial, state: ObligationState) -> list[views.Obligation]:
    """Return the duties in a state that the instrument itself brings; others are counted, not told one by one.

    The department's own are left to it: a Chair does not call the department late.
    """
    own = [one for one in material.paper.obligations if one.state == state and one.due]
    own = [one for one in own if one.binds != Binds.DEPARTMENT]
    return [one for one in own if not material.notice or paragraph_of(one).startswith("N ")]


def overdue(material: ReportMaterial) -> list[views.Obligation]:
    """Return the overdue duties that the instrument itself brings, without the department's own."""
    return _own(material, ObligationState.OVERDUE)


def paragraph_of(one: views.Obligation) -> str:
    """Return the paragraph a duty comes from."""
    return one.requirement or one.ref


def _late(material: ReportMaterial) -> list[str]:
    told = []
    for one in _own(material, ObligationState.MET_LATE):
        if one.due is None or one.met_on is None:
            continue
        due, met = figure(day_in_full(one.due), f"{one.ref} due"), figure(day_in_full(one.met_on), f"{one.ref} met")
        after = figure(counted((one.met_on - one.due).days, "day"), f"{one.ref} days late")
        told.append(f"{closed(named(material, one))} was due on {due} and finished on {met}, {after} late")
        told += _came_of(material, one)
    return told


def _came_of(material: ReportMaterial, duty: views.Obligation) -> list[str]:
    """Tell what an audit that a duty asked for found, and the last action on its line that was closed since."""
    audit = next((one for one in material.paper.assurance if _is(one, duty)), None)
    if audit is None or not audit.summary:
        return []
    summary = material.told(_BEFORE_A_FIGURE.sub("; ", audit.summary), _FOUND)
    of = f"of {figure(f'{audit.cases:,}', f'{audit.ref} cases')} cases, " if audit.cases else ""
    found = f"it found that {of}{summary}" if is_clause(summary) and not of else f"it found this: {of}{summary}"
    lines = {line.ref for line in material.paper.lines if duty.requirement in line.answers}
    since = [
        one
        for one in material.paper.closed
        if one.restricted is None
        and one.evidence
        and lines.intersection(one.lines)
        and one.closed_on
        and duty.met_on
        and one.closed_on > duty.met_on
    ]
    late = max(since, key=lambda one: str(one.closed_on), default=None)
    return [found, material.told(late.evidence, _FOUND) if late else ""]


def _is(audit: assured.Assurance, duty: views.Obligation) -> bool:
    """Say whether an audit is the one that a duty asked for: it ended on the day the duty was met, under its name."""
    return (
        audit.restricted is None
        and audit.done_on is not None
        and audit.done_on == duty.met_on
        and len(set(_WORD.findall(audit.title.casefold())) & set(_WORD.findall(duty.title.casefold()))) >= _ALIKE
    )


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


def _soon(material: ReportMaterial) -> list[str]:
    soon = [one for one in material.paper.obligations if one.state == ObligationState.DUE_SOON]
    return [*answered_here(material), *falling(material, soon)]


def falling(material: ReportMaterial, of: Sequence[views.Obligation]) -> list[str]:
    """Tell what falls due, a sentence for each day; this report, and what it answers, are left out.

    Targets whose date has come are told as met or missed elsewhere; what the department has undertaken stands last.
    """
    days: dict[str, list[views.Obligation]] = {}
    for one in of:
        if one.due and not is_this(material, one) and one.binds != Binds.DEPARTMENT and not results_of(material, one):
            days.setdefault(day_in_full(one.due), []).append(one)
    told = []
    for day, duties_ in days.items():
        names = [named(material, one) for one in duties_]
        joined = f"{'; '.join(names[:-1])}; and {names[-1]}" if len(names) > 1 else names[0]
        dated = figure(day, f"{duties_[0].ref} due")
        told.append(f"{closed(joined)} falls due on {dated}" if len(names) == 1 else f"on {dated} fall due {joined}")
    theirs = [one for one in of if one.binds == Binds.DEPARTMENT and one.due]
    return [*told, *(_departments(material, one) for one in theirs)]


def _departments(material: ReportMaterial, one: views.Obligation) -> str:
    """Tell a duty of the department's as its own: planned for a day that is known, or to follow its date."""
    if planned := review_of(material, one):
        return f"{named(material, one)} is planned for {day_in_full(planned)}"
    after = f" after {figure(day_in_full(one.due), f'{one.ref} due')}" if one.due else ""
    return f"{named(material, one)} is to follow{after}"


def review_of(material: ReportMaterial, one: views.Obligation) -> date | None:
    """Return the day for which the department has planned the review that is its duty, the first after its date."""
    if one.binds != Binds.DEPARTMENT or one.due is None:
        return None
    until = add_months(one.due, _HALF_A_YEAR)
    planned = [
        review.planned_for
        for review in material.paper.assurance
        if review.kind == assured.AssuranceKind.DEPARTMENT_REVIEW and review.planned_for and review.restricted is None
    ]
    return min((day for day in planned if one.due <= day < until), default=None)


def is_this(material: ReportMaterial, one: views.Obligation) -> bool:
    """Say whether a duty is met by this very report: it asks for it, or for what a letter wants to find in it."""
    this = duty_of(material)
    return (this is not None and one.ref == this.ref) or one in _letters_answered(material)


def _letters_answered(material: ReportMaterial) -> list[views.Obligation]:
    name = NAMES.get(ReportKind(material.paper.letter.kind), "").replace(" progress", "")
    short = in_words(name)
    return [
        one
        for one in material.paper.obligations
        if one.correspondence is not None
        and name != "report"
        and name
        and short in in_words(one.title)
        and not one.met_on
    ]


def answered_here(material: ReportMaterial) -> list[str]:
    """Say which letters this report answers."""
    told = []
    for one in _letters_answered(material):
        asked = lowered(material.told(one.title, _ASKED))
        here = ": it stands beside each latest figure in section 7" if _BESIDE.search(one.title) else ""
        told.append(f"This report answers {_letter(material, one)}, which asked for {asked}{here}")
    return told


def letter_dated(paper: ReportPaper, one: views.Obligation) -> str:
    """Name in a table the letter that asks for an answer: `Letter of 4 Feb 2013`."""
    letter = next((letter for letter in paper.received if letter.number == one.correspondence), None)
    return f"Letter of {show(letter.dated or letter.received_on)}" if letter else f"Letter L{one.correspondence}"


def _letter(material: ReportMaterial, one: views.Obligation) -> str:
    """Name the letter that asks for an answer, by its day and whoever wrote it: a reader does not know our numbers."""
    known = (letter for letter in material.paper.received if letter.number == one.correspondence)
    letter = next((letter for letter in known if letter.restricted is None), None)
    if letter is None:
        return f"letter L{one.correspondence}"
    day = day_in_full(letter.dated or letter.received_on)
    people = material.paper.people
    departments = {people[one].organisation for one in department.officials(material.as_letter)}
    day = figure(day, f"{letter.ref} dated")
    if any(name and name in letter.sender for name in departments):
        return f"the Department's letter of {day}"
    sender = title_in(letter.sender)
    return f"the letter of {day} from {'the ' if _OFFICE.match(sender) else ''}{sender}"


def results_of(material: ReportMaterial, one: views.Obligation) -> str:
    """Say how many of the targets a duty dates are met, where their date has come; else nothing."""
    told = decided(material)
    if told is None or one.due != told[1] or not one.title.endswith("targets met"):
        return ""
    of = f"targets {told[0]}"
    return f"{material.amount(f'{of} met')} of {material.amount(of)} met"


def standing_of(material: ReportMaterial, one: views.Obligation) -> str:
    """Say in a table how a duty stands.

    What is kept throughout is kept; targets whose date has come are counted; the department's is never late.
    """
    if results := results_of(material, one):
        return results
    if one.binds == Binds.DEPARTMENT and one.met_on is None:
        planned = review_of(material, one)
        return f"Planned {show(planned)}" if planned else "To follow"
    if one.due is None and one.state == ObligationState.NOT_YET_DUE and _is_kept(material, one):
        return "Kept throughout"
    return f"{one.state[:1].upper()}{one.state[1:]}"


def _is_kept(material: ReportMaterial, one: views.Obligation) -> bool:
    """Say whether a duty without a date is one that a check of the same paragraph and name finds met."""
    own = {word[:4] for word in _WORD.findall(one.title.casefold())}
    return any(
        check.state == CheckState.MET
        and check.ref == one.requirement
        and len(own & {word[:4] for word in _WORD.findall(check.check.casefold())}) >= _ALIKE
        for check in material.paper.checks
    )


def closed(name: str) -> str:
    """End a name that has a comma in it with another, so that the sentence goes on after it."""
    return f"{name}," if "," in name and not name.endswith(")") else name


def named(material: ReportMaterial, one: views.Obligation) -> str:
    """Name a duty inside a sentence: its title, or the letter that asks for an answer."""
    if one.correspondence is not None:
        asked = material.told(one.title, _ASKED)
        return f"the answer to {_letter(material, one)}{f' ({asked})' if asked else ''}"
    title = in_words(title_of(material.as_letter, replace(one, title=title_in(one.title).removesuffix(" met"))))
    if material.paper.by_leader and title.startswith("Leader's "):
        return title.replace("Leader's", "our", 1)
    if title[:1].islower() and title.split()[0].endswith("-month"):
        return f"the {title}"
    if " and " in title or _SAYS_WHAT_IS_DONE.match(title):
        return f"the duty {quoted(title[:1].upper() + title[1:])}"
    return with_article(title) if title[:1].islower() else f"the {title}"


def in_words(title: str) -> str:
    """Write the months in the name of a report or of its targets as prose does: `twelve-month targets`."""
    return title.replace("12-month", "twelve-month").replace("6-month", "six-month")
