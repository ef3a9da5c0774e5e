"""What the screens, the documents and the command line are given: frozen views of the records.

People are named by their initials, records by their references. `id` and `version` are for writing back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.domain.dates import show

TABLED = "table: "
"""How the words of a figure begin that stands in a table of a report, not in its text."""

Day = date
"""A date, under a name that a field called `date` does not hide."""


@dataclass(frozen=True)
class Board:
    """The Board and its settings; `journal` is the position it was read at, `head` the journal's hash there.

    `as_at` says on a paper as at which earlier moment it was made: `as at 4 Apr 2013 (meeting 4)`.
    """

    name: str
    council: str
    sample: str | None
    today: date | None
    interval_days: int
    at_risk_days: int
    meeting_starts: str
    place: str
    quorum: str
    quorum_needs_chair: bool
    quorum_agencies: int | None
    addressee: str
    addressee_address: str
    chair_signs_as: str
    instrument: str
    instrument_kind: str
    commenced: date | None
    version: int
    journal: int
    instrument_number: int | None = None
    lifted_on: date | None = None
    closed_on: date | None = None
    head: str = ""
    as_at: str = ""


@dataclass(frozen=True)
class Person:
    """An office and who holds it now; `name` falls back to the office's title. Groups have `members`."""

    id: str
    version: int
    initials: str
    name: str
    organisation: str
    role: str
    kind: str
    deputy_of: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Meeting:
    """A meeting; `days_since_last` counts from the one before it that was not cancelled or postponed."""

    id: str
    version: int
    number: int
    date: Day
    starts: str
    place: str
    state: str
    days_since_last: int | None
    moved_because: str
    agenda_issued_on: Day | None
    opened_at: str | None
    closed_at: str | None
    item_in_hand: str | None
    restricted_now: str | None
    presiding: str | None
    submitted_on: Day | None
    signed_on: Day | None
    signed_by: str
    signed_how: str
    confirmed_at: int | None
    confirmed_on: Day | None
    confirmed_how: str
    items: int
    entries: int
    to_tidy: int


@dataclass(frozen=True)
class Item:
    """An agenda item; `taken_after` is set when it was taken out of order (the number of the item before it)."""

    id: str
    version: int
    number: int
    kind: str
    title: str
    purpose: str
    presenter: str | None
    minutes: int
    used_seconds: int
    paper: str
    state: str
    taken_order: int | None
    taken_after: int | None
    urgent_because: str
    deferred_to: int | None
    deferred_because: str
    deferred_from: int | None
    restricted: str | None
    entries: int


@dataclass(frozen=True)
class Entry:
    """A minute entry; `ref` is `6/4.2`, or `6/4` for a line without a paragraph number.

    In an open paper a restricted one is `withheld`: its place and the reason are all that is left of it (rule 12).
    """

    id: str
    version: int
    ref: str
    meeting: int
    item: int
    paragraph: int | None
    position: int
    kind: str
    text: str
    typed: str
    to_tidy: str | None
    restricted: str | None
    said_at: str
    decision_ref: str | None
    inquorate: str | None
    action_ref: str | None
    line_ref: str | None
    answers: str | None
    answered_by: str | None
    withheld: bool = False


@dataclass(frozen=True)
class Amendment:
    """A correction of paragraph `ref`: agreed at meeting `agreed_at`, or made to signed minutes for a reason."""

    ref: str
    agreed_at: int | None
    agreed_on: date
    old: str
    new: str
    because: str = ""
    restricted: str | None = None

    @property
    def agreed(self) -> str:
        """Say where or when it was agreed: `Meeting 6`, `20 May 2013`."""
        return f"Meeting {self.agreed_at}" if self.agreed_at else show(self.agreed_on)


@dataclass(frozen=True)
class Attendance:
    """How somebody was at a meeting; a guest has no initials of the Board's own."""

    id: str
    meeting: int
    initials: str | None
    name: str
    role: str
    organisation: str
    kind: str
    status: str
    deputy_for: str | None


@dataclass(frozen=True)
class Movement:
    """Somebody arrived or left, in the order it happened."""

    who: str
    arrived: bool
    item: int
    position: int


@dataclass(frozen=True)
class Interest:
    """An interest declared."""

    who: str
    item: int | None
    nature: str
    leaves: bool
    restricted: str | None = None


@dataclass(frozen=True)
class Action:
    """An action as it stands; `rating` is computed (rule 6), `days_late` is 0 unless it is overdue.

    `evidence_restricted` and `update_restricted` say why the evidence and the last update stay out of open papers,
    which may be so while the action itself is open (rule 12). `known_as` is its reference in the log it came from,
    `due_said` what stands there in place of a date.
    """

    id: str
    version: int
    ref: str
    text: str
    leads: tuple[str, ...]
    supporters: tuple[str, ...]
    raised_at: int
    raised_on: date
    item: int | None
    item_title: str
    due: date | None
    original_due: date | None
    due_meeting: int | None
    slips: int
    state: str
    rating: str | None
    days_late: int
    done_on: date | None
    closed_on: date | None
    closed_at: int | None
    evidence: str
    restricted: str | None
    lines: tuple[str, ...]
    last_update: str
    evidence_restricted: str | None = None
    update_restricted: str | None = None
    withheld: bool = False
    known_as: str = ""
    due_said: str = ""


