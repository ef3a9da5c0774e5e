"""What the room may see on a projector: the item in hand, decisions, actions, nothing restricted (rule 12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from boardtui.domain.dates import show
from boardtui.domain.states import EntryKind
from boardtui.domain.views import Action, Entry, Item, Meeting

NEUTRAL = "A restricted matter: not shown here."
"""What stands in the place of whatever is restricted; neither its words nor its reason is for the room."""

IN_PRIVATE = "The Board is in private session on this item."

_SHOWN = (EntryKind.DECISION, EntryKind.ACTION)
_SAFE = re.compile(r"\s*(?!\(|>|restricted\b|amend\b|interest\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One decision or action as the room sees it."""

    item: int
    kind: str
    ref: str
    text: str
    about: str = ""


@dataclass(frozen=True)
class Room:
    """A meeting as the room sees it: which item is in hand, and what was decided and agreed to be done."""

    meeting: int
    item: int | None
    title: str
    private: bool
    lines: tuple[Line, ...]


def room(
    meeting: Meeting, items: Sequence[Item], in_hand: Item | None, entries: Iterable[Entry], raised: Iterable[Action]
) -> Room:
    """Return what the room may see; a line that was not understood is left out, because it may hold anything."""
    hidden = {item.number for item in items if item.restricted}
    actions = {action.ref: action for action in raised}
    private = in_hand is not None and (in_hand.restricted is not None or meeting.restricted_now is not None)
    title = "" if in_hand is None else NEUTRAL if in_hand.number in hidden else in_hand.title
    lines = (_line(one, hidden, actions) for one in entries if one.kind in _SHOWN and not one.to_tidy)
    return Room(meeting.number, in_hand.number if in_hand else None, title, private, tuple(lines))


def _line(entry: Entry, hidden: set[int], actions: Mapping[str, Action]) -> Line:
    action = actions.get(entry.action_ref or "")
    if entry.restricted or entry.item in hidden or (action is not None and action.restricted):
        return Line(entry.item, entry.kind, "", NEUTRAL)
    if entry.kind == EntryKind.DECISION:
        return Line(entry.item, entry.kind, entry.decision_ref or "", entry.text)
    return Line(entry.item, entry.kind, entry.action_ref or "", entry.text, _about(action))


def _about(action: Action | None) -> str:
    if action is None:
        return ""
    due = f"by {show(action.due)}" if action.due else "by the next meeting"
    return f"{', '.join(action.leads)}, {due}"


def may_be_seen(typed: str, *, private: bool) -> bool:
    """Say whether a half-typed line may be seen by the room: it is open, and is about no other record.

    An update may be of a restricted action, and a line that begins with a bracket may be about to be restricted.
    """
    return not private and _SAFE.match(typed) is not None and not typed.lstrip().startswith(("(", ">"))
