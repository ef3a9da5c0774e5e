"""What can be filtered, and by which keys: the words before the colon, what may follow it, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from boardtui.domain.obligations import Binds
from boardtui.domain.states import ActionState, EntryKind, MeetingState


class Kind(StrEnum):
    """What the language filters."""

    ACTIONS = "actions"
    PLAN = "plan"
    MEETINGS = "meetings"
    REQUIREMENTS = "requirements"
    ENTRIES = "entries"


class Takes(StrEnum):
    """What stands behind a key's colon."""

    STATE = "state"
    RATING = "rating"
    TEXT = "text"
    NUMBER = "number"
    DAYS = "days"


@dataclass(frozen=True)
class Key:
    """A key: what it takes and means; `values` are those there can be, `known` names those a Board has.

    `within` lets `3` stand for all that begins with `3.` as well.
    """

    name: str
    takes: Takes
    help: str
    values: tuple[str, ...] = ()
    known: str = ""
    within: bool = False


OPEN, OVERDUE, RESTRICTED, PROPOSED = "open", "overdue", "restricted", "proposed"
HELD, ANSWERED, UNANSWERED = "held", "answered", "unanswered"
WITHDRAWN, IN_FORCE, UNTIDY = "withdrawn", "in force", "to tidy"
"""States that are no record's own word, but follow from it."""


def _is(*values: str) -> Key:
    return Key("is", Takes.STATE, "its state", tuple(dict.fromkeys(values)))


_RATING = Key("rating", Takes.RATING, "its rating, by letter or word; none for not rated")
_DUE = Key("due", Takes.DAYS, "<30d, overdue, none, 14jun, 2013-05..2013-06")

KEYS: dict[Kind, tuple[Key, ...]] = {
    Kind.ACTIONS: (
        _is(OPEN, OVERDUE, *ActionState, RESTRICTED),
        Key("owner", Takes.TEXT, "who leads or supports it", known="owners"),
        Key("lead", Takes.TEXT, "who leads it", known="owners"),
        _DUE,
        Key("plan", Takes.TEXT, "the plan line it serves", known="lines", within=True),
        Key("raised", Takes.NUMBER, "the meeting that raised it", known="meetings"),
        _RATING,
    ),
    Kind.PLAN: (
        _is(PROPOSED, OVERDUE, RESTRICTED),
        _RATING,
        Key("owner", Takes.TEXT, "its lead or a partner", known="owners"),
        Key("lead", Takes.TEXT, "its lead", known="owners"),
        _DUE,
        Key("plan", Takes.TEXT, "its reference, or how that begins", known="lines", within=True),
        Key("answers", Takes.TEXT, "the requirement it answers", known="requirements", within=True),
    ),
    Kind.MEETINGS: (
        _is(*MeetingState, HELD),
        Key("date", Takes.DAYS, "2013-05, <30d, 14jun"),
        Key("meeting", Takes.NUMBER, "its number", known="meetings"),
    ),
    Kind.REQUIREMENTS: (
        _is(ANSWERED, UNANSWERED, IN_FORCE, WITHDRAWN),
        Key("of", Takes.TEXT, "of whom it is required", tuple(Binds)),
        Key("source", Takes.TEXT, "the document, by its code", known="sources"),
        _DUE,
        Key("plan", Takes.TEXT, "the plan line or duty that answers it", known="lines", within=True),
    ),
    Kind.ENTRIES: (
        _is(*EntryKind, ANSWERED, UNANSWERED, RESTRICTED, UNTIDY),
        Key("meeting", Takes.NUMBER, "the meeting that minuted it", known="meetings"),
        Key("item", Takes.NUMBER, "the item of its meeting"),
        Key("date", Takes.DAYS, "the day of its meeting"),
        Key("action", Takes.TEXT, "the action it is about"),
        Key("plan", Takes.TEXT, "the plan line it is about", known="lines", within=True),
    ),
}
"""The keys of each kind, in the order they are offered."""


def key_of(kind: Kind, name: str) -> Key | None:
    """Return the key of that name, in any case."""
    return next((key for key in KEYS[kind] if key.name == name.casefold()), None)


def rated(kind: Kind) -> bool:
    """Say whether records of a kind have a rating."""
    return _RATING in KEYS[kind]


def told(kind: Kind) -> str:
    """Name a kind's keys, as they are typed."""
    return " ".join(f"{key.name}:" for key in KEYS[kind])
