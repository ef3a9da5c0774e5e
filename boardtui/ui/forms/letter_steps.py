"""The next step in the life of a letter or report: draft, fact check, with the Chair, signed, sent (DESIGN 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.states import LetterState, ReportKind, Role, Series
from boardtui.domain.views import Letter
from boardtui.ui.forms.answering import past_day
from boardtui.ui.forms.steps import Signing, Step
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import words

if TYPE_CHECKING:
    from boardtui.services.desk import Desk


def of_letter(letter: Letter, desk: Desk) -> list[Step]:
    """Return the steps that a letter or report can take next; none once it was sent."""
    match LetterState(letter.state):
        case LetterState.DRAFT if letter.series == Series.REPORT:
            return [to_fact_check(letter), replace(_submit(letter), label=f"{_lay(letter)} without a fact check")]
        case LetterState.DRAFT | LetterState.FACT_CHECK:
            return [_submit(letter)]
        case LetterState.WITH_CHAIR:
            return [_sign(letter, desk)]
        case LetterState.SIGNED:
            return [Step("Note that it was sent", form=lambda: _sent(letter, desk.today), checked=True)]
        case _:
            return []


def to_fact_check(letter: Letter) -> Step:
    """Return the step that gives a report to the council to check its facts."""
    return Step(
        "Send it to the council's fact check",
        with_keys(
            "The council checks the facts. Its comments are recorded here ({letter-fact-check}), "
            "the Chair decides each. It can still be edited."
        ),
        lambda work: services.fact_check.send_to_fact_check(work, letter.number, letter.series),
    )


def what(letter: Letter) -> str:
    """Return what a letter or report is called in a sentence."""
    return {Series.REPORT.value: "report", Series.SCRUTINY.value: "committee report"}.get(letter.series, "letter")


def _submit(letter: Letter) -> Step:
    return Step(
        _lay(letter),
        "It waits to be signed. It can still be edited.",
        lambda work: services.letters.submit_letter(work, letter.number, letter.series),
    )


def _lay(letter: Letter) -> str:
    if letter.series == Series.SCRUTINY:
        return f"Lay the {what(letter)} before the relevant officer"
    return f"Lay the {what(letter)} before the {'Leader' if letter.kind == ReportKind.LEADER else 'Chair'}"


def _sign(letter: Letter, desk: Desk) -> Step:
    leaders = letter.kind == ReportKind.LEADER
    here = desk.role == Role.CHAIR and not leaders
    by = letter.signs_as if leaders or letter.series == Series.SCRUTINY else ""
    signs = Signing(
        letter.series,
        letter.number,
        desk.who if here else by or "Independent Chair",
        here,
        lambda **answers: (
            lambda work: services.letters.sign_letter(work, letter.number, **answers, series=letter.series)
        ),
        lambda day: _dating(letter, day),
    )
    label = f"Sign the {what(letter)}" if here else f"Record the {'Leader' if leaders else 'Chair'}'s signature"
    return Step(label, "After this it does not change, and undo stops here.", checked=True, signs=signs)


def _dating(letter: Letter, day: date) -> Step | None:
    """Return the step that gives a letter the day it is signed, from which its sentences count."""
    if not services.letters.is_dated_anew(letter.series, letter.dated, day):
        return None
    bears = f"It bears {show(letter.dated)}" if letter.dated else "It bears no date yet"
    says = (
        f"{bears}, and its sentences count from its date. It is given {show(day)}; what nobody has edited is drafted "
        "anew for that day, and you read it before it is signed."
    )
    return Step(
        f"Date it {show(day)}",
        says,
        lambda work: services.letters.redraft(work, letter.number, letter.series, day),
    )


def _sent(letter: Letter, today: date) -> Form:
    return Form(
        f"{letter.name.capitalize()} was sent",
        [
            words("to", "To, and how", needed=True, hint="Minister's office, by e-mail"),
            past_day("on", "On", today, today, needed=True),
        ],
        lambda answers: lambda work: services.letters.send_letter(work, letter.number, **answers, series=letter.series),
    )
