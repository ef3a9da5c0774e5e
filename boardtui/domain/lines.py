"""What one typed line can mean: the closed set of meeting lines (DESIGN 5, live mode)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.domain.states import AttendanceStatus, EntryKind

NEXT_MEETING = "next meeting"
"""A due date that follows the next meeting if it moves."""

Due = date | str
"""A day, or NEXT_MEETING."""


@dataclass(frozen=True)
class GoTo:
    """Go to an item of the agenda."""

    item: int


@dataclass(frozen=True)
class AddUrgent:
    """Add an urgent item, and go to it."""

    title: str
    because: str


@dataclass(frozen=True)
class Defer:
    """Move the item in hand to another meeting."""

    meeting: int
    because: str


@dataclass(frozen=True)
class Register:
    """Mark offices as present, absent or with apologies."""

    status: AttendanceStatus
    who: tuple[str, ...]


@dataclass(frozen=True)
class Deputy:
    """Somebody sits for an office: an office of the Board (`initials`), or a guest of this meeting."""

    initials: str | None
    name: str
    title: str
    deputy_for: str


@dataclass(frozen=True)
class Moved:
    """Somebody arrived or left."""

    who: str
    arrived: bool


@dataclass(frozen=True)
class Presides:
    """Somebody takes the chair."""

    who: str


@dataclass(frozen=True)
class Declares:
    """Somebody declares an interest, and may leave for the item."""

    who: str
    item: int
    nature: str
    leaves: bool


@dataclass(frozen=True)
class Note:
    """What was said."""

    text: str


@dataclass(frozen=True)
class Decides:
    """What was decided."""

    text: str


@dataclass(frozen=True)
class Challenges:
    """What was challenged."""

    text: str


@dataclass(frozen=True)
class Raises:
    """An action: the first lead reports."""

    leads: tuple[str, ...]
    supporters: tuple[str, ...]
    due: Due
    text: str


@dataclass(frozen=True)
class UpdatesAction:
    """Something about an action: `step` is update, done, closed, returned or moved (then `due` is set)."""

    ref: str
    step: str
    text: str
    due: Due | None = None


@dataclass(frozen=True)
class Rates:
    """The Board agrees a plan line's rating."""

    ref: str
    level: str
    reason: str
    path: str = ""
    evidence: str = ""
    recheck_on: date | None = None


@dataclass(frozen=True)
class RemarksOnLine:
    """Something was said about a plan line."""

    ref: str
    text: str


@dataclass(frozen=True)
class AnswersChallenge:
    """What answers a challenge minuted before."""

    ref: str
    text: str


@dataclass(frozen=True)
class Amends:
    """A correction of earlier minutes."""

    ref: str
    old: str
    new: str


@dataclass(frozen=True)
class Confirms:
    """The last minutes are agreed."""

    amended: bool


@dataclass(frozen=True)
class Restricts:
    """From here on entries are restricted, until the meeting is open again."""

    because: str


@dataclass(frozen=True)
class Reopens:
    """The meeting is open again."""


@dataclass(frozen=True)
class Untidy:
    """A line that was not understood: kept as typed, with what is wrong in one sentence."""

    kind: EntryKind
    text: str
    problem: str


Line = (
    GoTo
    | AddUrgent
    | Defer
    | Register
    | Deputy
    | Moved
    | Presides
    | Declares
    | Note
    | Decides
    | Challenges
    | Raises
    | UpdatesAction
    | Rates
    | RemarksOnLine
    | AnswersChallenge
    | Amends
    | Confirms
    | Restricts
    | Reopens
    | Untidy
)


@dataclass(frozen=True)
class Parsed:
    """A typed line, what it means, and the reason it alone is restricted for, if it is."""

    typed: str
    line: Line
    restricted: str | None = None
