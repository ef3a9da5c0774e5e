"""What was agreed under the Notice and the support given: adding and changing them (N 5.1, 5.8, 6.1, 7.1, 7.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardtui import services
from boardtui.domain.assured import Support
from boardtui.domain.checks import Check
from boardtui.domain.instrument import Agreement, Body, Subject
from boardtui.ui.forms.answering import any_day, past_day
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.form import Answers, Form, changed
from boardtui.ui.widgets.fields import Field, lines, one_of, words
from boardtui.ui.widgets.literal import line
from boardtui.ui.widgets.record_fields import reference


def add_agreement(today: date) -> Form:
    """Ask what was agreed, by whom, when, and where that is minuted."""
    return Form(
        "Add an agreement",
        _agreement(None, today),
        lambda answers: lambda work: services.agreements.add_agreement(work, **answers),
        check=_agreed,
    )


def edit_agreement(found: Agreement, today: date) -> Form:
    """Ask for an agreement's new particulars; only what was changed is saved, so that a new decision brings its day."""
    asked = _agreement(found, today)
    return Form(
        f"Agreement {found.ref}",
        asked,
        lambda answers: (
            lambda work: services.agreements.edit_agreement(
                work, found.number, found.version, **changed(asked, answers)
            )
        ),
        check=_agreed,
    )


def _agreed(answers: Answers) -> tuple[str, ...]:
    if answers["agreed_on"] is None and not answers["decision"]:
        return ("Give the day it was agreed, or the decision that agreed it.",)
    return ()


def remove_agreement(found: Agreement) -> Confirm:
    """Ask whether an agreement is to go from the register."""
    said = f"{found.subject}, agreed by the {found.body}. Undo brings it back."
    return Confirm(line(f"Remove the agreement {found.ref}?"), line(said), "Remove it", "Keep it")


def add_support(requirements: Mapping[str, str], today: date) -> Form:
    """Ask for a package of support."""
    return Form(
        "Add support",
        _support(None, requirements, today),
        lambda answers: lambda work: services.support.add_support(work, **answers),
    )


def edit_support(found: Support, requirements: Mapping[str, str], today: date) -> Form:
    """Ask for a package's new particulars, what came of it among them."""
    return Form(
        f"Support {found.ref}",
        _support(found, requirements, today),
        lambda answers: lambda work: services.support.edit_support(work, found.number, found.version, **answers),
    )


def remove_support(found: Support) -> Confirm:
    """Ask whether a package of support is to go from the register."""
    said = f"{found.package}, from {found.provider}. Undo brings it back."
    return Confirm(line(f"Remove the support {found.ref}?"), line(said), "Remove it", "Keep it")


def set_aside(found: Check) -> Form:
    """Ask why a check is set aside."""
    return Form(
        f"Set aside: {found.check}",
        [lines("because", "Reason", needed=True)],
        lambda answers: lambda work: services.checks.set_check(work, found.check, answers["because"]),
        says=line(f"The check then reads “not applicable” with this reason, here and in every paper ({found.ref})."),
    )


def _agreement(found: Agreement | None, today: date) -> list[Field]:
    return [
        one_of("subject", "What", [str(one) for one in Subject], found.subject if found else ""),
        one_of("body", "Agreed by", [str(one) for one in Body], found.body if found else ""),
        words(
            "decision", "Our decision", (found.decision or "") if found else "", hint="D3/02; its meeting gives the day"
        ),
        past_day("agreed_on", "On", today, found.agreed_on if found else None),
        words(
            "reference",
            "Or minuted at",
            found.reference if found else "",
            hint="another body's minutes, or a letter",
        ),
        lines("note", "Note", found.note if found else "", tall=2),
    ]


def _support(found: Support | None, requirements: Mapping[str, str], today: date) -> list[Field]:
    return [
        words("provider", "Provider", found.provider if found else "", needed=True),
        lines("package", "Package", found.package if found else "", needed=True, tall=2),
        past_day("agreed_on", "Agreed on", today, found.agreed_on if found else None),
        any_day("starts", "Starts", today, found.starts if found else None),
        any_day("ends", "Ends", today, found.ends if found else None),
        reference("requirement", "Comes from", requirements, found.requirement if found else None, hint="N 7.1"),
        lines("outcome", "What it changed", found.outcome if found else ""),
    ]
