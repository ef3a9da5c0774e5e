"""Queries of the Chair's: asked of a lead, open until somebody answers or the minutes do (DESIGN 5)."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.queue import Decision
from boardtui.domain.restriction import inherited
from boardtui.domain.roles import Step, require
from boardtui.domain.text import one_line
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.store.models import ActionOwner, Entry, Meeting, Rating, Review
from boardtui.store.reading import actions, plan
from boardtui.store.unit import Work

THE_BOARD = "the Board"
"""Who answers a query that the minutes answer."""


def ask(work: Work, about: str, text: str, to: str | None = None) -> int:
    """Ask something about a record, of its lead unless somebody else is named; return the query's number.

    `about` is `action 5/03`, `line 3.2` (its latest rating), `minutes 5`, `letter 2` or `report 1`.
    """
    require(work.role, Step.REVIEW)
    work.say(f"Ask about {about}")
    said = finding.wording(text, "The query")
    named, restricted = columns(work, about)
    asked_of = finding.seat(work, to).id if to else lead_of(work, about)
    record(work, about, Decision.QUERY, said, asked_of_id=asked_of, restricted=restricted, **named)
    return len(work.all(select(Review).where(Review.decision == Decision.QUERY)))


def answer_query(work: Work, number: int, text: str, *, by: str = "", on: date | None = None) -> None:
    """Record what was answered to a query, by whom and when; `number` counts the queries alone."""
    require(work.role, Step.ANSWER_QUERY)
    review = _query(work, number)
    work.say(f"Record the answer to query {number}")
    day = on or work.today
    if not review.given_on <= day <= work.today:
        raise BoardError(
            f"Query {number} cannot have been answered on {show(day)}.",
            f"It was asked on {show(review.given_on)}, and today is {show(work.today)}.",
            "Give the day on which the answer came.",
        )
    review.answer = finding.wording(text, "The answer")
    review.answered_on, review.answered_by = day, one_line(by) or one_line(work.who)


def answered_in_minutes(work: Work, meeting: Meeting, entry: Entry) -> None:
    """Let an entry about an action or a plan line answer the queries open on it."""
    for review in _open_on(work, entry):
        if review.given_on <= meeting.held_on:
            review.answered_on, review.answered_by = meeting.held_on, THE_BOARD
            review.answer, review.answered_in_id = entry.text, entry.id
            review.restricted = inherited(review.restricted, entry.restricted)


def take_back(work: Work, entry: Entry) -> None:
    """Let the queries that an entry answered be open again."""
    for review in work.all(select(Review).where(Review.answered_in_id == entry.id)):
        review.answered_on, review.answered_by, review.answer, review.answered_in_id = None, "", "", None


def record(work: Work, about: str, decision: str, text: str = "", point: str = "", **columns: str | None) -> Review:
    """Add a decision or a query of the Chair's under the next number."""
    (last,) = work.db.execute("SELECT coalesce(max(number), 0) FROM review").fetchone()
    review = Review(
        number=last + 1,
        point=point or about,
        decision=decision,
        text=one_line(text),
        given_on=work.today,
        given_by=one_line(work.who),
    )
    for name, value in columns.items():
        setattr(review, name, value)
    return work.add(review, f"{about}:{last + 1}")


def columns(work: Work, about: str) -> tuple[dict[str, str], str | None]:
    """Return the column that links a review to what it is about, and why that is restricted, if it is."""
    kind, _, ref = about.partition(" ")
    match kind:
        case "action":
            shown = actions.action(work.db, ref, work.today)
            return {"action_id": shown.id}, shown.restricted
        case "line":
            rating = _latest_rating(work, ref)
            return {"rating_id": rating.id}, rating.restricted
        case "minutes":
            return {"meeting_id": finding.meeting(work, int(ref)).id}, None
        case _:
            return {"letter_id": finding.letter(work, int(ref), kind).id}, None


def lead_of(work: Work, about: str) -> str | None:
    """Return the id of the office that leads what a query is about; None for a paper."""
    kind, _, ref = about.partition(" ")
    if kind == "action":
        owners = select(ActionOwner).where(
            ActionOwner.action_id == finding.action(work, ref).id, ActionOwner.part == "lead"
        )
        first: ActionOwner | None = work.first(owners.order_by(col(ActionOwner.position)))
        return first.office_id if first else None
    return finding.line(work, ref).lead_id if kind == "line" else None


def _latest_rating(work: Work, ref: str) -> views.Rating:
    line = finding.line(work, ref)
    given = plan.ratings(work.db, line.ref)
    if not given:
        raise BoardError(
            f"Plan line {line.ref} has no rating yet.", "Nothing was asked.", "Ask once it has one, or raise an action."
        )
    return given[-1]


def _query(work: Work, number: int) -> Review:
    asked = select(Review).where(Review.decision == Decision.QUERY).order_by(col(Review.number))
    review: Review | None = work.first(asked.offset(number - 1)) if number > 0 else None
    if review is None:
        raise NotFoundError(f"There is no query {number}.", "", "See them with: boardtui queries FILE")
    if review.answered_on is not None:
        raise BoardError(
            f"Query {number} was answered on {show(review.answered_on)}.",
            "Nothing was changed.",
            "Ask another question with {queue-query} if the answer leaves one open.",
        )
    return review


def _open_on(work: Work, entry: Entry) -> list[Review]:
    """Return the open queries about the action or the plan line of an entry."""
    asked = select(Review).where(Review.decision == Decision.QUERY, col(Review.answered_on).is_(None))
    if entry.action_id:
        return work.all(asked.where(Review.action_id == entry.action_id))
    if entry.line_id:
        ratings = [row.id for row in work.all(select(Rating).where(Rating.line_id == entry.line_id))]
        return work.all(asked.where(col(Review.rating_id).in_(ratings)))
    return []
