"""Assurance and external validation: audits and reviews, judgements on their own scales, support (N 5.8, 7.1, 8.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.documents.drafting.numbers import counted, day_in_full, number
from boardtui.documents.drafting.phrases import is_clause, paragraphs, quoted
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial, lowered, title_in
from boardtui.domain import assured
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.text import listed

_WORDS, _TOLD, _PACKAGES = 30, 4, 6


def assurance(material: ReportMaterial) -> str:
    """Tell what was audited and reviewed and what it found, the judgements, external validation, and support."""
    return paragraphs(
        *_done(material),
        paragraph(*_judged(material)),
        paragraph(_validated(material), *_planned(material)),
        paragraph(*_support(material)),
    )


def tabled(material: ReportMaterial) -> tuple[Quoted, ...]:
    """Return the figures of the table of audits and reviews."""
    return tuple(
        quoted
        for one in material.paper.assurance
        if one.restricted is None
        for what in ("state", "done", "cases")
        for quoted in material.tabled(f"{one.ref}, {what}", f"{one.ref} {what}")
    )


def _done(material: ReportMaterial) -> list[str]:
    done = [one for one in material.paper.assurance if one.done_on and one.restricted is None]
    if not done:
        return [paragraph("No audit or review of this work is recorded as carried out yet")]
    count = material.counted("assurance done", "audit or review", "audits and reviews")
    first = [f"The record holds {count} carried out"]
    latest = sorted(done, key=lambda one: str(one.done_on))[-_TOLD:]
    if len(latest) < len(done):
        first.append(f"The latest {number(len(latest))} are told here; the table has the rest")
    return [paragraph(*first), *(paragraph(*_one(material, one, place)) for place, one in enumerate(latest))]


def _one(material: ReportMaterial, one: assured.Assurance, place: int) -> list[str]:
    """Tell one audit or review: when, how many cases, what it found, and whether it was reported."""
    done = figure(day_in_full(one.done_on), f"{one.ref} done") if one.done_on else ""
    cases = f" of {figure(counted(one.cases, 'case'), f'{one.ref} cases')}" if one.cases else ""
    by = f" by {by_whom(material, one.body)}" if one.body else ""
    first = (
        f"{quoted(title_in(one.title))} ({one.kind}{cases}{by}) was finished on {done}",
        f"On {done} came {_article(one.kind)} {one.kind}{cases}{by}: {quoted(title_in(one.title))}",
    )[place % 2]
    summary = material.told(one.summary, _WORDS)
    found = (f"It found that {summary}" if is_clause(summary) else f"In short: {summary}") if summary else ""
    return [first, found, _reported(one)]


def _reported(one: assured.Assurance) -> str:
    both = one.improvement_board_on and one.safeguarding_board_on
    if one.kind not in assured.AUDITS or both:
        return ""
    if one.improvement_board_on:
        return "It has still to be reported to the safeguarding board"
    if one.safeguarding_board_on:
        return "It has still to be reported to this Board"
    return "It has been reported to neither board yet"


def _judged(material: ReportMaterial) -> list[str]:
    """Give the latest judgement of each aspect on its own framework's scale; none is compared across frameworks."""
    latest = {(one.framework, one.aspect): one for one in material.paper.judgements}
    by: dict[str, list[assured.Judgement]] = {}
    for one in latest.values():
        by.setdefault(one.framework, []).append(one)
    return [f"Under {quoted(framework)} the judgements stand as follows: {_levels(of)}" for framework, of in by.items()]


def _levels(of: Sequence[assured.Judgement]) -> str:
    """List judgements by level and day, so that what is alike is said once: `Inadequate for … (13 July 2012)`."""
    alike: dict[tuple[str, date], list[str]] = {}
    for one in of:
        alike.setdefault((one.level, one.given_on), []).append(f"{one.aspect[:1].lower()}{one.aspect[1:]}")
    return "; ".join(f"{level} for {_and(names)} ({day_in_full(day)})" for (level, day), names in alike.items())


def _and(names: Sequence[str]) -> str:
    """List names of which one has an *and* of its own: the last is set off by a comma too."""
    if len(names) > 1 and any(" and " in name for name in names):
        return f"{', '.join(names[:-1])}, and {names[-1]}"
    return listed(names)


def _validated(material: ReportMaterial) -> str:
    """Say how the external validation of N 8.1 stands."""
    asked = "The external validation that paragraph 8.1 asks for" if material.notice else "External validation"
    validates = [one for one in material.paper.assurance if one.validates]
    done = [(one.done_on, one.ref) for one in validates if one.done_on]
    if done:
        day, ref = done[-1]
        return f"{asked} was carried out on {figure(day_in_full(day), f'{ref} done')}"
    if validates:
        one = validates[-1]
        planned = f" and is planned for {day_in_full(one.planned_for)}" if one.planned_for else ""
        if one.commissioned_on:
            return f"{asked} was commissioned on {day_in_full(one.commissioned_on)}{planned}"
        return f"{asked} is to be {quoted(title_in(one.title))}; it has not been commissioned yet{planned}"
    duty = next((duty for duty in material.paper.obligations if "validation" in duty.ref.casefold()), None)
    if duty and duty.met_on:
        return f"{asked} was carried out on {figure(day_in_full(duty.met_on), f'{duty.ref} met')}"
    return f"{asked} has not been commissioned yet"


def _planned(material: ReportMaterial) -> list[str]:
    ahead = [one for one in material.paper.assurance if one.done_on is None and one.planned_for and not one.validates]
    ahead = [one for one in ahead if one.restricted is None]
    if not ahead:
        return []
    named = [f"{quoted(title_in(one.title))} ({day_in_full(one.planned_for)})" for one in ahead[:4] if one.planned_for]
    return [f"Still to come {'is' if len(ahead) == 1 else 'are'} {listed(named)}"]


def _support(material: ReportMaterial) -> list[str]:
    known = material.paper.support
    if not known:
        return ["No package of support from the sector is recorded"]
    told = [f"The Council has had {material.counted('support', 'package of support', 'packages of support')}"]
    for one in known[:_PACKAGES]:
        outcome = material.told(one.outcome, _WORDS)
        after = f". What came of it: {outcome}" if outcome else ". No outcome is recorded yet"
        told.append(f"From {by_whom(material, one.provider)}: {material.told(one.package, _WORDS)}{after}")
    rest = len(known) - _PACKAGES
    return [
        *told,
        f"{counted(rest, 'more package')} {'is' if rest == 1 else 'are'} in the register" if rest > 0 else "",
    ]


def by_whom(material: ReportMaterial, body: str) -> str:
    """Name who did something inside a sentence: an office with its article, anything else as it is entered."""
    name = lowered(body) if body.startswith(("A ", "An ", "The ")) else body
    office = any(person.role and body.startswith(person.role) for person in material.paper.people.values())
    return f"the {name}" if office else name


def _article(kind: str) -> str:
    return "an" if kind[:1] in "aeiou" else "a"
