"""The Chair's private brief for a meeting: one page of what to press on, read from the record and from nothing else.

Words that are restricted are not in it: a page that is carried about names the record, which the Chair opens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from boardtui.domain import views
from boardtui.domain.challenge import KINDER, Flag
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.figures import figure, rounded
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.obligations import ObligationState
from boardtui.domain.periods import shown_period
from boardtui.domain.ratings import Direction, Scheme
from boardtui.domain.states import ActionState, PersonKind
from boardtui.domain.text import one_line, plural, shorten, times

PAGE = 29
"""Lines below the headings, so that all of it stays on one page."""

LINE = 88
"""Characters that are sure to fit on one line of the page; a longer row counts as two."""

WORDS = 100
"""Characters of a record's own words in a row."""

ABSENCES, OF = 2, 3
"""Meetings out of the last so many that a member missed, from which the Chair takes it up."""

_VOTING = (PersonKind.CHAIR, PersonKind.VICE_CHAIR, PersonKind.MEMBER)
_PRESSING = (ObligationState.OVERDUE, ObligationState.DUE_SOON)
_RESTRICTED = "restricted: open the record"


@dataclass(frozen=True)
class Press:
    """One thing to press on: the record it is read from, and what to say of it."""

    ref: str
    text: str


@dataclass(frozen=True)
class Part:
    """One part of the brief: its heading, its rows, how many more there are, and what stands there without any."""

    title: str
    rows: tuple[Press, ...]
    more: int
    nothing: str

    @property
    def heading(self) -> str:
        """Return the title, and how many of how many rows there was room for."""
        shown = len(self.rows)
        return f"{self.title} ({shown} of {shown + self.more})" if self.more else self.title


@dataclass(frozen=True)
class Brief:
    """The brief for a meeting, which may not be arranged yet."""

    board: views.Board
    on: date
    meeting: views.Meeting | None
    last: views.Meeting | None
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Record:
    """What the brief is read from.

    `raised` are the actions raised at the last meeting; `came` says of each office how it was at the last meetings
    held, oldest first, as the attendance grid does (Y, D, A, N).
    """

    board: views.Board
    on: date
    meeting: views.Meeting | None
    last: views.Meeting | None
    challenges: tuple[views.Entry, ...]
    open: tuple[views.Action, ...]
    raised: tuple[views.Action, ...]
    flags: tuple[Flag, ...]
    indicators: tuple[Indicator, ...]
    obligations: tuple[views.Obligation, ...]
    came: tuple[tuple[views.Person, tuple[str, ...]], ...]
    lines: tuple[views.PlanLine, ...]
    scheme: Scheme


def brief(record: Record, *, whole: bool = False) -> Brief:
    """Return the brief: what is unanswered, off track, promised, late, doubtful, failing, due, and who stays away.

    It is cut to one page, unless all of it is wanted.
    """
    found = (
        _part("Challenges without an answer", _unanswered(record), "Every challenge has been answered."),
        _part(*_off_track(record)),
        _part(_promised_title(record), _promised(record), "Nothing that was promised is open."),
        _part("Overdue and slipped, by lead", _late(record.open), "No action is overdue."),
        _part("Ratings that do not fit the record", _doubtful(record.flags), "No rating is kinder than the record."),
        _part("Indicators failing", _failing(record.indicators), "No indicator is off its trajectory."),
        _part("Duties near or missed", _duties(record), "No duty is due before the meeting."),
        _part("Members who stay away", _away(record.came), "No member has missed two of the last three meetings."),
    )
    return Brief(record.board, record.on, record.meeting, record.last, found if whole else on_one_page(found))


def on_one_page(parts: Sequence[Part], lines: int = PAGE) -> tuple[Part, ...]:
    """Keep as many rows of each part as fit on the page together: one of each in turn, until none has room."""
    left = lines - sum(not part.rows for part in parts)
    kept = [0] * len(parts)
    for place in range(max((len(part.rows) for part in parts), default=0)):
        for n, part in enumerate(parts):
            if place == kept[n] < len(part.rows) and (cost := _lines(part.rows[place])) <= left:
                kept[n], left = place + 1, left - cost
    return tuple(
        replace(part, rows=part.rows[:count], more=len(part.rows) - count)
        for part, count in zip(parts, kept, strict=True)
    )


def _lines(row: Press) -> int:
    return 1 + (len(row.text) > LINE)


def _part(title: str, rows: Iterable[Press], nothing: str) -> Part:
    return Part(title, tuple(rows), 0, nothing)


def _unanswered(record: Record) -> Iterator[Press]:
    """Yield the challenges nobody has answered, those that have waited longest first."""
    for one in record.challenges:
        if not one.answered_by:
            yield Press(one.ref, _worded(one.text, one.restricted))


def _off_track(record: Record) -> tuple[str, list[Press], str]:
    """Return the plan lines at the worst level: those that fell to it first.

    Each comes with the newest word on it, else with the reason it was rated with.
    """
    levels = [level for level in record.scheme if level.rank]
    worst = min(levels, key=lambda level: level.rank) if levels else None
    word = worst.word if worst else "off track"
    off = [one for one in record.lines if worst is not None and one.rating == worst.letter]
    off.sort(key=lambda one: (one.direction != Direction.WORSE, -one.moves))
    rows = [Press(one.ref, _newest(one)) for one in off]
    return f"Plan lines rated {word}", rows, f"No plan line is rated {word}."


