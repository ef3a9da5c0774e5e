"""Everything said and done earlier on an item, an action or a plan line (F6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.grammar import ACTION_REF, PARAGRAPH_REF
from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.states import OPEN_ACTIONS, ActionState
from boardtui.domain.text import plural, times
from boardtui.domain.views import Action, Entry, Item
from boardtui.errors import BoardError
from boardtui.store.reading.actions import action, actions, updates
from boardtui.store.reading.meetings import before, meeting
from boardtui.store.reading.minutes import entries, said_earlier
from boardtui.store.reading.papers import arising
from boardtui.store.reading.plan import line as plan_line
from boardtui.store.reading.plan import ratings
from boardtui.store.reading.reader import Database
from boardtui.ui.screens.live_reading import Paragraph, beside
from boardtui.ui.widgets.literal import assembled, line, literal

_REFERENCE = re.compile(r"^>\s*(\S+)")
MATTERS_ARISING = "matters_arising"
"""The standing item under which the open actions are gone through."""

MOST = 200
"""Entries shown at once, the latest first."""


Told = tuple[Content, Content, str]
"""What stands before a text, the text, and its style class."""


@dataclass(frozen=True)
class Earlier:
    """A title and what was said, ready to be written for a width."""

    title: str
    told: tuple[Told, ...]

    def write(self, width: int) -> list[Paragraph]:
        """Return the paragraphs."""
        return [(beside(start, text, width), style) for start, text, style in self.told]


def reference_in(typed: str) -> str:
    """Return the action, plan line or paragraph that a line updates, or ""."""
    found = _REFERENCE.match(typed.strip())
    return found[1].rstrip(":") if found else ""


def earlier(db: Database, number: int, item: Item, typed: str, today: date) -> Earlier:
    """Gather what was said earlier on what the line names, else on the item in hand."""
    ref = reference_in(typed)
    try:
        if PARAGRAPH_REF.match(ref):
            return _paragraph(db, ref)
        if ACTION_REF.match(ref):
            return _action(db, number, ref, today)
        if ref:
            return _line(db, number, ref, today)
    except BoardError as problem:
        return Earlier(ref, (_plain(str(problem)),))
    known = _by_ref(db, today)
    told = [*_open(known), *_closed_between(db, number, today)] if item.kind == MATTERS_ARISING else []
    told += _minuted(said_earlier(db, number, item.number), known)
    return Earlier(f"Earlier on “{item.title}”", tuple(told) or _NOTHING)


def _action(db: Database, number: int, ref: str, today: date) -> Earlier:
    meeting, _, sequence = ref.partition("/")
    found = action(db, f"{int(meeting)}/{int(sequence):02}", today)
    said = [_plain(found.text, "bold", "row"), _plain(standing(found))]
    said += [
        (literal(f"{show(one.on):<11}  ", "bold"), line(f"{one.kind}, {one.by}: {one.text}"), "paragraph")
        for one in reversed(updates(db, found.ref))
    ]
    said += _minuted(said_earlier(db, number, found.ref), {})
    return Earlier(f"Action {found.ref}", tuple(said))


def _line(db: Database, number: int, ref: str, today: date) -> Earlier:
    found = plan_line(db, ref, today)
    due = f"due {show(found.due)}" if found.due else "no due date"
    said = [
        _plain(found.title, "bold", "row"),
        _plain(f"{found.lead or 'no lead'} · {due} · now {found.rating or 'not rated'}"),
    ]
    said += [
        (
            literal(f"Meeting {one.meeting}  {one.level}  ", "bold"),
            line(f"{one.status}: {one.reason}" + (f". Path to green: {one.path}" if one.path else "")),
            "paragraph",
        )
        for one in reversed(ratings(db, ref))
    ]
    said += _minuted(said_earlier(db, number, ref), _by_ref(db, today))
    return Earlier(f"Plan line {ref}", tuple(said))


def _paragraph(db: Database, ref: str) -> Earlier:
    meeting, _, place = ref.partition("/")
    found = [one for one in entries(db, int(meeting), int(place.partition(".")[0])) if one.ref == ref]
    return Earlier(f"Paragraph {ref}", (*_minuted(found, {}),) or _NOTHING)


def standing(found: Action) -> str:
    """Say who has an action, when it is due and how it stands."""
    helping = f" with {', '.join(found.supporters)}" if found.supporters else ""
    due = f"due {show(found.due)}" if found.due else f"due: {found.due_said or NEXT_MEETING}"
    moved = f", moved {times(found.slips)}" if found.slips else ""
    late = f", {plural(found.days_late, 'day')} late" if found.days_late else ""
    return f"{', '.join(found.leads)}{helping} · {due}{moved}{late} · {found.state}"


def _by_ref(db: Database, today: date) -> dict[str, Action]:
    return {one.ref: one for one in actions(db, today)}


def _open(known: dict[str, Action]) -> list[Told]:
    """Return the actions the Board goes through under matters arising, with the reference to type."""
    found = [one for one in known.values() if one.state in OPEN_ACTIONS]
    heading = (Content(""), literal(f"{plural(len(found), 'open action')}: > and the reference"), "label")
    return [heading, *(_due(one) for one in found)]


def _closed_between(db: Database, number: int, today: date) -> list[Told]:
    """Return what was closed since the last meeting, the Chair's own decisions among them."""
    of = meeting(db, number)
    found = [one for one in arising(db, of, before(db, of), today) if one.state == ActionState.CLOSED]
    if not found:
        return []
    heading = (Content(""), literal(f"{plural(len(found), 'action')} closed since the last meeting"), "label")
    said = [(one, f"closed on {show(one.closed_on)}: {one.evidence}" if one.closed_on else "closed") for one in found]
    return [heading, *((literal(f"{one.ref:<5} ", "bold"), line(words), "paragraph") for one, words in said)]


def _due(one: Action) -> Told:
    said = assembled((standing(one), "bold"), line(f": {one.text}"))
    return (literal(f"{one.ref:<5} ", "bold"), said, "paragraph")


def _minuted(said: list[Entry], known: dict[str, Action]) -> list[Told]:
    shown: list[Told] = []
    meeting = 0
    for entry in said[:MOST]:
        if entry.meeting != meeting:
            meeting = entry.meeting
            shown.append((Content(""), literal(f"Meeting {meeting}"), "label"))
        found = known.get(entry.action_ref or "")
        after = f" ({found.ref}: {standing(found)})" if found else ""
        kind = "" if entry.kind == "note" else f"{entry.kind.capitalize()}: "
        number = entry.ref.partition("/")[2]
        said_then = assembled((kind, "bold"), line(entry.text + after))
        shown.append((literal(f"{number:<5} ", "$foreground-muted"), said_then, "paragraph"))
    if len(said) > MOST:
        shown.append(_plain(f"… and {len(said) - MOST} earlier ones, in the minutes."))
    return shown


def _plain(text: str, style: str = "", classes: str = "paragraph") -> Told:
    return (Content(""), line(text, style), classes)


_NOTHING = (_plain("Nothing was minuted on this before."),)
