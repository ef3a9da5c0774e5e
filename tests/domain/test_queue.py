"""What the Chair's queue holds and in which order; what brings a thing back, and what left otherwise (DESIGN 5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boardtui.domain.challenge import Flag, FlagKind
from boardtui.domain.queue import (
    Asked,
    Decision,
    Kind,
    Review,
    Thing,
    counted,
    left,
    of_action,
    of_letter,
    of_minutes,
    of_rating,
    put_off,
    waiting,
)
from boardtui.domain.views import Action, Letter, Meeting, PlanLine, Rating, Update

DAY = date(2013, 5, 14)


def action(ref: str = "5/03", **other: Any) -> Action:
    plain: dict[str, Any] = dict.fromkeys(Action.__dataclass_fields__)
    told = {"id": ref, "ref": ref, "text": f"Do {ref}", "leads": ("DCS",), "state": "open", "slips": 0, "days_late": 0}
    return Action(**(plain | told | other))


def done(ref: str = "5/03", on: date = DAY) -> Action:
    return action(ref, state="done", done_on=on)


def update(kind: str, on: date = DAY) -> Update:
    return Update(on, "DCS", kind, "said", None, None, None, None)


def asked(level: str = "G", was: str | None = "A", status: str = "agreed", *kinds: FlagKind, ref: str = "3.2") -> Asked:
    line: dict[str, Any] = dict.fromkeys(PlanLine.__dataclass_fields__)
    given = Rating(ref, 5, DAY, status, level, DAY, "", "", "", "", None, id=f"{ref}:{level}")
    flags = tuple(Flag(kind, ref, "Why?", ()) for kind in kinds)
    return Asked(PlanLine(**(line | {"ref": ref, "title": "Audit", "lead": "LEG"})), given, was, flags, ())


def review(thing: Thing, decision: str, *points: str, number: int = 1, **other: Any) -> Review:
    plain: dict[str, Any] = dict.fromkeys(Review.__dataclass_fields__, "")
    told = {"number": number, "about": thing.about, "record": thing.record_id, "decision": decision, "on": DAY}
    empty = {"points": points or thing.points, "answered_on": None, "answered_in": None, "asked_of": "DCS"}
    return Review(**(plain | told | empty | {"restricted": None} | other))


def only(found: Thing | None) -> Thing:
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ({"state": "done", "done_on": DAY}, Kind.DONE),
        ({"state": "returned"}, Kind.RETURNED),
        ({"days_late": 1, "slips": 2}, Kind.SLIPPED),
        ({"days_late": 1, "slips": 1}, None),
        ({"days_late": 0, "slips": 3}, None),
        ({}, None),
        ({"state": "closed"}, None),
    ],
)
def test_an_action_waits_when_done_returned_or_overdue_after_two_slips(
    other: dict[str, Any], kind: Kind | None
) -> None:
    found = of_action(action(**other), [update("returned")])
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("found", "is_in"),
    [
        (asked("G", "A", "agreed", FlagKind.GREEN_OVERDUE), True),
        (asked("G", "A", "agreed"), False),
        (asked("G", "G", "agreed", FlagKind.GREEN_OVERDUE), False),
        (asked("G", "A", "proposed"), True),
        (asked("G", None, "proposed"), True),
        (asked("A", "A", "proposed"), False),
    ],
)
def test_a_rating_waits_when_it_changed_and_is_flagged_or_proposed(found: Asked, is_in: bool) -> None:
    assert (of_rating(found) is not None) == is_in


def test_papers_wait_while_they_are_with_the_chair_and_the_leaders_report_does_not() -> None:
    meeting: dict[str, Any] = dict.fromkeys(Meeting.__dataclass_fields__) | {"number": 5, "id": "m"}
    letter: dict[str, Any] = dict.fromkeys(Letter.__dataclass_fields__) | {"number": 2, "id": "l", "subject": "S"}
    assert only(of_minutes(Meeting(**meeting | {"state": "with Chair"}))).about == "minutes 5"
    assert of_minutes(Meeting(**meeting | {"state": "signed off"})) is None
    told = {"state": "with Chair", "series": "report", "kind": "six-month"}
    assert only(of_letter(Letter(**letter | told))).kind == Kind.REPORT
    assert of_letter(Letter(**letter | told | {"kind": "Leader's"})) is None
    assert of_letter(Letter(**letter | told | {"state": "draft"})) is None


def test_the_order_is_done_returned_slipped_ratings_and_what_waits_for_an_answer_last() -> None:
    late = {"slips": 2}
    things = [
        of_rating(asked("G", "A", "proposed", ref="1.10")),
        of_rating(asked("G", "A", "agreed", FlagKind.GREEN_OVERDUE, ref="2.1")),
        of_action(action("1/02", days_late=3, **late), []),
        of_action(action("1/10", days_late=9, **late), []),
        of_action(action("1/09", days_late=9, **late), []),
        of_action(action("2/01", state="returned"), [update("returned")]),
        of_action(done("4/01", date(2013, 5, 15)), []),
        of_action(done("4/02"), []),
        of_action(done("4/03", date(2013, 5, 1)), []),
        None,
    ]
    query = review(only(things[8]), Decision.QUERY)
    assert [one.about for one in waiting(things, [query])] == [
        "action 4/02",
        "action 4/01",
        "action 2/01",
        "action 1/09",
        "action 1/10",
        "action 1/02",
        "line 2.1",
        "line 1.10",
        "action 4/03",
    ]


@pytest.mark.parametrize("decision", [Decision.AGREED, Decision.RETURNED])
def test_what_was_decided_is_out_until_there_is_something_new(decision: Decision) -> None:
    twice = only(of_action(action(days_late=1, slips=2), []))
    decided = review(twice, decision)
    assert waiting([twice], [decided]) == ()
    again = of_action(action(days_late=1, slips=3), [])
    assert [one.points for one in waiting([again], [decided])] == [("slips 3",)]


def test_done_again_on_the_same_day_is_something_new() -> None:
    first = only(of_action(done(), [update("done")]))
    again = only(of_action(done(), [update("done"), update("returned"), update("done")]))
    assert waiting([again], [review(first, Decision.RETURNED)]) != ()


def test_another_flag_brings_a_rating_back_and_one_less_does_not() -> None:
    one, two = FlagKind.GREEN_OVERDUE, FlagKind.GREEN_FAILING
    both = only(of_rating(asked("G", "A", "agreed", one, two)))
    alone = only(of_rating(asked("G", "A", "agreed", one)))
    assert waiting([both], [review(alone, Decision.AGREED)]) != ()
    assert waiting([alone], [review(both, Decision.AGREED)]) == ()


def test_a_query_decides_nothing_and_stays_until_it_is_answered() -> None:
    thing = only(of_action(done(), []))
    query = review(thing, Decision.QUERY)
    (found,) = waiting([thing], [query])
    assert (found.waits, found.query, counted([found])) == (True, query, 0)
    (found,) = waiting([thing], [answered := replace(query, answered_on=DAY, answer="Yes")])
    assert (found.waits, found.earlier) == (False, (answered,))


def test_an_open_query_stays_when_its_record_has_left() -> None:
    query = review(only(of_action(done(), [])), Decision.QUERY)
    (found,) = waiting([], [query])
    assert (found.kind, found.about, found.query) == (Kind.QUERY, "action 5/03", query)
    assert waiting([], [replace(query, answered_on=DAY)]) == ()


def test_what_is_put_off_goes_behind_the_rest_in_that_order() -> None:
    things = [only(of_action(done(f"1/0{n}"), [])) for n in (1, 2, 3)]
    assert [one.about for one in put_off(things, ["action 1/02", "action 1/01"])] == [
        "action 1/03",
        "action 1/02",
        "action 1/01",
    ]


def test_what_left_is_named_once_with_its_reason() -> None:
    kept, gone, other = (only(of_action(done(f"1/0{n}"), [])) for n in (1, 2, 3))
    found = left([kept, gone, other], [kept], {gone.record_id: "Withdraw action 1/02"}, "it no longer holds")
    assert [(one.about, one.because) for one in found] == [
        ("action 1/02", "Withdraw action 1/02"),
        ("action 1/03", "it no longer holds"),
    ]
