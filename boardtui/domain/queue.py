"""The Chair's queue: what waits for the Chair to decide, in which order, and what keeps it there (DESIGN 5).

Each thing has points: what was last said of it that has not been decided. A decision is recorded with the points it
was made on, so that the same record comes back when there is a new one: another slip, done again, another rating.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from boardtui.domain import views
from boardtui.domain.challenge import Flag
from boardtui.domain.dataset import Indicator
from boardtui.domain.states import ActionState, LetterState, MeetingState, RatingStatus, ReportKind, UpdateKind
from boardtui.domain.waiting import SLIPS


class Kind(StrEnum):
    """Why a thing is in the queue, in the order the queue has them."""

    DONE = "reported done"
    RETURNED = "returned to its lead"
    SLIPPED = "overdue, and moved before"
    RATING = "rating changed"
    MINUTES = "minutes to sign"
    LETTER = "letter to sign"
    REPORT = "report to sign"
    QUERY = "query waiting for an answer"


TO_SIGN = (Kind.MINUTES, Kind.LETTER, Kind.REPORT)
"""What leaves the queue by being signed."""

_ORDER = {kind: place for place, kind in enumerate(Kind)}


class Decision(StrEnum):
    """What the Chair decided about a thing, or that something was asked."""

    AGREED = "agreed"
    RETURNED = "returned"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Review:
    """One decision or query of the Chair's; `about` is `action 5/03`, `line 3.2`, `minutes 5` or `letter 2`."""

    number: int
    about: str
    record: str
    points: tuple[str, ...]
    decision: str
    text: str
    asked_of: str | None
    on: date
    by: str
    answered_on: date | None
    answered_by: str
    answer: str
    answered_in: str | None
    restricted: str | None

    @property
    def is_open(self) -> bool:
        """Say whether it is a query that nobody has answered."""
        return self.decision == Decision.QUERY and self.answered_on is None


@dataclass(frozen=True, slots=True)
class Asked:
    """A rating that changed since the last meeting: the line, the rating, what it was, and what there is to ask."""

    line: views.PlanLine
    given: views.Rating
    was: str | None
    flags: tuple[Flag, ...]
    indicators: tuple[Indicator, ...]


Record = views.Action | Asked | views.Meeting | views.Letter | None


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing in the queue: why, what about, in one line, and the record with what the Chair needs to know of it.

    `query` is the one still open on it; `earlier` are the decisions and queries before, oldest first.
    """

    kind: Kind
    about: str
    record_id: str
    points: tuple[str, ...]
    said: str
    lead: str | None = None
    restricted: str | None = None
    record: Record = None
    updates: tuple[views.Update, ...] = ()
    query: Review | None = None
    earlier: tuple[Review, ...] = ()

    @property
    def waits(self) -> bool:
        """Say whether it waits for an answer, and is not decided until there is one."""
        return self.query is not None


@dataclass(frozen=True, slots=True)
class Left:
    """A thing that left the queue otherwise than by a decision of the Chair's, and why."""

    about: str
    said: str
    because: str


def of_action(action: views.Action, updates: Sequence[views.Update], slips: int = SLIPS) -> Thing | None:
    """Return why an action waits for the Chair: done, returned, or overdue after so many slips; None if it does not."""
    kind: Kind | None = None
    if action.state == ActionState.DONE:
        kind, point = Kind.DONE, _time(updates, UpdateKind.DONE, action.done_on)
    elif action.state == ActionState.RETURNED:
        kind, point = Kind.RETURNED, _time(updates, UpdateKind.RETURNED, None)
    elif action.days_late > 0 and action.slips >= slips:
        kind, point = Kind.SLIPPED, f"slips {action.slips}"
    if kind is None:
        return None
    lead = action.leads[0] if action.leads else None
    return Thing(
        kind, f"action {action.ref}", action.id, (point,), action.text, lead, action.restricted, action, tuple(updates)
    )


def of_rating(asked: Asked) -> Thing | None:
    """Return a changed rating as a thing: a proposed one always, an agreed one where there is something to ask."""
    given = asked.given
    if given.level == asked.was or not (asked.flags or given.status == RatingStatus.PROPOSED):
        return None
    points = (f"{given.level} {given.status}", *(str(flag.kind) for flag in asked.flags))
    line = asked.line
    return Thing(Kind.RATING, f"line {line.ref}", given.id, points, line.title, line.lead, given.restricted, asked)


