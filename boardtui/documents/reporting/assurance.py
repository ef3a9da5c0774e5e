"""Assurance and external validation: audits and reviews, judgements on their own scales, support (N 5.8, 7.1, 8.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from boardtui.documents.drafting.indicators import lowered, title_in
from boardtui.documents.drafting.numbers import counted, day_in_full, number
from boardtui.documents.drafting.phrases import is_clause, paragraphs, quoted
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import assured
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.text import listed

_WORDS, _TOLD, _PACKAGES = 30, 4, 6
_TAKES_ARTICLE = re.compile(r"\b(?:Board|Department|Association|Agency|Trust)\b")


def assurance(material: ReportMaterial) -> str:
    """Tell what was audited and reviewed and what it found, the judgements, external validation, and support."""
    return paragraphs(
        *_done(material),
        paragraph(*_judged(material)),
        paragraph(_validated(material)),
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
    latest = sorted(done, key=lambda one: str(one.done_on))[-_TOLD:]
    have = "has" if material.amount("assurance done") == 1 else "have"
    first = [f"{count} {have} been carried out"]
    if len(latest) < len(done):
        first = [f"{first[0]}; the latest {number(len(latest))} are told here, and the table has them all"]
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
    return [f"The judgements of {quoted(framework)} stand at {_levels(of)}" for framework, of in by.items()]


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
        by = f" by {by_whom(material, one.body)}" if one.body else ""
        planned_for = figure(day_in_full(one.planned_for), f"{one.ref} planned") if one.planned_for else ""
        planned = f" and is planned for {planned_for}" if planned_for else ""
        what = f"{_article(one.kind)} {one.kind}{by}"
        if one.commissioned_on:
            return f"{asked} is {what}: it was commissioned on {day_in_full(one.commissioned_on)}{planned}"
        return f"{asked} is to be {what}; it has not been commissioned yet{planned}"
    duty = next((duty for duty in material.paper.obligations if "validation" in duty.ref.casefold()), None)
    if duty and duty.met_on:
        return f"{asked} was carried out on {figure(day_in_full(duty.met_on), f'{duty.ref} met')}"
    return f"{asked} has not been commissioned yet"


def _support(material: ReportMaterial) -> list[str]:
    """Tell the packages of support: from whom, what came of each, which start later, which still run."""
    known = material.paper.support
    if not known:
        return []
    verb = "has" if len(known) == 1 else "have"
    told = [f"{material.counted('support', 'package of support', 'packages of support')} {verb} been agreed"]
    before = ""
    for one in known[:_PACKAGES]:
        told.append(_package(material, one, again=one.provider == before))
        before = one.provider
    rest = len(known) - _PACKAGES
    return [
        *told,
        f"{counted(rest, 'more package')} {'is' if rest == 1 else 'are'} in the register" if rest > 0 else "",
    ]


def _package(material: ReportMaterial, one: assured.Support, *, again: bool) -> str:
    """Tell one package: from whom, what, when where it is still to start or runs on, and what came of it."""
    outcome = material.told(one.outcome, _WORDS)
    when = ""
    if one.starts and _starts_later(material, one):
        when = f", from {figure(day_in_full(one.starts), f'{one.ref} starts')}"
    elif one.ends and one.ends > material.day and not outcome:
        when = f"; it runs until {figure(day_in_full(one.ends), f'{one.ref} ends')}"
    after = f". What came of it: {outcome}" if outcome else ""
    whom = "From the same body" if again else f"From {by_whom(material, one.provider)}"
    return f"{whom}: {material.told(one.package, _WORDS)}{when}{after}"


def _starts_later(material: ReportMaterial, one: assured.Support) -> bool:
    return one.starts is not None and one.starts > material.day


_NAME = re.compile(r"[A-Z]\w+ (?:in|for|and) [A-Z]\w+$")
"""A body's own name, of small words between capitals: `Research in Practice`."""

_NO_ARTICLE = ("assurance", "management", "police", "practice", "probation", "staff")
"""How a body ends whose name takes neither *a* nor *the*."""


def by_whom(material: ReportMaterial, body: str) -> str:
    """Name who did something inside a sentence: an office, or a body that takes one, with its article."""
    if body.startswith(("A ", "An ", "The ")):
        return lowered(body)
    if body.endswith(" (sector)"):
        return f"the sector-led {body.removesuffix(' (sector)')}"
    first, _, rest = body.partition(" ")
    if _NAME.match(body):
        return body
    office = any(person.role and body.startswith(person.role) for person in material.paper.people.values())
    if office or _TAKES_ARTICLE.search(body):
        return f"the {body}"
    described = first[1:].islower() and rest[:1].islower() and not rest.startswith("and ")
    if not described:
        return body
    return (
        lowered(body)
        if rest.split()[0].endswith("s") or body.endswith(_NO_ARTICLE)
        else f"{_article(body)} {lowered(body)}"
    )


def _article(kind: str) -> str:
    return "an" if kind[:1].casefold() in "aeiou" else "a"
