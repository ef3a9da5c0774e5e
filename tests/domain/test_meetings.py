"""A meeting as the rules see it (DESIGN 4)."""

from datetime import date

import pytest

from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import MeetingState


@pytest.mark.parametrize("state", MeetingState)
def test_a_meeting_is_at_most_one_of_held_and_to_come(state: MeetingState) -> None:
    meeting = MeetingOn(6, date(2013, 6, 27), state)
    assert not (meeting.held and meeting.to_come)
    assert meeting.held or meeting.to_come or state in (MeetingState.POSTPONED, MeetingState.CANCELLED)


def test_a_meeting_in_session_is_held_and_still_open() -> None:
    meeting = MeetingOn(6, date(2013, 6, 27), MeetingState.IN_SESSION)
    assert (meeting.held, meeting.is_open) == (True, True)


def test_a_meeting_is_named_with_its_day() -> None:
    assert str(MeetingOn(6, date(2013, 6, 27))) == "meeting 6 (27 Jun 2013)"
