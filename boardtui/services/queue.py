"""What the Chair decides in the queue, one unit of work each: agree, return, reword; asking is in `queries`."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import col, select

from boardtui.domain.queue import TO_SIGN, Asked, Decision, Kind, Thing
from boardtui.domain.roles import Step, require
from boardtui.domain.states import MeetingState, RatingStatus, UpdateKind
from boardtui.domain.views import Action
from boardtui.errors import BoardError
from boardtui.services import actions, agenda, finding, letters, meetings, queries
from boardtui.store.models import Meeting
from boardtui.store.reading import queue as reading
from boardtui.store.unit import Work

AGREED = "Agreed by the Chair"
"""The evidence of an action that the Chair closes in the queue, with what its lead reported behind it."""


def agree(work: Work, about: str) -> None:
    """Agree to a thing in the queue: an action reported done is closed; anything else is seen and accepted."""
    thing = _to_decide(work, about)
    if thing.kind in TO_SIGN:
        raise BoardError(
            f"{thing.said}: a paper is signed, not agreed.",
            "Nothing was changed.",
            "Press {queue-sign}, or {queue-query} to ask first.",
        )
    match thing.record:
        case Action(ref=ref) if thing.kind is Kind.DONE:
            work.say(f"Close action {ref}, agreed by the Chair")
            actions.close(work, ref, _evidence(thing))
        case Action(ref=ref):
            work.say(f"Accept action {ref} as it stands")
        case Asked(line=line):
            work.say(f"Accept the rating of plan line {line.ref}")
    _decide(work, thing, Decision.AGREED)


def give_back(work: Work, about: str, reason: str) -> str:
    """Return a thing in the queue, saying why; return what became of it in a word.

    An action goes back to its lead, a paper into draft. A rating is the Board's and stays, one proposed as
    proposed: the Chair's disagreement is recorded, and goes on the next meeting's agenda as a challenge.
    """
    thing = _to_decide(work, about)
    said = finding.wording(reason, "The reason")
    match thing.record:
        case Action(ref=ref):
            actions.give_back(work, ref, said)
            thing = _again(work, thing)
        case Asked():
            _challenge(work, thing, said)
        case _ if thing.kind is Kind.MINUTES:
            meetings.return_minutes(work, int(_ref(thing)))
        case _:
            letters.return_letter(work, int(_ref(thing)), str(thing.kind).partition(" ")[0])
    _decide(work, thing, Decision.RETURNED, said)
    return "challenged" if isinstance(thing.record, Asked) else "returned"


def reword(work: Work, about: str, text: str, version: int | None = None) -> None:
    """Give an action in the queue other words, which its log shows as the Chair's."""
    require(work.role, Step.REVIEW)
    kind, _, ref = about.partition(" ")
    if kind != "action":
        raise BoardError(
            "Only an action is reworded here.", "Nothing was changed.", "Press {queue-open} to open the record itself."
        )
    actions.reword(work, ref, text, version)


def _to_decide(work: Work, about: str) -> Thing:
    """Return a thing that the Chair can decide now."""
    require(work.role, Step.REVIEW)
    thing = reading.thing_about(work.db, about, work.today)
    if thing is None:
        raise BoardError(
            f"There is no {about} in the Chair's queue any more.",
            "Nothing was changed.",
            "Somebody decided it meanwhile; → shows the next, h on the record tells who.",
        )
    if thing.query is not None:
        raise BoardError(
            f"Query {thing.query.number} about {about} is waiting for an answer.",
            "Nothing was decided.",
            "Record the answer first ({queue-query}).",
        )
    return thing


def _decide(work: Work, thing: Thing, decision: Decision, text: str = "") -> None:
    named, restricted = _columns(work, thing)
    points = "; ".join(thing.points)
    queries.record(work, thing.about, decision, text, points, restricted=restricted, **named)


def _columns(work: Work, thing: Thing) -> tuple[dict[str, str | None], str | None]:
    if isinstance(thing.record, Asked):
        return {"rating_id": thing.record_id}, thing.restricted
    named, restricted = queries.columns(work, thing.about)
    return {**named}, restricted


def _evidence(thing: Thing) -> str:
    reported = [one.text for one in thing.updates if one.kind == UpdateKind.DONE]
    return f"{AGREED}. Reported done: {reported[-1]}" if reported else AGREED


def _again(work: Work, thing: Thing) -> Thing:
    """Return an action as it stands once it was returned, with the points of before: both are decided."""
    work.session.flush()
    now = reading.thing_about(work.db, thing.about, work.today)
    return thing if now is None else replace(now, points=(*thing.points, *now.points))


def _challenge(work: Work, thing: Thing, said: str) -> None:
    """Put the Chair's disagreement with a rating on the agenda of the next meeting."""
    ref = _ref(thing)
    work.say(f"Challenge the rating of plan line {ref}")
    coming = _coming(work)
    if coming is None:
        work.tell("No meeting is planned: take the challenge up at the next one.")
        return
    assert isinstance(thing.record, Asked)
    given = thing.record.given
    stands = "proposed as" if given.status == RatingStatus.PROPOSED else "rated"
    title = f"Challenge by the Chair: plan line {ref}, {stands} {given.level}"
    title += "" if thing.restricted else f" – {said}"
    agenda.add_item(work, coming.number, title)
    work.tell(f"It is on the agenda of meeting {coming.number}.")


def _coming(work: Work) -> Meeting | None:
    """Return the next meeting whose agenda can still take an item."""
    arranged = (MeetingState.PLANNED.value, MeetingState.AGENDA_ISSUED.value)
    found: Meeting | None = work.first(
        select(Meeting)
        .where(col(Meeting.state).in_(arranged), Meeting.held_on >= work.today)
        .order_by(col(Meeting.held_on))
    )
    return found


def _ref(thing: Thing) -> str:
    return thing.about.partition(" ")[2]
