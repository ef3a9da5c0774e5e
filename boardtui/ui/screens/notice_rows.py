"""How requirements, dated duties and compliance checks read, as lines of a list and in full."""

from __future__ import annotations

from itertools import groupby

from rich.text import Text
from textual.content import Content

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.dates import show
from boardtui.domain.obligations import ObligationState
from boardtui.domain.views import Obligation, Requirement, Source
from boardtui.ui.filters import has_words
from boardtui.ui.widgets.fields import weekday
from boardtui.ui.widgets.literal import cell, hanging, line
from boardtui.ui.widgets.record_list import Column, Row

SECTIONS = ("requirements", "duties", "compliance")
"""The sections of the place, in order."""

COLUMNS: dict[str, tuple[Column, ...]] = {
    "requirements": (
        Column("Ref", 6),
        Column("What is required", 0),
        Column("Of whom", 10),
        Column("Due", 11),
        Column("Answered by", 16),
    ),
    "duties": (Column("Due", 15), Column("Duty", 0), Column("Of whom", 10), Column("State", 14)),
    "compliance": (Column("Ref", 7), Column("Check", 24), Column("State", 14), Column("Why", 0)),
}
_SIGNS: dict[str, str] = {
    CheckState.MET: "✓",
    CheckState.NOT_MET: "✗",
    CheckState.AT_RISK: "!",
    CheckState.NOT_APPLICABLE: "–",
    ObligationState.MET_LATE: "✓",
    ObligationState.DUE_SOON: "!",
    ObligationState.OVERDUE: "✗",
    ObligationState.NOT_YET_DUE: "·",
}


def signed(state: str) -> Text:
    """Return a state with its sign, so that it can be told apart without colour."""
    return cell(f"{_SIGNS.get(state, '')} {state}", "bold" if _SIGNS.get(state) in ("✗", "!") else "")


def fitting(words: str, found: list[Requirement]) -> list[Requirement]:
    """Return the requirements that have the words."""
    return [r for r in found if has_words(words, r.ref, r.text, r.heading, r.binds, r.band, *r.answered_by)]


def requirement_rows(words: str, found: list[Requirement], sources: list[Source]) -> list[Row]:
    """Return requirements under their sources."""
    titles = {source.code: source for source in sources}
    rows = []
    for code, group in groupby(fitting(words, found), key=lambda r: r.source):
        source = titles.get(code)
        rows.append(Row(f"source {code}", (_title(code, source),), heading=True))
        rows += [
            Row(
                r.ref,
                (
                    r.ref,
                    r.text,
                    r.binds,
                    show(r.due) if r.due else r.band,
                    ", ".join(r.answered_by) if r.answered_by else cell("✗ not answered", "bold"),
                ),
            )
            for r in group
        ]
    return rows


def duty_rows(words: str, found: list[Obligation]) -> list[Row]:
    """Return dated duties in order of date."""
    return [
        Row(o.ref, (weekday(o.due) if o.due else "no date", o.title, o.binds, signed(o.state)))
        for o in found
        if has_words(words, o.ref, o.title, o.binds, o.state)
    ]


def check_rows(words: str, found: tuple[Check, ...]) -> list[Row]:
    """Return compliance checks in order of paragraph."""
    return [
        Row(f"check {n}", (c.ref, c.check, signed(c.state), c.reason))
        for n, c in enumerate(found)
        if has_words(words, c.ref, c.check, c.state, c.reason)
    ]


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
    if found.answered_by:
        said.append(hanging("Answered by ", ", ".join(found.answered_by), width))
    else:
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
    said.append(line(", ".join(facts) + "."))
    for name, text in (("Evidence: ", found.evidence), ("Note: ", found.note)):
        if text:
            said.append(hanging(name, text, width))
    return Content("\n").join(said)


def check(found: Check, width: int) -> Content:
    """Return a compliance check in full."""
    return Content.assemble(
        hanging(f"{found.ref}  ", found.check, width, "bold"),
        f"\n{_SIGNS.get(found.state, '')} {found.state}\n",
        hanging("", found.reason, width),
    )


def _title(code: str, source: Source | None) -> str:
    if source is None:
        return code
    published = f", {show(source.published)}" if source.published else ""
    return f"{code}  {source.title}{published}"
