"""How letters, reports and letters received read as lines of a list, counted, and in short."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.text import Text
from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.instrument import Correspondence
from boardtui.domain.states import LetterState
from boardtui.domain.text import one_line, plural
from boardtui.domain.typed_words import has_words
from boardtui.domain.views import Letter
from boardtui.ui.screens import letter_words
from boardtui.ui.widgets.literal import cell, hanging, line, literal, number
from boardtui.ui.widgets.record_list import Column, Row
from boardtui.ui.widgets.restricted import marked

_LETTERS = (
    Column("No", 2),
    Column("Subject", keeps_end=True),
    Column("Dated", 11),
    Column("Meetings", 8),
    Column("Changed", 9),
    Column("State", 18),
)
_REPORTS = (
    Column("No", 2),
    Column("Kind", 12),
    Column("Subject", keeps_end=True),
    Column("Dated", 11),
    Column("Changed", 9),
    Column("State", 18),
)
_RECEIVED = (
    Column("Ref", 3),
    Column("Received", 11),
    Column("From", 22, 100),
    Column("Subject"),
    Column("Asks by", 11),
    Column("Answered", 0),
)
COLUMNS = {"letters": _LETTERS, "reports": _REPORTS, "received": _RECEIVED, "committee": _REPORTS}
"""The columns of each section."""

_GONE = (LetterState.SIGNED, LetterState.SENT)


def letter_row(one: Letter, *, report: bool) -> Row:
    """Return a letter or report as a line of the list, with how many of its figures have changed since."""
    return Row(
        one.name,
        (
            number(one.number, 2),
            *((cell(one.kind),) if report else ()),
            one_line(one.subject),
            show(one.dated) if one.dated else "",
            *(() if report else (_meetings(one),)),
            _changed(one),
            letter_words.state(one),
        ),
    )


def letter(found: Letter, width: int) -> Content:
    """Return the particulars of a letter or report, what is still to write, and the figures that have changed."""
    notes = []
    lacking = sum(1 for block in found.blocks if not block.text.strip())
    if lacking:
        notes.append(literal(f"{plural(lacking, 'block')} not written yet", "$text-warning"))
    changed = letter_words.changed(found.blocks)
    if changed and found.state in _GONE:
        notes.append(literal(f"{plural(changed, 'figure')} changed after it was signed", "$foreground-muted"))
    elif changed:
        notes.append(literal(f"! {plural(changed, 'figure')} changed since it was drafted", "$text-warning"))
    return letter_words.heading(found, width, notes)


def received_rows(words: str, found: Sequence[Correspondence], today: date) -> list[Row]:
    """Return letters received, in the order they were entered."""
    return [
        Row(
            one.ref,
            (
                one.ref,
                show(one.received_on),
                cell(one.sender),
                one_line(marked(one.subject, one.restricted)),
                show(one.due) if one.due else "",
                _answered(one, today),
            ),
        )
        for one in found
        if has_words(words, one.ref, one.sender, one.subject, one.asks, one.summary, one.answered_how)
    ]


def counted_received(found: Sequence[Correspondence]) -> str:
    """Say how many letters were received, and how many wait for an answer."""
    waiting = sum(1 for one in found if one.asks and not one.answered_on)
    return f"{len(found)} received, {waiting} to answer"


def received(found: Correspondence, width: int) -> Content:
    """Return a letter received in full."""
    dated = f", dated {show(found.dated)}" if found.dated else ""
    said = [
        hanging(f"{found.ref}  ", found.subject, width, "bold"),
        hanging("", f"From {found.sender}, received {show(found.received_on)}{dated}.", width),
    ]
    by = f" (by {show(found.due)})" if found.due else ""
    asks = f"{found.asks}{by}" if found.asks else "It asks nothing."
    answer = _told(found) if found.answered_on else ""
    for name, text in (("Asks: ", asks), ("Answered: ", answer), ("", found.summary), ("Kept: ", found.kept)):
        if text:
            said.append(hanging(name, text, width))
    if found.restricted:
        said.append(line(f"Restricted: {found.restricted}", "$text-warning"))
    return Content("\n").join(said)


def _meetings(found: Letter) -> str:
    """Return the numbers of the meetings a letter covers."""
    said = letter_words.covers(found)
    return "none" if said == "no meeting" else said.removeprefix("meetings ").removeprefix("meeting ")


def _changed(found: Letter) -> Text | str:
    """Return how many figures have changed; of a signed report that is told, not marked: it stays as it was signed."""
    changed = letter_words.changed(found.blocks)
    if not changed:
        return ""
    return cell(f"{changed} since") if found.state in _GONE else cell(f"! {changed}", "bold")


def _answered(found: Correspondence, today: date) -> Text:
    if not found.asks:
        return cell("– asks nothing")
    if found.answered_on:
        return cell(f"✓ {_told(found)}")
    late = found.due is not None and found.due < today
    return cell("✗ overdue" if late else "! to answer", "bold")


def _told(found: Correspondence) -> str:
    """Say when a letter was answered, and how."""
    on = show(found.answered_on) if found.answered_on else ""
    return f"{on}: {found.answered_how}" if found.answered_how else on
