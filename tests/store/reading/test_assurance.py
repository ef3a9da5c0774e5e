"""Reads of the assurance, support, agreement and evidence registers."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.errors import NotFoundError
from boardtui.store import models
from boardtui.store.reading.assurance import agreements, assurance, assurance_of, judgements, support
from boardtui.store.reading.evidence import evidence
from tests.store.reading.building import Told
from tests.store.reading.conftest import Boardfile


def fill(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.meeting(1)
        b.item(1, 4)
        b.entry("1/4", "Agreed", "decision", decision_number=1)
        b.source("A2", kind="peer review")
        b.line("1.2")
        b.line("1.1")
        b.add(models.Assurance(number=2, kind="peer review", title="Peer review", source_id="source:A2"), "2")
        told: Told = {"done_on": date(2013, 1, 7), "improvement_board_on": date(2013, 1, 10)}
        b.add(
            models.Assurance(
                number=1, kind="audit", title="Audit", cases=40, improvement_board_meeting_id="meeting:1", **told
            ),
            "1",
        )
        for position, text in ((2, "Plans are late"), (1, "Visits are made")):
            of: Told = {"assurance_id": "assurance:2", "paragraph": f"p {position}"}
            b.add(models.Finding(position=position, text=text, **of), f"2.{position}")
        b.requirement("A2 1", finding_id="finding:2.1")
        for position, (level, on) in enumerate((("Good", date(2013, 3, 1)), ("Weak", date(2013, 1, 1))), 1):
            b.add(
                models.Judgement(
                    assurance_id="assurance:2",
                    position=position,
                    framework="Peer",
                    aspect="Front door",
                    level=level,
                    scale='["Good", "Weak"]',
                    given_on=on,
                ),
                f"2:{position}",
            )
        b.add(models.Support(number=1, provider="Leeds", package="Front door", requirement_id="requirement:A2 1"), "1")
        for number, on, entry in ((1, date(2013, 3, 6), None), (2, date(2013, 1, 10), "entry:Agreed")):
            of_plan: Told = {"subject": "Improvement Plan", "body": "Council", "entry_id": entry}
            b.add(models.Agreement(number=number, agreed_on=on, **of_plan), str(number))
        for number, line in ((1, "1.1"), (2, "1.2"), (3, "1.1")):
            paper: Told = {"line_id": f"plan_line:{line}", "title": f"Paper {number}", "kept": "Share"}
            b.add(models.Evidence(number=number, **paper), str(number))


def test_assurance_comes_by_number_with_what_it_found_and_judged(file: Boardfile) -> None:
    fill(file)
    one, two = file.read(assurance)
    assert (one.ref, one.state, one.cases, one.improvement_board_meeting, one.findings) == ("A1", "reported", 40, 1, ())
    assert (two.ref, two.state, two.source) == ("A2", "planned", "A2")
    assert [(f.ref, f.text, f.requirement) for f in two.findings] == [
        ("A2.1", "Visits are made", "A2 1"),
        ("A2.2", "Plans are late", None),
    ]
    assert [(j.level, j.scale) for j in two.judgements] == [("Weak", ("Good", "Weak")), ("Good", ("Good", "Weak"))]


def test_one_audit_or_review_is_read_by_its_reference(file: Boardfile) -> None:
    fill(file)
    assert file.read(lambda db: assurance_of(db, " a2 ")).title == "Peer review"
    with pytest.raises(NotFoundError):
        file.read(lambda db: assurance_of(db, "A9"))


def test_judgements_come_oldest_first(file: Boardfile) -> None:
    fill(file)
    assert [(one.assurance, one.level) for one in file.read(judgements)] == [("A2", "Weak"), ("A2", "Good")]


def test_support_names_its_requirement(file: Boardfile) -> None:
    fill(file)
    (found,) = file.read(support)
    assert (found.ref, found.requirement, found.agreed_on) == ("SP1", "A2 1", None)


def test_agreements_come_oldest_first_with_their_decision(file: Boardfile) -> None:
    fill(file)
    assert [(one.ref, one.decision) for one in file.read(agreements)] == [("AG2", "D1/01"), ("AG1", None)]


def test_evidence_comes_in_the_order_of_the_plan(file: Boardfile) -> None:
    fill(file)
    assert [(one.line, one.ref) for one in file.read(evidence)] == [("1.2", "E2"), ("1.1", "E1"), ("1.1", "E3")]
    assert [one.ref for one in file.read(lambda db: evidence(db, "1.1"))] == ["E1", "E3"]
    assert file.read(lambda db: evidence(db, "9.9")) == []
