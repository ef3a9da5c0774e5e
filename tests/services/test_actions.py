"""Actions: raised, updated, done by their owner, closed or returned by the Board; their log says all of it (rule 6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.views import Action
from boardtui.errors import BoardError, NotFoundError, StaleError
from boardtui.services import actions
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import action, updates
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.plan import line
from tests.services.small import SECOND, THIRD, enter, nothing_changed


def shown(desk: Desk, ref: str) -> Action:
    return desk.read(lambda db: action(db, ref, desk.today))


def test_an_action_raised_outside_a_meeting_is_numbered_like_the_others(small: Desk) -> None:
    ref = small.do(
        lambda work: actions.raise_action(
            work, 2, " Publish\nit ", ["dcs", "POL"], ["CCG"], due=date(2013, 3, 1), lines=["1.1", "1.2", "1.1"]
        )
    ).value
    found = shown(small, ref)
    assert (ref, found.text, found.leads, found.supporters) == ("2/01", "Publish it", ("DCS", "POL"), ("CCG",))
    assert (found.due, found.original_due, found.lines) == (date(2013, 3, 1), date(2013, 3, 1), ("1.1", "1.2"))
    assert small.read(lambda db: line(db, "1.2", small.today)).open_actions == ("2/01",)
    assert small.do(lambda work: actions.raise_action(work, 3, "x", ["DCS"], due=THIRD)).value == "3/01"
    assert shown(small, "3/01").raised_on == SECOND


def test_whoever_leads_does_not_support_too_and_is_named_once(small: Desk) -> None:
    small.do(lambda work: actions.raise_action(work, 2, "x", ["DCS", "dcs", "POL"], ["POL", "LEG", "leg"], due=THIRD))
    assert (shown(small, "2/01").leads, shown(small, "2/01").supporters) == (("DCS", "POL"), ("LEG",))


@pytest.mark.parametrize(
    ("leads", "text", "error"),
    [
        ([], "x", BoardError),
        (["XYZ"], "x", NotFoundError),
        (["%"], "x", NotFoundError),
        ([""], "x", NotFoundError),
        (["DCS"], " \x07 ", BoardError),
    ],
)
def test_an_action_without_lead_or_text_is_not_raised(
    small: Desk, leads: list[str], text: str, error: type[BoardError]
) -> None:
    with nothing_changed(small), pytest.raises(error):
        small.do(lambda work: actions.raise_action(work, 2, text, leads, due=THIRD))


def test_done_is_what_the_owner_says_and_closed_what_the_board_accepts(small: Desk) -> None:
    small.do(lambda work: actions.done(work, "1/01", "Written"))
    found = shown(small, "1/01")
    assert (found.state, found.done_on, found.rating) == ("done", SECOND, "A")
    small.do(lambda work: actions.close(work, "1/01", "Seen  by the Chair"))
    found = shown(small, "1/01")
    assert (found.state, found.closed_on, found.evidence, found.rating) == ("closed", SECOND, "Seen by the Chair", "B")
    assert [(one.kind, one.by) for one in small.read(lambda db: updates(db, "1/01"))] == [
        ("done", "Test"),
        ("closed", "Test"),
    ]


def test_a_done_action_keeps_that_days_rating_however_late_it_is_looked_at(
    small: Desk, open_desk: Callable[..., Desk]
) -> None:
    small.do(lambda work: actions.done(work, "1/01", "Written"))
    later = open_desk(small.path, now=datetime(2013, 12, 1))
    assert (shown(later, "1/01").rating, shown(later, "1/01").days_late) == ("A", 0)
    assert shown(later, "1/02").rating == "R"


def test_returned_is_open_again(small: Desk) -> None:
    small.do(lambda work: actions.done(work, "1/01", "Written"))
    small.do(lambda work: actions.give_back(work, "1/01", "Not the plan we asked for"))
    found = shown(small, "1/01")
    assert (found.state, found.done_on, found.rating) == ("returned", None, "A")


def test_moving_the_date_keeps_the_original_and_counts_only_slips(small: Desk) -> None:
    small.do(lambda work: actions.move_due(work, "1/01", date(2013, 5, 1), "Later"))
    small.do(lambda work: actions.move_due(work, "1/01", date(2013, 4, 1), "Sooner"))
    found = shown(small, "1/01")
    assert (found.original_due, found.due, found.slips) == (date(2013, 2, 21), date(2013, 4, 1), 1)
    small.do(lambda work: actions.move_due(work, "1/01", NEXT_MEETING, "At the meeting"))
    found = shown(small, "1/01")
    assert (found.due, found.due_meeting, found.slips) == (SECOND, 2, 1)


@pytest.mark.parametrize("end", ["close", "withdraw"])
def test_what_has_ended_is_not_changed_any_more(small: Desk, end: str) -> None:
    small.do(lambda work: getattr(actions, end)(work, "1/01", "Because"))
    for change in (
        lambda work: actions.done(work, "1/01", "x"),
        lambda work: actions.close(work, "1/01", "x"),
        lambda work: actions.give_back(work, "1/01", "x"),
        lambda work: actions.move_due(work, "1/01", THIRD, "x"),
        lambda work: actions.withdraw(work, "1/01", "x"),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match="Action 1/01 is already"):
            small.do(change)


def test_a_withdrawn_action_has_no_rating(small: Desk) -> None:
    small.do(lambda work: actions.withdraw(work, "1/01", "No longer wanted"))
    assert (shown(small, "1/01").state, shown(small, "1/01").rating) == ("withdrawn", None)


@pytest.mark.parametrize("ref", ["9/99", "1/", "/1", "x", "", "1/01.2", "9" * 50 + "/01", "²/01", "1/01\n;"])
def test_an_unknown_action_is_named(small: Desk, ref: str) -> None:
    with nothing_changed(small), pytest.raises(NotFoundError, match="There is no action"):
        small.do(lambda work: actions.update_action(work, ref, "x"))


def test_every_step_needs_its_words(small: Desk) -> None:
    for change, missing in (
        (lambda work: actions.update_action(work, "1/01", " "), "Say what happened"),
        (lambda work: actions.done(work, "1/01", ""), "Say what happened"),
        (lambda work: actions.close(work, "1/01", ""), "The evidence is missing"),
        (lambda work: actions.give_back(work, "1/01", ""), "The reason is missing"),
        (lambda work: actions.move_due(work, "1/01", THIRD, ""), "The reason is missing"),
        (lambda work: actions.withdraw(work, "1/01", ""), "The reason is missing"),
        (lambda work: actions.reword(work, "1/01", ""), "The action's text is missing"),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match=missing):
            small.do(change)


def test_rewording_keeps_the_old_words_in_the_log_and_leaves_signed_minutes_alone(small: Desk) -> None:
    version = shown(small, "1/01").version
    small.do(lambda work: actions.reword(work, "1/01", "Write the whole plan", version))
    assert shown(small, "1/01").text == "Write the whole plan"
    assert [one.text for one in small.read(lambda db: updates(db, "1/01"))] == ["Was: Write the plan"]
    assert "Write the plan" in [one.text for one in small.read(lambda db: entries(db, 1))]
    with nothing_changed(small), pytest.raises(StaleError) as refused:
        small.do(lambda work: actions.reword(work, "1/01", "Mine", version))
    assert (refused.value.theirs, refused.value.ours) == ("Write the whole plan", "Mine")


def test_owners_are_changed_and_never_none(small: Desk) -> None:
    small.do(lambda work: actions.change_owners(work, "1/01", ["LEG"], ["PTN"]))
    assert (shown(small, "1/01").leads, shown(small, "1/01").supporters) == (("LEG",), ("PTN",))
    with nothing_changed(small), pytest.raises(BoardError, match="needs a lead"):
        small.do(lambda work: actions.change_owners(work, "1/01", []))


def test_the_lines_an_action_serves_are_replaced(small: Desk) -> None:
    small.do(lambda work: actions.serve_lines(work, "1/01", ["1.1"]))
    small.do(lambda work: actions.serve_lines(work, "1/01", ["1.2"]))
    assert shown(small, "1/01").lines == ("1.2",)
    small.do(lambda work: actions.serve_lines(work, "1/01", []))
    assert shown(small, "1/01").lines == ()


def test_an_update_of_a_restricted_action_is_restricted_in_the_minutes_and_in_its_log(small: Desk) -> None:
    enter(small, "> 1/03 Visited on Monday")
    assert small.read(lambda db: entries(db, 2))[-1].restricted == "Identifies a child"
    assert [one.restricted for one in small.read(lambda db: updates(db, "1/03"))] == ["Identifies a child"]


def test_what_answers_a_restricted_challenge_is_restricted(small: Desk) -> None:
    enter(small, "# 4")
    enter(small, "(restricted: child) ? Where is the child?")
    enter(small, "> 2/4.1 answered: With her aunt")
    assert small.read(lambda db: entries(db, 2))[-1].restricted == "Identifies a child"


def test_a_rating_given_under_a_restriction_keeps_it(small: Desk) -> None:
    from boardtui.store.reading.plan import ratings

    enter(small, "(restricted: staffing) > 1.2 R: suspended; path: locum from May")
    assert small.read(lambda db: ratings(db, "1.2"))[-1].restricted == "Staffing"


def test_rule_12_an_action_raised_between_meetings_is_restricted_and_opened_with_a_key_of_its_own(small: Desk) -> None:
    ref = small.do(lambda work: actions.raise_action(work, 3, "Write to one family", ["DCS"], due=THIRD)).value
    small.do(lambda work: actions.restrict(work, ref, "child"))
    assert small.read(lambda db: action(db, ref, small.today)).restricted == "Identifies a child"
    small.do(lambda work: actions.restrict(work, ref, None))
    assert small.read(lambda db: action(db, ref, small.today)).restricted is None


def test_rule_12_an_action_that_is_minuted_is_restricted_by_its_paragraph(desk: Desk) -> None:
    with pytest.raises(BoardError, match="is minuted at 5/"):
        desk.do(lambda work: actions.restrict(work, "5/03", "child"))