def of_minutes(meeting: views.Meeting) -> Thing | None:
    """Return minutes that are with the Chair."""
    if meeting.state != MeetingState.WITH_CHAIR:
        return None
    name = f"minutes {meeting.number}"
    return Thing(Kind.MINUTES, name, meeting.id, (), f"Minutes of meeting {meeting.number}", record=meeting)


def of_letter(letter: views.Letter) -> Thing | None:
    """Return a letter or report that is with the Chair; the Leader's is not the Chair's to sign."""
    if letter.state != LetterState.WITH_CHAIR or letter.kind == ReportKind.LEADER:
        return None
    kind = Kind.REPORT if letter.series == "report" else Kind.LETTER
    return Thing(kind, letter.name, letter.id, (), letter.subject, record=letter)


def waiting(things: Iterable[Thing | None], reviews: Sequence[Review]) -> tuple[Thing, ...]:
    """Return the queue in order: what was decided on these very points is out, what waits for an answer is last.

    An open query about something that has left the queue for another reason stays, by itself.
    """
    by_record: dict[str, list[Review]] = {}
    for review in reviews:
        by_record.setdefault(review.record, []).append(review)
    found = {
        thing.record_id: _reviewed(thing, by_record.get(thing.record_id, []))
        for thing in things
        if thing is not None and not _decided(thing, by_record.get(thing.record_id, []))
    }
    for review in reviews:
        if review.is_open and review.record not in found:
            before = tuple(one for one in by_record[review.record] if one is not review)
            found[review.record] = Thing(
                Kind.QUERY,
                review.about,
                review.record,
                (),
                review.text,
                review.asked_of,
                review.restricted,
                query=review,
                earlier=before,
            )
    return tuple(sorted(found.values(), key=_place))


def put_off(things: Sequence[Thing], later: Sequence[str]) -> tuple[Thing, ...]:
    """Return the queue of one sitting: what was put off goes behind the rest, in the order it was put off."""
    places = {about: place for place, about in enumerate(later, 1)}
    return tuple(sorted(things, key=lambda one: (one.waits, places.get(one.about, 0))))


def left(before: Iterable[Thing], now: Iterable[Thing], because: Mapping[str, str], otherwise: str) -> tuple[Left, ...]:
    """Return what was in the queue and is not any more, each with its reason, by the id of its record."""
    still = {thing.record_id for thing in now}
    return tuple(
        Left(thing.about, thing.said, because.get(thing.record_id, otherwise))
        for thing in before
        if thing.record_id not in still and thing.kind is not Kind.QUERY
    )


def counted(things: Sequence[Thing]) -> int:
    """Count what the Chair can decide now."""
    return sum(not thing.waits for thing in things)


def _decided(thing: Thing, reviews: Iterable[Review]) -> bool:
    """Say whether every point of a thing was decided; what is to be signed is decided by signing it."""
    decisions = (one for one in reviews if one.decision in (Decision.AGREED, Decision.RETURNED))
    known = {point for one in decisions for point in one.points}
    is_queried = any(one.is_open for one in reviews)
    return bool(thing.points) and known.issuperset(thing.points) and not is_queried


def _reviewed(thing: Thing, reviews: Sequence[Review]) -> Thing:
    opened = next((one for one in reversed(reviews) if one.is_open), None)
    return replace(thing, query=opened, earlier=tuple(one for one in reviews if one is not opened))


def _time(updates: Sequence[views.Update], kind: UpdateKind, on: date | None) -> str:
    """Name the latest of several times that something happened, so that each time is a point of its own."""
    times = [one.on for one in updates if one.kind == kind]
    day = on or (times[-1] if times else None)
    return f"{kind} {day}" + (f" ({len(times)})" if len(times) > 1 else "")


def _place(thing: Thing) -> tuple[object, ...]:
    record, place = thing.record, _ORDER[thing.kind]
    match record:
        case views.Action(done_on=date() as done) if thing.kind is Kind.DONE:
            first = done.toordinal()
        case views.Action() if thing.kind is Kind.SLIPPED:
            first = -record.days_late
        case Asked():
            first = 0 if record.flags else 1
        case _:
            first = 0
    return thing.waits, place, first, _numbers(thing.about)


def _numbers(about: str) -> tuple[tuple[int, str], ...]:
    """Return a reference as numbers, so that 10 comes after 9."""
    parts = about.partition(" ")[2].replace("/", ".").split(".")
    return tuple((int(part) if part.isdecimal() else 0, part) for part in parts)
