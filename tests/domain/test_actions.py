"""An action's computed rating (rule 6)."""

from datetime import date, timedelta

import pytest

from boardtui.domain.actions import action_rating, days_late, is_overdue
from boardtui.domain.states import ActionState

TODAY = date(2013, 5, 20)
WITH_OWNER = [ActionState.OPEN, ActionState.RETURNED]


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize("state", WITH_OWNER)
@pytest.mark.parametrize(
    ("due", "rating"), [(-1, "R"), (0, "A"), (1, "A"), (14, "A"), (15, "G"), (400, "G"), (-400, "R")]
)
def test_an_open_action_is_rated_by_the_days_it_has_left(state: ActionState, due: int, rating: str) -> None:
    assert action_rating(state, in_days(due), TODAY) == rating


def test_the_days_at_risk_are_a_setting() -> None:
    assert action_rating(ActionState.OPEN, in_days(14), TODAY, at_risk_days=7) == "G"
    assert action_rating(ActionState.OPEN, in_days(0), TODAY, at_risk_days=0) == "A"


def test_a_closed_action_is_blue_whenever_it_was_due() -> None:
    assert action_rating(ActionState.CLOSED, in_days(-30), TODAY) == "B"
    assert action_rating(ActionState.CLOSED, None, TODAY) == "B"


@pytest.mark.parametrize("rating", ["R", "A", "G", None])
def test_reported_done_it_keeps_the_rating_of_that_day(rating: str | None) -> None:
    assert action_rating(ActionState.DONE, in_days(-30), TODAY, rating_when_done=rating) == rating


@pytest.mark.parametrize("state", [ActionState.WITHDRAWN, ActionState.SUPERSEDED])
def test_withdrawn_and_superseded_actions_have_no_rating(state: ActionState) -> None:
    assert action_rating(state, in_days(-1), TODAY) is None


def test_an_action_not_yet_started_has_no_rating_until_its_day() -> None:
    assert action_rating(ActionState.OPEN, in_days(5), TODAY, in_days(1)) is None
    assert action_rating(ActionState.OPEN, in_days(5), TODAY, in_days(0)) == "A"


def test_an_action_without_a_date_has_no_rating() -> None:
    assert action_rating(ActionState.OPEN, None, TODAY) is None


@pytest.mark.parametrize("state", ActionState)
def test_only_an_action_with_its_owner_is_overdue(state: ActionState) -> None:
    assert is_overdue(state, in_days(-1), TODAY) is (state in WITH_OWNER)
    assert days_late(state, in_days(-3), TODAY) == (3 if state in WITH_OWNER else 0)


def test_an_action_due_today_is_not_overdue() -> None:
    assert not is_overdue(ActionState.OPEN, TODAY, TODAY)
    assert days_late(ActionState.OPEN, TODAY, TODAY) == 0
    assert not is_overdue(ActionState.OPEN, None, TODAY)
    assert days_late(ActionState.OPEN, None, TODAY) == 0
