"""Where a deferred item goes (rule 9)."""

from datetime import date

import pytest

from boardtui.domain.carrying import next_open_meeting, say_where
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import MeetingState

FIFTH = MeetingOn(5, date(2013, 5, 16), MeetingState.IN_SESSION)
SEVENTH = MeetingOn(7, date(2013, 8, 8))


def sixth(state: MeetingState) -> MeetingOn:
    return MeetingOn(6, date(2013, 6, 27), state)


@pytest.mark.parametrize(
    ("state", "number"),
    [
        (MeetingState.PLANNED, 6),
        (MeetingState.AGENDA_ISSUED, 6),
        (MeetingState.IN_SESSION, 6),
        (MeetingState.POSTPONED, 6),
        (MeetingState.CANCELLED, 7),
        (MeetingState.DRAFT, 7),
        (MeetingState.WITH_CHAIR, 7),
        (MeetingState.SIGNED, 7),
        (MeetingState.CONFIRMED, 7),
    ],
)
def test_an_item_goes_to_the_next_meeting_neither_cancelled_nor_closed(state: MeetingState, number: int) -> None:
    found = next_open_meeting([SEVENTH, sixth(state), FIFTH], 5)
    assert found is not None
    assert found.number == number


def test_the_next_meeting_is_the_next_in_time() -> None:
    extraordinary = MeetingOn(7, date(2013, 6, 6))
    found = next_open_meeting([FIFTH, sixth(MeetingState.PLANNED), extraordinary], 5)
    assert found == extraordinary
    assert next_open_meeting([FIFTH, sixth(MeetingState.PLANNED), extraordinary], 6) is None


def test_earlier_meetings_take_nothing() -> None:
    assert next_open_meeting([MeetingOn(4, date(2013, 4, 4)), FIFTH], 5) is None


def test_a_meeting_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="There is no meeting 9"):
        next_open_meeting([FIFTH], 9)


def test_the_meeting_is_named_before_the_item_goes() -> None:
    assert say_where(sixth(MeetingState.PLANNED)) == "It goes to meeting 6 on Thursday 27 June 2013."
    postponed = say_where(sixth(MeetingState.POSTPONED))
    assert postponed == "It goes to meeting 6, postponed from Thursday 27 June 2013."
    assert "plan the next meeting first" in say_where(None)
