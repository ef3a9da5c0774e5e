"""How audits, reviews and visits read, with what they found and judged, as lines of a list and in full (N 5.9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text
from textual.content import Content

from boardtui.domain.assured import AUDITS, Assurance
from boardtui.domain.dates import show
from boardtui.domain.judgements import Strand, place
from boardtui.domain.text import plural
from boardtui.domain.typed_words import has_words
from boardtui.ui.screens.notice_rows import signed
from boardtui.ui.widgets.literal import cell, hanging, line, literal
from boardtui.ui.widgets.record_list import Column, Row
from boardtui.ui.widgets.restricted import marked

COLUMNS = (
    Column("Ref", 4),
    Column("Title", 0),
    Column("Kind", 18, 100),
    Column("Day", 11),
    Column("State", 14),
    Column("Told", 12),
    Column("Found", 5, 100),
)
_ARROWS = {"better": "↑ better", "same": "= same", "worse": "↓ worse"}


def rows(words: str, found: Sequence[Assurance]) -> list[Row]:
    """Return audits, reviews and visits in order of number."""
    return [
        Row(
            a.ref,
            (
                a.ref,
                cell(marked(a.title, a.restricted)),
                cell(a.kind),
                _day(a),
                signed(a.state),
                _told(a),
                str(len(a.findings) or ""),
            ),
        )
        for a in found
        if has_words(words, a.ref, a.title, a.kind, a.body, a.state, *(f.text for f in a.findings))
    ]


def counted(words: str, found: Sequence[Assurance]) -> str:
    """Say how many there are, and how many audits done were not told to both boards."""
    fit = [a for a in found if has_words(words, a.ref, a.title, a.kind, a.body, a.state, *(f.text for f in a.findings))]
    audits = [a for a in fit if a.kind in AUDITS and a.done_on]
    untold = sum(1 for a in audits if not (a.improvement_board_on and a.safeguarding_board_on))
    return f"{len(fit)} entered, {plural(untold, 'audit')} not told to both boards"


def brief(found: Assurance, width: int) -> Content:
    """Return the particulars of an audit or review."""
    return Content("\n").join(_particulars(found, width))


def full(found: Assurance, strands: Sequence[Strand], width: int) -> Content:
    """Return an audit or review with its findings, what they became, and its judgements with their history."""
    said = _particulars(found, width)
    if found.findings:
        said += [Content(""), Content.styled("Findings", "bold $primary")]
        for one in found.findings:
            where = f" ({_paragraph(one.paragraph)})" if one.paragraph else ""
            said.append(hanging(literal(f"{one.ref:<6}", "bold"), f"{one.text}{where}", width))
            if one.requirement:
                said.append(hanging("      → ", f"became {one.requirement}", width))
    said += _judged(found, strands, width)
    return Content("\n").join(said)


def _paragraph(named: str) -> str:
    return f"paragraph {named}" if named[:1].isdigit() else named


def _particulars(found: Assurance, width: int) -> list[Content]:
    said = [hanging(f"{found.ref}  ", found.title, width, "bold")]
    about = [found.kind.capitalize() if found.kind.islower() else found.kind]
    about += [f"by {found.body}"] if found.body else []
    about += [plural(found.cases, "case")] if found.cases is not None else []
    said.append(hanging("", ", ".join(about) + ".", width))
    said.append(hanging("", f"{_opened(', '.join(_days(found)))}.", width))
    if found.done_on:
        said.append(hanging("Told: ", "; ".join(_boards(found)), width))
    if found.validates:
        said.append(line("This is the external validation of N 8.1."))
    if found.restricted:
        said.append(hanging(Content.styled("Restricted: ", "bold $text-warning"), found.restricted, width))
    for name, text in (("", found.summary), ("Kept: ", found.kept)):
        if text:
            said.append(hanging(name, text, width))
    if found.source:
        said.append(line(f"Its requirements stand under the source {found.source}."))
    return said


def _days(found: Assurance) -> Iterator[str]:
    yield found.state
    for word, day in (
        ("planned for", found.planned_for),
        ("commissioned", found.commissioned_on),
        ("done", found.done_on),
    ):
        if day:
            yield f"{word} {show(day)}"


def _boards(found: Assurance) -> Iterator[str]:
    if found.improvement_board_on:
        at = f" (meeting {found.improvement_board_meeting})" if found.improvement_board_meeting else ""
        yield f"Improvement Board {show(found.improvement_board_on)}{at}"
    else:
        yield "not the Improvement Board"
    if found.safeguarding_board_on:
        yield f"Safeguarding Children Board {show(found.safeguarding_board_on)}"
    elif found.kind in AUDITS:
        yield "✗ not the Safeguarding Children Board (N 5.9)"


def _judged(found: Assurance, strands: Sequence[Strand], width: int) -> list[Content]:
    """Return the judgements it gave, each with what was judged before under the same framework."""
    said: list[Content] = []
    framework = ""
    for strand in strands:
        if not any(one.assurance == found.ref for one in strand.judgements):
            continue
        if not said:
            said += [Content(""), Content.styled("Judgements, each on its own scale", "bold $primary")]
        if strand.framework != framework:
            framework = strand.framework
            said.append(hanging("", framework, width, "$foreground-muted"))
        said += _strand(strand, width)
    return said


def _strand(strand: Strand, width: int) -> Iterator[Content]:
    yield hanging("", strand.aspect, width, "bold")
    for one, moved in zip(strand.judgements, (None, *strand.movements), strict=True):
        change = f"  {_ARROWS.get(moved, moved)}" if moved else ""
        yield hanging(f"  {show(one.given_on):<12}{one.assurance:<5}", f"{place(one.level, one.scale)}{change}", width)


def _day(found: Assurance) -> str:
    day = found.done_on or found.planned_for
    return show(day) if day else ""


def _told(found: Assurance) -> Text | str:
    """Say in two marks which boards were told; only audits go to both (N 5.9)."""
    if found.done_on is None:
        return ""
    ours = "✓ IB" if found.improvement_board_on else "✗ IB"
    if found.kind not in AUDITS and not found.safeguarding_board_on:
        return ours
    theirs = "✓ SCB" if found.safeguarding_board_on else "✗ SCB"
    both = f"{ours} {theirs}"
    return cell(both, "bold") if "✗" in both else both


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
