"""Entering and changing the evidence for a plan line: what it is, where it is kept, who verified it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardtui import services
from boardtui.domain.assured import Evidence
from boardtui.ui.forms.answering import past_day
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.widgets.fields import Field, words
from boardtui.ui.widgets.record_fields import plan_line


def add(line: str, lines: Mapping[str, str], today: date) -> Form:
    """Ask for a piece of evidence, for the line in hand unless another is named."""
    return Form(
        "Add evidence",
        _fields(None, line, lines, today),
        lambda answers: lambda work: services.evidence.add_evidence(work, **answers),
        check=_lacks,
    )


def edit(found: Evidence, lines: Mapping[str, str], today: date) -> Form:
    """Ask for the new particulars of a piece of evidence."""
    return Form(
        f"Evidence {found.ref}",
        _fields(found, found.line, lines, today),
        lambda answers: lambda work: services.evidence.edit_evidence(work, found.number, found.version, **answers),
        check=_lacks,
    )


def _fields(found: Evidence | None, line: str, lines: Mapping[str, str], today: date) -> list[Field]:
    return [
        words("title", "Evidence", found.title if found else "", needed=True, hint="what it is"),
        words("kept", "Kept", found.kept if found else "", needed=True, hint="folder, system, who has it"),
        past_day("dated", "Dated", today, found.dated if found else None),
        words("verified_by", "Verified by", found.verified_by if found else "", hint="the office that looked at it"),
        past_day("verified_on", "Verified on", today, found.verified_on if found else None),
        plan_line("line", "For plan line", lines, line, needed=True),
        words("restricted", "Restricted", (found.restricted if found else None) or "", hint="the reason, if it is"),
    ]


def _lacks(answers: Answers) -> tuple[str, ...]:
    if answers["verified_on"] and not answers["verified_by"]:
        return ("Name the office that verified it.",)
    return ()