@dataclass(frozen=True)
class Update:
    """One line of an action's log."""

    on: date
    by: str
    kind: str
    text: str
    due_before: date | None
    due_after: date | None
    meeting: int | None
    restricted: str | None


@dataclass(frozen=True)
class Rating:
    """One rating of a plan line."""

    line: str
    meeting: int
    meeting_on: date
    status: str
    level: str
    on: date
    by: str
    reason: str
    path: str
    evidence: str
    recheck_on: date | None
    restricted: str | None = None
    withheld: bool = False
    id: str = ""


@dataclass(frozen=True)
class LineWord:
    """What the record says of a plan line on a day: minuted of it, in the log of an action that serves it, or moved.

    `ref` is the paragraph of the minutes (`5/5.9`), the action (`4/03`) or nothing for a move, whose new date is `due`;
    `about` is what the action asks.
    """

    line: str
    kind: str
    on: date
    meeting: int | None
    ref: str
    about: str
    text: str
    due: date | None


@dataclass(frozen=True)
class PlanLine:
    """A plan line; `history` is the agreed rating in force at each of the last six meetings held, oldest first.

    `agreed_on` is the day of the meeting that gave it its rating, reason and path; `restricted` says why the reason and
    path stay out of open papers, if they do (rule 12); `restricted_actions` are those of its open actions that do;
    `since` is what the record says of it after that day, oldest first, without what is restricted.
    """

    id: str
    version: int
    ref: str
    theme: str
    title: str
    outcome: str
    lead: str | None
    partners: tuple[str, ...]
    starts: date | None
    due: date | None
    original_due: date | None
    moves: int
    success: str
    rating: str | None
    previous: str | None
    direction: str | None
    history: tuple[tuple[int, str | None], ...]
    reason: str
    path: str
    proposed: str | None
    answers: tuple[str, ...]
    open_actions: tuple[str, ...]
    overdue_actions: tuple[str, ...]
    restricted: str | None = None
    restricted_actions: tuple[str, ...] = ()
    withheld: bool = False
    agreed_on: date | None = None
    since: tuple[LineWord, ...] = ()


@dataclass(frozen=True)
class LineMove:
    """A plan line's due date was moved; `restricted` if what was minuted of it, or the decision it cites, is."""

    on: date
    before: date | None
    after: date
    reason: str
    meeting: int | None
    restricted: str | None = None


@dataclass(frozen=True)
class Requirement:
    """A requirement and what answers it: plan lines, or obligations where it binds Board, Chair or department."""

    id: str
    version: int
    ref: str
    source: str
    heading: str
    text: str
    binds: str
    band: str
    due: date | None
    own_number: bool
    answered_by: tuple[str, ...]
    finding: str | None = None
    withdrawn_on: date | None = None
    withdrawn_because: str = ""


@dataclass(frozen=True)
class Source:
    """A published document that holds requirements."""

    code: str
    kind: str
    title: str
    publisher: str
    published: date | None
    note: str


@dataclass(frozen=True)
class Obligation:
    """A dated duty and its state."""

    id: str
    version: int
    ref: str
    title: str
    requirement: str | None
    binds: str
    due: date | None
    send_by: date | None
    met_on: date | None
    state: str
    evidence: str
    note: str
    original_due: date | None = None
    months: int | None = None
    counted_from: date | None = None
    repeats_months: int | None = None
    correspondence: int | None = None
    not_applicable: str | None = None
    restricted: str | None = None


@dataclass(frozen=True)
class Figure:
    """A figure in a drafted block: its words, the record it rests on, its value then and `now`.

    `now` is None when the record is gone; a figure whose value changed since is `stale`.
    """

    said: str
    ref: str
    value: str
    now: str | None

    @property
    def stale(self) -> bool:
        """Say whether its source says something else now."""
        return self.now != self.value

    @property
    def tabled(self) -> bool:
        """Say whether it stands in a table, which is made anew each time, and not in the text."""
        return self.said.startswith(TABLED)


@dataclass(frozen=True)
class Block:
    """A block of a letter or report; `edited` when its text is no longer the drafted one."""

    id: str
    version: int
    key: str
    heading: str
    text: str
    drafted: str
    edited: bool
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Letter:
    """A letter or report, with its blocks; `series` and `number` name it (`report 2`), `kind` says which it is."""

    id: str
    version: int
    number: int
    reference: str
    subject: str
    dated: date | None
    addressee: str
    address: str
    salutation: str
    signs_as: str
    copies: str
    first_meeting: int
    last_meeting: int
    state: str
    signed_on: date | None
    signed_by: str
    signed_how: str
    sent_on: date | None
    sent_to: str
    journal_at_signing: int | None
    blocks: tuple[Block, ...]
    series: str = "letter"
    kind: str = "letter"

    @property
    def name(self) -> str:
        """Return what people call it: `letter 2`, `report 1`."""
        return f"{self.series} {self.number}"


@dataclass(frozen=True)
class FactComment:
    """A comment of the council's fact check on a `block` (by its key, or on the whole), and what the Chair decided."""

    id: str
    version: int
    number: int
    block: str | None
    heading: str | None
    given_on: date
    given_by: str
    text: str
    decision: str
    decided_on: date | None
    answer: str
