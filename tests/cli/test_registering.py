"""Entering the registers from the command line, and listing them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Boardtui, refused


def added(boardtui: Boardtui, *arguments: object) -> str:
    ran = boardtui("add", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.strip()


def test_an_indicator_and_its_values_are_entered_and_listed(boardtui: Boardtui, sample_file: Path) -> None:
    given = ("--baseline", "60", "--baseline-on", "2012-10-31", "--target-6", "80", "--target-12", "95%")
    assert added(boardtui, "indicator", sample_file, "--ref", "I50", "--title", "Calls returned", *given) == "I50"
    assert added(boardtui, "value", sample_file, "i50", "Mar 2013", "72") == "I50 2013-03-31"
    worked_out = ("--numerator", "222", "--denominator", "300")
    assert added(boardtui, "value", sample_file, "I50", "2013-04", *worked_out) == "I50 2013-04-30"
    listed = next(one for one in boardtui("list", "indicators", sample_file, "--json").json if one["ref"] == "I50")
    assert (listed["value"], listed["state"], listed["target_12"]) == ("74", "off trajectory", "95")


def test_a_second_value_is_refused_without_a_reason_and_kept_with_one(boardtui: Boardtui, sample_file: Path) -> None:
    said = refused(boardtui("add", "value", sample_file, "I1", "Apr 2013", "92"))
    assert "restates it" in said
    assert added(boardtui, "value", sample_file, "I1", "Apr 2013", "92", "--because", "Recounted") == "I1 2013-04-30"
    listed = next(one for one in boardtui("list", "indicators", sample_file, "--json").json if one["ref"] == "I1")
    assert (listed["value"], listed["first_reported"]) == ("92", "93")


@pytest.mark.parametrize("period", ["Smarch 2013", "2013-13", ""])
def test_a_period_that_cannot_be_read_is_refused_in_words(boardtui: Boardtui, sample_file: Path, period: str) -> None:
    assert "period" in refused(boardtui("add", "value", sample_file, "I1", period, "3"), 2)


def test_evidence_support_agreements_and_letters_are_entered(boardtui: Boardtui, sample_file: Path) -> None:
    kept = ("--title", "Rota", "--kept", "Shared drive", "--dated", "2013-05-01")
    evidence = added(boardtui, "evidence", sample_file, "--line", "3.2", *kept)
    assert evidence in {one["ref"] for one in boardtui("list", "evidence", sample_file, "--json").json}
    package = ("--provider", "A neighbour", "--package", "Coaches", "--agreed-on", "2013-05-02")
    assert added(boardtui, "support", sample_file, *package).startswith("SP")
    agreed = ("--subject", "practice standards", "--body", "Improvement Board", "--agreed-on", "2013-05-16")
    assert added(boardtui, "agreement", sample_file, *agreed, "--reference", "Minute 9").startswith("AG")
    asked = (
        "--received-on",
        "2013-05-17",
        "--sender",
        "DfE",
        "--subject",
        "Visit",
        "--asks",
        "Dates",
        "--due",
        "2013-06-03",
    )
    letter = added(boardtui, "correspondence", sample_file, *asked)
    found = next(one for one in boardtui("list", "correspondence", sample_file, "--json").json if one["ref"] == letter)
    assert (found["asks"], found["due"], found["answered_on"]) == ("Dates", "2013-06-03", None)


def test_an_audit_and_a_finding_that_becomes_a_requirement_are_entered(boardtui: Boardtui, sample_file: Path) -> None:
    audit = added(
        boardtui, "assurance", sample_file, "--kind", "audit", "--title", "Dip sample", "--done-on", "2013-05-10"
    )
    finding = added(
        boardtui,
        "finding",
        sample_file,
        "--assurance",
        audit.removeprefix("A"),
        "Plans lack dates",
        "--becomes",
        "DS 1",
    )
    assert finding == f"{audit}.1"
    required = {one["ref"]: one for one in boardtui("list", "requirements", sample_file, "--json").json}
    assert required["DS 1"]["text"] == "Plans lack dates"


def test_a_duty_that_comes_again_is_listed_with_its_next_time(boardtui: Boardtui, sample_file: Path) -> None:
    again = ("--title", "Bulletin", "--months", "3", "--repeats", "3", "--binds", "board")
    assert added(boardtui, "obligation", sample_file, "--ref", "B 1 bulletin", *again) == "B 1 bulletin"
    due = [
        one["due"] for one in boardtui("list", "obligations", sample_file, "--json").json if "ulletin" in one["title"]
    ]
    assert due == ["2013-02-26", "2013-05-26"]


def test_a_variation_that_the_department_agreed_is_recorded(boardtui: Boardtui, sample_file: Path) -> None:
    dates = ("--applies-from", "2013-08-01", "--agreed-on", "2013-05-17")
    assert added(boardtui, "variation", sample_file, "--days", 56, *dates) == "56 days from 2013-08-01"


@pytest.mark.parametrize(
    "what", ["indicators", "obligations", "assurance", "evidence", "support", "agreements", "correspondence"]
)
def test_every_register_is_listed_as_a_table_and_as_json(boardtui: Boardtui, sample_file: Path, what: str) -> None:
    table = boardtui("list", what, sample_file)
    found = boardtui("list", what, sample_file, "--json").json
    assert len(table.out.splitlines()) == len(found) + 1
    assert all(one["ref"] for one in found)


def test_the_status_names_every_dated_duty_and_check(boardtui: Boardtui, sample_file: Path) -> None:
    status = boardtui("status", sample_file, "--json").json
    duties = {one["ref"]: one for one in status["obligations"]}
    assert set(duties["N 8.1 initial report"]) == {"ref", "title", "due", "state", "met_on"}
    assert duties["N 5.7 file audit"]["state"] == "met late"
    paragraphs = {one["ref"] for one in status["compliance"]}
    assert {"N 5.1", "N 5.8", "N 5.9", "N 6.1", "N 7.1", "N 7.2", "N 7.3", "N 8.1", "N 8.2"} <= paragraphs