def _newest(line: views.PlanLine) -> str:
    newest = line.since[-1] if line.since else None
    on = newest.on if newest else line.agreed_on
    head = f"{line.lead or 'no lead'}, {shorten(line.title, 24)}; {show(on) if on else 'no day'}: "
    moved = f"due date moved to {show(newest.due)}: " if newest and newest.due else ""
    text, restricted = (newest.text, None) if newest else (line.reason, line.restricted)
    return head + (_worded(moved + text, restricted, LINE - len(head)) or "no reason is recorded")


def _promised_title(record: Record) -> str:
    if record.last is None:
        return "Promised last time"
    ended = sum(one.state == ActionState.CLOSED for one in record.raised)
    done = sum(one.state == ActionState.DONE for one in record.raised)
    raised = plural(len(record.raised), "action")
    return f"Promised at meeting {record.last.number}: {raised}, {done} reported done, {ended} closed"


def _promised(record: Record) -> Iterator[Press]:
    """Yield what was promised at the last meeting for this one and is not done, the first due first."""
    day = record.meeting.date if record.meeting else None
    waits = [one for one in record.raised if one.state in (ActionState.OPEN, ActionState.RETURNED)]
    due = [one for one in waits if one.due is not None and (day is None or one.due <= day)]
    for one in sorted(due, key=lambda each: each.due or date.max):
        when = f"by {show(one.due)}" if one.due else ""
        head = f"{_leads(one)}, {when}: "
        yield Press(one.ref, head + _worded(one.text, one.restricted, LINE - len(head)))


def _late(actions: Iterable[views.Action]) -> Iterator[Press]:
    """Yield for each lead what is overdue, the most first: how late each is, and how often it was moved."""
    by_lead: defaultdict[str, list[views.Action]] = defaultdict(list)
    for one in actions:
        if one.days_late:
            by_lead[one.leads[0] if one.leads else "no lead"].append(one)
    for lead, late in sorted(by_lead.items(), key=lambda found: (-len(found[1]), -_most(found[1]), found[0])):
        said = [
            f"{one.ref} {plural(one.days_late, 'day')}{f', moved {times(one.slips)}' if one.slips else ''}"
            for one in sorted(late, key=lambda each: -each.days_late)
        ]
        yield Press(lead, f"{'; '.join(said[:4])}{f'; {len(said) - 4} more' if len(said) > 4 else ''}")


def _most(late: Sequence[views.Action]) -> int:
    return max(one.days_late for one in late)


def _doubtful(flags: Sequence[Flag]) -> Iterator[Press]:
    """Yield what speaks against a rating, those kinder than the record first, each line once."""
    seen = set()
    for flag in sorted(flags, key=lambda one: one.kind not in KINDER):
        if flag.line not in seen:
            seen.add(flag.line)
            yield Press(flag.line, shorten(one_line(flag.sentence), WORDS + 20))


def _failing(indicators: Sequence[Indicator]) -> Iterator[Press]:
    """Yield the indicators that fail, then those off their trajectory: what was measured, and what was expected."""
    order = (IndicatorState.FAILING, IndicatorState.OFF_TRAJECTORY)
    for state in order:
        for one in indicators:
            if one.state == state and one.latest is not None:
                period = shown_period(one.measure.frequency, one.latest.period)
                expected = f", {figure(rounded(one.expected), one.unit)} expected" if one.expected is not None else ""
                value = figure(one.latest.value, one.unit)
                yield Press(one.ref, f"{shorten(one.title, 60)}: {value} in {period}{expected}; {state}")


def _duties(record: Record) -> Iterator[Press]:
    """Yield the duties that are missed, or due before the meeting or soon, the nearest day first."""
    until, today = record.meeting.date if record.meeting else record.on, record.on
    for one in sorted(record.obligations, key=lambda each: abs((each.due or date.max) - today)):
        near = one.state in _PRESSING or (one.state == ObligationState.NOT_YET_DUE and one.due and one.due <= until)
        if near and one.due is not None:
            late = ", missed" if one.state == ObligationState.OVERDUE else ""
            yield Press(one.ref, f"{shorten(one.title.rstrip('.'), WORDS - 20)}: due {show(one.due)}{late}")


def _away(came: Iterable[tuple[views.Person, tuple[str, ...]]]) -> Iterator[Press]:
    """Yield the voting members who did not come themselves to two of the last three meetings, and who sent nobody."""
    for person, marks in came:
        missed = sum(mark in ("A", "N", "D") for mark in marks[-OF:])
        if person.kind in _VOTING and missed >= ABSENCES:
            sent = sum(mark == "D" for mark in marks[-OF:])
            deputy = f"; a deputy came {times(sent)}" if sent else "; no deputy came"
            who = person.name if person.name == person.role else f"{person.name}, {person.role}"
            yield Press(person.initials, f"{who}: away from {missed} of the last {len(marks[-OF:])} meetings{deputy}")


def _leads(action: views.Action) -> str:
    return ", ".join(action.leads) or "no lead"


def _worded(text: str, restricted: str | None, width: int = WORDS) -> str:
    return _RESTRICTED if restricted else shorten(one_line(text), max(width, WORDS // 3))
