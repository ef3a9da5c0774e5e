"""What a filter is held against: the facts of each kind of record, as the rules give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from boardtui.domain.dates import WEEKDAYS, show
from boardtui.domain.filter_conditions import (
    Condition,
    Days,
    Either,
    Every,
    Missing,
    Not,
    Number,
    State,
    Told,
    Word,
)
from boardtui.domain.filter_keys import (
    ANSWERED,
    HELD,
    IN_FORCE,
    OPEN,
    OVERDUE,
    PROPOSED,
    RESTRICTED,
    UNANSWERED,
    UNTIDY,
    WITHDRAWN,
)
from boardtui.domain.ratings import Level, Scheme, is_complete
from boardtui.domain.states import HELD as HELD_STATES
from boardtui.domain.states import OPEN_ACTIONS, EntryKind
from boardtui.domain.views import Action, Entry, Meeting, PlanLine, Requirement


@dataclass(frozen=True)
class Facts:
    """A record's texts and states, and what it has under each key; `told` is in lower case."""

    texts: tuple[str, ...]
    states: frozenset[str]
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numbers: Mapping[str, int | None] = field(default_factory=dict)
    days: Mapping[str, date | None] = field(default_factory=dict)

    def fit(self, asked: Condition) -> bool:
        """Say whether a condition holds."""
        match asked:
            case Word(text):
                return any(text.casefold() in said.casefold() for said in self.texts)
            case State(names):
                return not self.states.isdisjoint(names)
            case Told(key, value, within):
                had = self.told.get(key, frozenset())
                return value in had or (within and any(one.startswith(f"{value}.") for one in had))
            case Number(key, first, last):
                number = self.numbers.get(key)
                return number is not None and first <= number <= last
            case Days(key, first_day, last_day):
                day = self.days.get(key)
                return day is not None and first_day <= day <= last_day
            case Missing(key):
                return not self.told.get(key) and self.numbers.get(key) is None and self.days.get(key) is None
            case Not(of):
                return not self.fit(of)
            case Every(parts):
                return all(self.fit(part) for part in parts)
            case Either(parts):
                return any(self.fit(part) for part in parts)


def of_action(action: Action) -> Facts:
    """Return an action's facts: open while somebody has something to do, overdue by rule 6."""
    states = {str(action.state), *_if(action.state in OPEN_ACTIONS, OPEN), *_if(action.days_late > 0, OVERDUE)}
    owners = (*action.leads, *action.supporters)
    return Facts(
        (action.ref, action.text, *owners, action.last_update),
        frozenset({*states, *_if(action.restricted, RESTRICTED)}),
        {
            "owner": _folded(owners),
            "lead": _folded(action.leads),
            "plan": _folded(action.lines),
            "rating": _folded([action.rating] if action.rating else []),
        },
        {"raised": action.raised_at},
        {"due": action.due},
    )


def of_line(line: PlanLine, scheme: Scheme, today: date) -> Facts:
    """Return a plan line's facts: overdue when its due date is past and it is not complete (rule 7)."""
    level = _level(scheme, line.rating)
    late = line.due is not None and line.due < today and not is_complete(level)
    lead = [line.lead] if line.lead else []
    return Facts(
        (line.ref, line.theme, line.title, *lead, *line.partners, *line.answers),
        frozenset({*_if(line.proposed, PROPOSED), *_if(late, OVERDUE), *_if(line.restricted, RESTRICTED)}),
        {
            "owner": _folded([*lead, *line.partners]),
            "lead": _folded(lead),
            "plan": _folded([line.ref]),
            "answers": _folded(line.answers),
            "rating": _folded([level.letter] if level and level.rank else []),
        },
        {},
        {"due": line.due},
    )


def of_meeting(meeting: Meeting) -> Facts:
    """Return a meeting's facts."""
    day = f"{WEEKDAYS[meeting.date.weekday()][:3]} {show(meeting.date)}"
    return Facts(
        (str(meeting.number), day, str(meeting.state), meeting.place, meeting.moved_because),
        frozenset({str(meeting.state), *_if(meeting.state in HELD_STATES, HELD)}),
        {},
        {"meeting": meeting.number},
        {"date": meeting.date},
    )


def of_requirement(found: Requirement) -> Facts:
    """Return a requirement's facts: answered by a plan line, or by a duty where it binds no council (rule 4)."""
    return Facts(
        (found.ref, found.text, found.heading, found.binds, found.band, *found.answered_by),
        frozenset(
            {ANSWERED if found.answered_by else UNANSWERED, WITHDRAWN if found.withdrawn_on else IN_FORCE},
        ),
        {
            "of": _folded([found.binds]),
            "source": _folded([found.source]),
            "plan": _folded(found.answered_by),
        },
        {},
        {"due": found.due},
    )


def of_entry(entry: Entry, held_on: date | None = None) -> Facts:
    """Return a minute entry's facts; a challenge is answered or not."""
    challenge = entry.kind == EntryKind.CHALLENGE
    answered = ANSWERED if entry.answered_by else UNANSWERED
    states = {str(entry.kind), *_if(challenge, answered), *_if(entry.to_tidy is not None, UNTIDY)}
    return Facts(
        (entry.ref, entry.text, entry.typed),
        frozenset({*states, *_if(entry.restricted, RESTRICTED)}),
        {
            "action": _folded([entry.action_ref] if entry.action_ref else []),
            "plan": _folded([entry.line_ref] if entry.line_ref else []),
        },
        {"meeting": entry.meeting, "item": entry.item},
        {"date": held_on},
    )


def _level(scheme: Scheme, letter: str | None) -> Level | None:
    return next((level for level in scheme if level.letter == letter), None)


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(text.casefold() for text in texts)


def _if(holds: object, state: str) -> tuple[str, ...]:
    return (state,) if holds else ()
