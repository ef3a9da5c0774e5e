"""Starting letters and reports, the council's fact check of a report, letters received (N 8.1; DESIGN 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.content import Content

from boardtui import services
from boardtui.domain.instrument import Correspondence
from boardtui.domain.obligations import Binds
from boardtui.domain.states import FactDecision, ReportKind
from boardtui.domain.views import Block, FactComment, Letter
from boardtui.ui.forms.answering import any_day, past_day
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import Field, lines, one_of, words
from boardtui.ui.widgets.literal import assembled, line

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardtui.store.unit import Work

_REPORTS = {
    ReportKind.INITIAL: "initial, at 2 months",
    ReportKind.SIX_MONTH: "at 6 months",
    ReportKind.TWELVE_MONTH: "at 12 months",
    ReportKind.AD_HOC: "ad hoc",
    ReportKind.LEADER: "the Leader's (N 8.2)",
}
_NEXT = {0: ReportKind.INITIAL, 1: ReportKind.SIX_MONTH, 2: ReportKind.TWELVE_MONTH}


def start_report(reports: Sequence[Letter], today: date) -> Form:
    """Ask which report is to be drafted; the one that usually follows stands there."""
    mine = [one for one in reports if one.kind != ReportKind.LEADER]
    return Form(
        "Draft a report",
        [
            one_of("kind", "Which", [(str(kind), said) for kind, said in _REPORTS.items()], _following(mine)),
            any_day("dated", "Dated", today),
            words("subject", "Subject", hint="left empty it has its usual one"),
        ],
        lambda answers: lambda work: services.reports.start_report(work, **answers),
        says=Content(
            "It is drafted from the records, each figure with its source. "
            "Its author's own judgement stays for its author to write."
        ),
        save="draft it",
    )


def start_committee_report(today: date) -> Form:
    """Ask for which committee, by which officer, on which day a report is to be drafted."""
    return Form(
        "Draft a committee report",
        [
            words("committee", "Committee", hint="Children's Scrutiny Committee"),
            words("officer", "Officer", hint="Director of Children's Services"),
            words("item", "Agenda item"),
            any_day("dated", "Meets on", today),
            words("subject", "Subject", hint="left empty it has its usual one"),
        ],
        lambda answers: lambda work: services.scrutiny.start_scrutiny(work, **answers),
        says=Content("It is drafted under the committee's own headings, and leaves out what is restricted."),
        save="draft it",
    )


def comment(of: Letter, about: Block | None, today: date) -> Form:
    """Ask for a comment of the council's fact check, on one block or on the whole."""
    where = f"“{about.heading or about.key}”" if about else f"the whole of {of.name}"
    return Form(
        f"A comment on {where}",
        [
            lines("text", "Comment", needed=True),
            words("by", "By", hint="who gave it"),
            past_day("on", "On", today, today, needed=True),
        ],
        lambda answers: (
            lambda work: services.fact_check.add_comment(
                work,
                of.number,
                answers["text"],
                block=about.key if about else None,
                by=answers["by"],
                on=answers["on"],
                series=of.series,
            )
        ),
        says=Content("What the council says of the facts. The Chair decides each comment; the text stays the Chair's."),
    )


def decide(of: Letter, found: FactComment) -> Form:
    """Ask what the Chair decides about a comment; declining it needs an answer."""
    given = f", {found.given_by}" if found.given_by else ""
    return Form(
        f"Comment {found.number} on {of.name}",
        [
            one_of("decision", "Decision", [str(one) for one in FactDecision], found.decision),
            lines("answer", "Answer", found.answer),
        ],
        lambda answers: (
            lambda work: services.fact_check.decide_comment(
                work,
                of.number,
                found.number,
                answers["decision"],
                answers["answer"],
                version=found.version,
                series=of.series,
            )
        ),
        says=assembled(
            line(found.text, "bold"), line(f"\n{found.heading or 'on the whole'}{given}", "$foreground-muted")
        ),
        check=_answered,
    )


def _answered(answers: Mapping[str, Any]) -> tuple[str, ...]:
    if answers["decision"] == FactDecision.DECLINED and not answers["answer"].strip():
        return ("A comment is declined with an answer: say to the council why the text stands.",)
    return ()


def receive(today: date) -> Form:
    """Ask for a letter received and what it asks."""
    return Form(
        "Enter a letter received",
        _received(None, today),
        lambda answers: lambda work: services.correspondence.add_correspondence(work, **_kept(answers)),
        says=Content("What it asks, and by when, becomes a duty that stands among the others until it is answered."),
    )


def edit_received(found: Correspondence, today: date) -> Form:
    """Ask for the new particulars of a letter received."""

    def change(answers: dict[str, Any]) -> Callable[[Work], Any]:
        told = _kept(answers)
        return lambda work: services.correspondence.edit_correspondence(work, found.number, found.version, **told)

    return Form(f"Letter received {found.ref}", _received(found, today), change)


def answered(found: Correspondence, today: date) -> Form:
    """Ask when a letter was answered, and how."""
    return Form(
        f"{found.ref} was answered",
        [
            past_day("on", "On", today, found.answered_on or today, needed=True),
            words("how", "How", needed=True, hint="letter 2, by e-mail"),
        ],
        lambda answers: lambda work: services.correspondence.answer_correspondence(work, found.number, **answers),
        says=line(found.asks, "bold"),
    )


def _following(reports: Sequence[Letter]) -> str:
    taken = {one.kind for one in reports}
    return next((str(kind) for kind in _NEXT.values() if kind not in taken), str(ReportKind.AD_HOC))


def _received(found: Correspondence | None, today: date) -> list[Field]:
    asked = [
        past_day("received_on", "Received", today, found.received_on if found else today, needed=True),
        words("sender", "From", found.sender if found else "", needed=True),
        words("subject", "Subject", found.subject if found else "", needed=True),
        past_day("dated", "Dated", today, found.dated if found else None),
        lines("asks", "What it asks", found.asks if found else "", tall=2),
        any_day("due", "By when", today, found.due if found else None),
    ]
    if found is None:
        asked.append(one_of("binds", "Of whom", [str(one) for one in Binds], Binds.CHAIR))
    return [
        *asked,
        lines("summary", "In short", found.summary if found else "", tall=2),
        words("kept", "Kept at", found.kept if found else ""),
        words("restricted", "Restricted", (found.restricted or "") if found else "", hint="reason, if it is"),
    ]


def _kept(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {**answers, "restricted": answers["restricted"] or None}
