"""Starting a Board whole: itself and its duties, its people, its key to ratings, its first meeting."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.domain.ratings import DEFAULT_SCHEME
from boardtui.domain.seats import Seat
from boardtui.domain.starting import NewBoard
from boardtui.services import board, meetings, people
from boardtui.store.unit import Work

EVERYBODY = "ALL"
"""The initials of the group of all members, unless an office has them."""


def start(work: Work, wanted: NewBoard) -> None:
    """Start a Board as it is asked for, in one change; its first meeting has the standing agenda."""
    board.start_board(
        work,
        name=wanted.name,
        council=wanted.council,
        commenced=wanted.commenced,
        kind=wanted.kind,
        interval_days=wanted.interval_days,
        safeguarding_review_by=wanted.safeguarding_review_by,
    )
    if wanted.scheme != DEFAULT_SCHEME:
        board.set_scheme(work, wanted.scheme)
    board.settle(work, wanted)
    _seat(work, wanted.seats)
    meetings.plan_meeting(work, wanted.first_meeting)
    work.say(f"Start {wanted.name}")


def _seat(work: Work, seats: Iterable[Seat]) -> None:
    """Enter the offices, and the members as a group, so that `present: All members` names them."""
    known = []
    for seat in seats:
        initials = people.add_person(
            work,
            initials=seat.initials,
            name=seat.name or seat.role,
            role=seat.role,
            organisation=seat.organisation,
            kind=seat.kind,
        )
        known.append((initials, seat.kind))
    members = [initials for initials, kind in known if kind in people.SIT]
    if members and EVERYBODY not in {initials.upper() for initials, _kind in known}:
        people.add_group(work, initials=EVERYBODY, name="All members", members=members)
