"""The assurance register, from planned to reported, with findings and judgements (N 5.9, 8.1)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardtui.domain.assured import Assurance
from boardtui.errors import BoardError, LockedError, NotFoundError, StaleError
from boardtui.services import assurance
from boardtui.services.desk import Desk
from boardtui.store.reading import assurance as reading
from boardtui.store.reading.notice import requirements, sources
from tests.services.small import FIRST, SECOND, nothing_changed

BETWEEN = date(2013, 2, 4)
SCALE = ("Outstanding", "Good", "Adequate", "Inadequate")


def add(desk: Desk, **told: Any) -> int:
    given: dict[str, Any] = {"kind": "audit", "title": "Thresholds"} | told
    return desk.do(lambda work: assurance.add_assurance(work, **given)).value


def edit(desk: Desk, number: int = 1, version: int | None = None, **changes: Any) -> None:
    desk.do(lambda work: assurance.edit_assurance(work, number, version, **changes))


def found(desk: Desk, ref: str, text: str = "Plans are late") -> str:
    number = int(ref[1:])
    return desk.do(lambda work: assurance.add_finding(work, number, text, "12")).value


def judge(desk: Desk, **told: Any) -> None:
    given: dict[str, Any] = {"framework": "Ofsted 2012", "aspect": "Leadership", "given_on": BETWEEN} | told
    desk.do(lambda work: assurance.add_judgement(work, 1, **given))


def shown(desk: Desk, ref: str = "A1") -> Assurance:
    return desk.read(lambda db: reading.assurance_of(db, ref))


def test_an_audit_is_planned_done_and_reported_to_both_boards(small: Desk) -> None:
    done = small.do(
        lambda work: assurance.add_assurance(
            work, kind="multi-agency AUDIT", title=" Front  door ", body="LSCB", planned_for=BETWEEN, restricted="child"
        )
    )
    assert (done.value, done.sentence) == (1, "Enter multi-agency AUDIT A1, Front door")
    one = shown(small)
    assert (one.kind, one.title, one.state, one.restricted) == (
        "multi-agency audit",
        "Front door",
        "planned",
        "Identifies a child",
    )
    edit(small, done_on=BETWEEN, cases=40, summary="Better")
    edit(small, improvement_board_meeting=2, safeguarding_board_on=SECOND)
    one = shown(small)
    assert (one.state, one.cases, one.summary) == ("reported", 40, "Better")
    assert (one.improvement_board_on, one.improvement_board_meeting) == (SECOND, 2)
    edit(small, improvement_board_on=BETWEEN)
    assert (shown(small).improvement_board_on, shown(small).improvement_board_meeting) == (BETWEEN, None)
    edit(small, improvement_board_meeting=2)
    edit(small, improvement_board_meeting=None)
    assert shown(small).improvement_board_meeting is None


def test_a_review_can_be_the_external_validation_and_have_a_published_report(small: Desk) -> None:
    add(small, kind="peer review", commissioned_on=FIRST, validates=True, source="N")
    assert (shown(small).validates, shown(small).source, shown(small).state) == (True, "N", "commissioned")
    edit(small, source="", restricted=None)
    assert shown(small).source is None


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"kind": "chat"}, "“chat” is not a kind of audit or review."),
        ({"title": " "}, "The title is missing."),
        ({"done_on": date(2013, 2, 22)}, "The day it was done cannot be 22 Feb 2013: that day is still to come."),
        ({"commissioned_on": date(2014, 1, 1)}, "that day is still to come"),
        ({"commissioned_on": SECOND, "done_on": FIRST}, "commissioned on 21 Feb 2013 cannot have been done on 10 Jan"),
        ({"cases": -1}, "-1 cases cannot be right."),
        ({"source": "X"}, "There is no source “X”."),
    ],
)
def test_an_audit_that_cannot_be_is_refused(small: Desk, told: dict[str, Any], sentence: str) -> None:
    with nothing_changed(small), pytest.raises(BoardError) as refused:
        add(small, **told)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"improvement_board_on": SECOND}, "The day it was done is missing."),
        ({"done_on": SECOND, "safeguarding_board_on": BETWEEN}, "cannot have been reported on 4 Feb 2013"),
        ({"done_on": BETWEEN, "improvement_board_meeting": 3}, "that day is still to come"),
        ({"done_on": BETWEEN, "improvement_board_meeting": 99}, "There is no meeting 99."),
        (
            {"done_on": FIRST, "improvement_board_meeting": 2, "improvement_board_on": BETWEEN},
            "Meeting 2 was on 21 Feb 2013, not on 4 Feb 2013.",
        ),
    ],
)
def test_a_report_that_cannot_be_is_refused(small: Desk, changes: dict[str, Any], sentence: str) -> None:
    add(small)
    with nothing_changed(small), pytest.raises(BoardError) as refused:
        edit(small, **changes)
    assert sentence in str(refused.value)


def test_a_stale_change_and_an_unknown_audit_are_refused(small: Desk) -> None:
    add(small)
    edit(small, 1, shown(small).version, title="Thresholds again")
    with nothing_changed(small), pytest.raises(StaleError):
        edit(small, 1, 1, title="Mine")
    with nothing_changed(small), pytest.raises(NotFoundError):
        edit(small, 9, title="X")
    with nothing_changed(small), pytest.raises(KeyError):
        edit(small, 1, colour="red")


def test_findings_are_numbered_within_their_audit(small: Desk) -> None:
    add(small)
    assert (found(small, "A1"), found(small, "A1", "Visits are made")) == ("A1.1", "A1.2")
    assert [(one.ref, one.paragraph) for one in shown(small).findings] == [("A1.1", "12"), ("A1.2", "12")]
    small.do(lambda work: assurance.remove_finding(work, "a1.1"))
    assert [one.ref for one in shown(small).findings] == ["A1.2"]


def test_a_finding_becomes_a_requirement_of_a_source_of_its_own(small: Desk) -> None:
    add(small, kind="peer review", title="Peer review", body="A neighbour", done_on=BETWEEN)
    found(small, "A1")
    done = small.do(lambda work: assurance.require(work, "A1.1", ref="PR 1", heading="Planning", due=SECOND))
    assert (done.value, done.sentence) == ("PR 1", "Make A1.1 the requirement PR 1")
    (made,) = [one for one in small.read(requirements) if one.ref == "PR 1"]
    assert (made.text, made.source, made.finding, made.own_number) == ("Plans are late", "A1", "A1.1", True)
    assert (made.binds, made.due, made.heading) == ("council", SECOND, "Planning")
    source = next(one for one in small.read(sources) if one.code == "A1")
    assert (source.kind, source.title, source.publisher, source.published) == (
        "peer review",
        "Peer review",
        "A neighbour",
        BETWEEN,
    )
    assert shown(small).findings[0].requirement == "PR 1"
    found(small, "A1", "Visits are made")
    small.do(lambda work: assurance.require(work, "A1.2", ref="PR 2", text="Visit weekly", binds="board"))
    assert [one.source for one in small.read(requirements) if one.ref.startswith("PR")] == ["A1", "A1"]


def test_a_finding_becomes_a_requirement_of_the_source_its_review_has(small: Desk) -> None:
    add(small, kind="inspection", source="N")
    found(small, "A1")
    small.do(lambda work: assurance.require(work, "A1.1", ref="N 9.9"))
    assert [one.source for one in small.read(requirements) if one.ref == "N 9.9"] == ["N"]


def test_a_finding_becomes_a_requirement_once_only(small: Desk) -> None:
    add(small)
    found(small, "A1")
    small.do(lambda work: assurance.require(work, "A1.1", ref="A1 1"))
    with nothing_changed(small), pytest.raises(BoardError, match=r"A1\.1 has become A1 1 already"):
        small.do(lambda work: assurance.require(work, "A1.1", ref="A1 2"))
    with nothing_changed(small), pytest.raises(LockedError, match="has become A1 1"):
        small.do(lambda work: assurance.remove_finding(work, "A1.1"))
    with nothing_changed(small), pytest.raises(LockedError, match="have become requirements"):
        small.do(lambda work: assurance.remove_assurance(work, 1))


def test_rule_12_a_restricted_finding_needs_words_of_its_own_for_the_requirement(small: Desk) -> None:
    add(small, restricted="child", title="Case of one child", done_on=BETWEEN)
    found(small, "A1")
    with nothing_changed(small), pytest.raises(BoardError, match="Identifies a child"):
        small.do(lambda work: assurance.require(work, "A1.1", ref="A1 1"))
    small.do(lambda work: assurance.require(work, "A1.1", ref="A1 1", text="Plan in time"))
    assert [one.text for one in small.read(requirements) if one.ref == "A1 1"] == ["Plan in time"]
    assert [one.title for one in small.read(sources) if one.code == "A1"] == ["Audit"]


@pytest.mark.parametrize("ref", ["A1.9", "A9.1", "1.1", "", "A1"])
def test_an_unknown_finding_is_refused(small: Desk, ref: str) -> None:
    add(small)
    with nothing_changed(small), pytest.raises(NotFoundError):
        small.do(lambda work: assurance.require(work, ref, ref="X 1"))


def test_a_judgement_is_kept_on_its_own_scale_and_the_scale_is_remembered(small: Desk) -> None:
    add(small, kind="inspection")
    judge(small, level="inadequate", scale=SCALE)
    judge(small, aspect="Overall", level="ADEQUATE", framework="ofsted 2012")
    judge(small, aspect="Overall", level="Strong", framework="Peer")
    given = [(one.level, one.scale) for one in shown(small).judgements]
    assert given == [("Inadequate", SCALE), ("Adequate", SCALE), ("Strong", ())]
    small.do(lambda work: assurance.remove_judgement(work, 1, "Peer", "overall"))
    assert [one.level for one in shown(small).judgements] == ["Inadequate", "Adequate"]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"level": "Requires improvement", "scale": SCALE}, "is not on the scale of Ofsted 2012."),
        ({"level": "Good", "scale": ("Good", "good")}, "A level stands twice on the scale."),
        ({"level": " ", "scale": SCALE}, "The judgement is missing."),
        ({"level": "Good", "given_on": date(2013, 3, 1)}, "that day is still to come"),
    ],
)
def test_a_judgement_off_its_scale_is_refused(small: Desk, told: dict[str, Any], sentence: str) -> None:
    add(small, kind="inspection")
    with nothing_changed(small), pytest.raises(BoardError) as refused:
        judge(small, **told)
    assert sentence in str(refused.value)


def test_an_audit_is_removed_with_its_findings_and_judgements(small: Desk) -> None:
    add(small)
    found(small, "A1")
    judge(small, level="Good")
    small.do(lambda work: assurance.remove_assurance(work, 1))
    assert small.read(reading.assurance) == []
    assert small.read(reading.judgements) == []
    with nothing_changed(small), pytest.raises(NotFoundError):
        small.do(lambda work: assurance.remove_judgement(work, 1, "Peer", "Overall"))
