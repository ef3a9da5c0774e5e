"""Reads of the facts behind the challenge flags, and the flags on the sample (rule 7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardtui.domain.challenge import FlagKind, Heard, LineFacts
from boardtui.store import models
from boardtui.store.reading import challenge as reading
from boardtui.store.reading.reader import Reader
from tests.store.reading.building import Building
from tests.store.reading.conftest import Boardfile

TODAY = date(2013, 5, 20)
SECOND, THIRD = date(2013, 1, 10), date(2013, 2, 21)


def _three_meetings(b: Building, third: str = "minutes in draft") -> None:
    b.board()
    b.offices("DCS")
    for number, state in ((1, "confirmed"), (2, "signed off"), (3, third), (4, "planned")):
        b.meeting(number, state=state)
        b.item(number, 1)
    b.line("1.1")


def _facts(file: Boardfile) -> LineFacts:
    (found,) = file.read(lambda db: reading.line_facts(db, TODAY))
    return found


def test_a_line_comes_with_everything_that_serves_it(file: Boardfile) -> None:
    with file.building() as b:
        _three_meetings(b)
        b.line("1.2")
        b.rating("1.1", 1, "R")
        b.rating("1.1", 2, "G")
        b.rating("1.1", 3, "B", status="proposed")
        b.action("2/01", ["DCS"], due=THIRD)
        b.action("2/02", ["DCS"], due=THIRD, state="closed", closed_on=THIRD)
        b.serves("2/01", "1.1")
        b.serves("2/02", "1.1")
        b.add(models.Evidence(number=1, line_id="plan_line:1.1", title="Survey", kept="Drive"), "1")
        b.add(models.Indicator(position=1, ref="I1", title="Visits"), "I1")
        b.add(models.IndicatorLine(indicator_id="indicator:I1", line_id="plan_line:1.1"), "I1")
        for day in (SECOND, THIRD):
            move = models.LineMove(
                line_id="plan_line:1.1", moved_on=day, due_before=day, due_after=TODAY, reason="Late"
            )
            b.add(move, day.isoformat())
    first, second = file.read(lambda db: reading.line_facts(db, TODAY))
    assert [rating.level for rating in first.ratings] == ["R", "G"]
    assert [action.ref for action in first.actions] == ["2/01"]
    assert [[one.ref for one in first.evidence], [one.ref for one in first.indicators]] == [["E1"], ["I1"]]
    assert [move.before for move in first.moves] == [SECOND, THIRD]
    assert (second.ratings, second.actions, second.evidence, second.indicators, second.moves) == ((), (), (), (), ())
    assert (second.heard, second.last and second.last.number) == (None, 3)


def test_the_last_meeting_is_the_latest_that_has_closed(file: Boardfile) -> None:
    with file.building() as b:
        _three_meetings(b, third="in session")
    last = _facts(file).last
    assert last is not None
    assert last.number == 2


def test_before_the_first_meeting_there_is_nothing_to_ask(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.meeting(1, state="planned")
        b.line("1.1")
    assert _facts(file).last is None
    assert file.read(lambda db: reading.flags(db, TODAY)) == []


def _agreed(b: Building) -> None:
    b.rating("1.1", 3, "A", given_on=SECOND)


def _proposed(b: Building) -> None:
    b.rating("1.1", 4, "A", status="proposed", given_on=THIRD)


def _minuted(b: Building) -> None:
    b.entry("3/1", "Heard", line_id="plan_line:1.1")


def _minuted_of_its_action(b: Building) -> None:
    b.action("1/01")
    b.serves("1/01", "1.1")
    b.entry("3/1", "Nothing of it")
    b.entry("3/1", "Heard", kind="update", action_id="action:1/01")


def _logged(b: Building) -> None:
    b.action("1/01")
    b.serves("1/01", "1.1")
    b.update("1/01", "raised", "Raised", SECOND)
    b.update("1/01", "update", "Under way", THIRD)
    b.update("1/01", "reworded", "Was: x", TODAY)


def _evidence(b: Building) -> None:
    row = models.Evidence(number=7, line_id="plan_line:1.1", title="S", kept="D", dated=SECOND, verified_on=THIRD)
    b.add(row, "7")


def _value(b: Building) -> None:
    b.add(models.Indicator(position=1, ref="I1", title="Visits"), "I1")
    b.add(models.IndicatorLine(indicator_id="indicator:I1", line_id="plan_line:1.1"), "I1")
    row = models.IndicatorValue(indicator_id="indicator:I1", period=SECOND, position=1, value="70", given_on=THIRD)
    b.add(row, "1")


def _moved(b: Building) -> None:
    row = models.LineMove(line_id="plan_line:1.1", moved_on=THIRD, due_before=None, due_after=TODAY, reason="R")
    b.add(row, "1")


@pytest.mark.parametrize(
    ("told", "ref", "words"),
    [
        (_agreed, "1.1", "rated A"),
        (_proposed, "1.1", "proposed as A"),
        (_minuted, "3/1.1", "minuted"),
        (_minuted_of_its_action, "3/1.2", "minuted"),
        (_logged, "1/01", "action update"),
        (_evidence, "E7", "evidence"),
        (_value, "I1", "a value of the indicator"),
        (_moved, "1.1", "due date moved"),
    ],
)
def test_rule_7_what_counts_as_an_update(file: Boardfile, told: object, ref: str, words: str) -> None:
    assert callable(told)
    with file.building() as b:
        _three_meetings(b)
        told(b)
    assert _facts(file).heard == Heard(THIRD, ref, words)
    assert FlagKind.NO_UPDATE not in [flag.kind for flag in file.read(lambda db: reading.flags_of(db, "1.1", TODAY))]


def test_rule_7_the_latest_update_counts_and_one_before_the_last_meeting_is_too_old(file: Boardfile) -> None:
    with file.building() as b:
        _three_meetings(b)
        b.rating("1.1", 1, "G")
        b.entry("2/1", "First", line_id="plan_line:1.1")
        b.entry("2/1", "Second", line_id="plan_line:1.1")
        b.entry("4/1", "Typed ahead", line_id="plan_line:1.1")
    assert _facts(file).heard == Heard(SECOND, "2/1.2", "minuted")
    (flag,) = file.read(lambda db: reading.flags_of(db, " 1.1 ", TODAY))
    assert flag.kind == FlagKind.NO_UPDATE


def test_an_unknown_line_has_no_flags(file: Boardfile) -> None:
    with file.building() as b:
        _three_meetings(b)
    assert file.read(lambda db: reading.flags_of(db, "9.9", TODAY)) == []


def test_rule_7_the_sample_has_each_flag_on_some_lines_and_not_on_others(built_sample: Path) -> None:
    reader = Reader(built_sample)
    found = reader.read(lambda db: reading.flags(db, TODAY))
    lines = {facts.line.ref for facts in reader.read(lambda db: reading.line_facts(db, TODAY))}
    for kind in FlagKind:
        flagged = {flag.line for flag in found if flag.kind == kind}
        assert flagged, kind
        assert flagged < lines, kind
    assert all(flag.facts and all(fact.ref and fact.words for fact in flag.facts) for flag in found)
