"""How requirements, dated duties and compliance checks read: as lines of a list, counted, and in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.text import Text
from textual.content import Content

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.dates import show, weekday
from boardtui.domain.obligations import ObligationState, source_code
from boardtui.domain.text import plural
from boardtui.domain.typed_words import has_words
from boardtui.domain.views import Obligation, Requirement
from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.literal import assembled, cell, hanging, line, literal
from boardtui.ui.widgets.record_list import Column, Row

REQUIREMENTS = (
    Column("Ref", 6, whole=True),
    Column("What is required", 0),
    Column("Of whom", 12),
    Column("Due", 11),
    Column("Answered by", 16),
)
DUTIES = (
    Column("Due", 15),
    Column("Duty", 0),
    Column("Of whom", 12, 100),
    Column("Send by", 15, 100),
    Column("State", 16),
)
CHECKS = (Column("Ref", 6, whole=True), Column("Check", 0), Column("State", 16), Column("Why", 0, 100))
_SIGNS: dict[str, str] = {
    CheckState.MET: "✓",
    CheckState.NOT_MET: "✗",
    CheckState.AT_RISK: "!",
    CheckState.NOT_APPLICABLE: "–",
    ObligationState.MET_LATE: "✓",
    ObligationState.DUE_SOON: "!",
    ObligationState.OVERDUE: "✗",
    ObligationState.NOT_YET_DUE: "·",
    "commissioned": "·",
    "planned": "·",
    "done": "✓",
    "reported": "✓",
}
_OF = "of:"
ASIDE = "notice:compliance"
"""Where a check is mended that the Board has set aside: among the checks themselves."""


def signed(state: str) -> Text:
    """Return a state with its sign, so that it can be told apart without colour."""
    return cell(f"{_SIGNS.get(state, '')} {state}", "bold" if _SIGNS.get(state) in ("✗", "!") else "")


def requirement_row(found: Requirement) -> Row:
    """Return a requirement as a line of the list."""
    due = show(found.due) if found.due else found.band
    return Row(found.ref, (found.ref, found.text, found.binds, due, _answered(found)))


def duty_rows(words: str, found: Sequence[Obligation]) -> list[Row]:
    """Return dated duties in order of date; `of:O` are those of one source."""
    of = [word.removeprefix(_OF) for word in words.split() if word.startswith(_OF)]
    rest = " ".join(word for word in words.split() if not word.startswith(_OF))
    return [
        Row(
            o.ref,
            (
                weekday(o.due) if o.due else "no date",
                f"{o.title} (again every {plural(o.repeats_months, 'month')})" if o.repeats_months else o.title,
                o.binds,
                weekday(o.send_by) if o.send_by and o.send_by != o.due else "",
                signed(o.state),
            ),
        )
        for o in found
        if has_words(rest, o.ref, o.title, o.binds, o.state)
        if all(source_code(o.ref, o.requirement) == code for code in of)
    ]


def check_rows(words: str, found: tuple[Check, ...]) -> list[Row]:
    """Return compliance checks in order of paragraph."""
    return [
        Row(c.check, (c.ref, c.check, signed(c.state), c.reason))
        for c in found
        if has_words(words, c.ref, c.check, c.state, c.reason)
    ]


def counted_requirements(count: int, unanswered: int | None, withdrawn: int) -> str:
    """Say how many requirements there are, and how many in force nothing answers, once that is counted."""
    gone = f", {withdrawn} withdrawn" if withdrawn else ""
    return plural(count, "requirement") + (f", {unanswered} not answered{gone}" if unanswered is not None else "")


def counted_duties(found: Sequence[Obligation]) -> str:
    """Say how many duties are overdue, due soon and met late."""
    late, soon, met_late = (
        sum(1 for duty in found if duty.state == state)
        for state in (ObligationState.OVERDUE, ObligationState.DUE_SOON, ObligationState.MET_LATE)
    )
    return f"{late} overdue, {soon} due soon, {met_late} met late"


def counted_checks(found: tuple[Check, ...]) -> str:
    """Say how many checks there are and how many fail or are at risk."""
    failing = sum(1 for check in found if check.state == CheckState.NOT_MET)
    risky = sum(1 for check in found if check.state == CheckState.AT_RISK)
    return f"{plural(len(found), 'check')}, {failing} not met, {risky} at risk"


def requirement(found: Requirement, width: int) -> Content:
    """Return a requirement in full."""
    said = [hanging(f"{found.ref}  ", found.text, width, "bold")]
    if found.heading:
        said.append(line(found.heading, "$foreground-muted"))
    facts = f"Binds the {found.binds}"
    if found.due:
        facts += f", due {show(found.due)}"
    if found.band:
        facts += f", {found.band}"
    if found.own_number:
        facts += ". The number is ours: the source has none"
    said.append(line(f"{facts}."))
    if found.finding:
        said.append(line(f"From the finding {found.finding}."))
    if found.withdrawn_on:
        why = f"Withdrawn on {show(found.withdrawn_on)}: "
        said.append(hanging(literal(why, "bold $text-warning"), found.withdrawn_because, width))
    if found.answered_by:
        said.append(hanging("Answered by ", ", ".join(found.answered_by), width))
    elif not found.withdrawn_on:
        said.append(Content.styled("Not answered by any plan line or duty (N 7.3).", "$text-warning"))
    return Content("\n").join(said)


def duty(found: Obligation, width: int) -> Content:
    """Return a dated duty in full."""
    said = [hanging("", found.title, width, "bold"), line(found.ref, "$foreground-muted")]
    facts = [f"Binds the {found.binds}", found.state]
    if found.due:
        facts.append(f"due {weekday(found.due)}")
    if found.send_by and found.send_by != found.due:
        facts.append(f"send by {weekday(found.send_by)}")
    if found.met_on:
        facts.append(f"met {weekday(found.met_on)}")
    if found.repeats_months:
        facts.append(f"again every {plural(found.repeats_months, 'month')}")
    if found.original_due and found.original_due != found.due:
        facts.append(f"at first due {show(found.original_due)}")
    said.append(hanging("", ", ".join(facts) + ".", width))
    for name, text in (("Evidence: ", found.evidence), ("Note: ", found.note)):
        if text:
            said.append(hanging(name, text, width))
    return Content("\n").join(said)


def check(found: Check, width: int) -> Content:
    """Return a compliance check in full, with the keys that lead to where it is put right."""
    said = [
        hanging(f"{found.ref}  ", found.check, width, "bold"),
        line(f"{_SIGNS.get(found.state, '')} {found.state}", "bold"),
        hanging("", found.reason, width),
    ]
    if found.mend == ASIDE:
        said.append(
            literal(
                with_keys("Set aside by the Board. Press {notice-not-applicable} to bring it back."),
                "$foreground-muted",
            )
        )
    elif found.mend:
        place, _, section = found.mend.partition(":")
        where = f"{place.capitalize()}, {section}" if section else place.capitalize()
        said.append(assembled((with_keys("{notice-mend}"), "bold $footer-key-foreground"), f" goes there: {where}"))
    return Content("\n").join(said)


def _answered(found: Requirement) -> Text | str:
    if found.withdrawn_on:
        return cell("– withdrawn")
    return ", ".join(found.answered_by) if found.answered_by else cell("✗ not answered", "bold")


def source_title(code: str, title: str, published: date | None) -> str:
    """Return the heading that a source's requirements stand under."""
    return f"{code}  {title}{f', {show(published)}' if published else ''}"
