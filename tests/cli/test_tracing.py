"""The golden thread and the sources of figures, on the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardtui.documents.reopening import blocks
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.store.reading.quoted import mentions, quoted
from boardtui.store.reading.thread import thread
from tests.cli.running import Boardtui, refused


def test_a_requirement_is_followed_both_ways(boardtui: Boardtui, sample_file: Path) -> None:
    out = boardtui("trace", sample_file, "N 5.7").out
    assert out.startswith("requirement N 5.7: ")
    up, _, down = out.partition("Leads to:")
    assert "source N (26 Nov 2012)" in up
    assert "plan line 4.1" in down
    assert "action 1/02" in down
    assert "entry 2/4.6" in down


def test_the_same_thread_is_one_json_document(boardtui: Boardtui, sample_file: Path) -> None:
    found = boardtui("trace", sample_file, "5/03", "--json").json
    assert (found["kind"], found["ref"]) == ("action", "5/03")
    assert {one["ref"] for one in found["comes_from"]} >= {"6.1"}


def test_a_figure_is_found_in_the_dataset_and_where_it_was_said(boardtui: Boardtui, sample_file: Path) -> None:
    found = boardtui("trace", sample_file, "73%", "--json").json
    assert "I5 2013-04" in {one["ref"] for one in found["said_in"]}
    assert "report 2" in {one["letter"] for one in found["figures"]}
    assert "entry 3/4.1" in boardtui("trace", sample_file, "4,790").out


@pytest.mark.parametrize(
    ("said", "ref"),
    [
        ("12", "members at 3"),
        ("19 days", "N 5.7 file audit days late"),
        ("six lines", "dates moved 3-5"),
        ("Two figures", "figures restated since 2013-01-25"),
        ("Thirty-one lines", "plan due 2013-05-24 to 2013-11-24"),
        ("31 lines", "plan due 2013-05-24 to 2013-11-24"),
        ("4 February 2013", "L2 dated"),
        ("22 November 2013", "SP2 ends"),
    ],
)
def test_a_count_told_in_words_and_a_date_are_found_with_their_sources(said: str, ref: str, desk: Desk) -> None:
    found = desk.read(lambda db: quoted(db, said, desk.today))
    assert ("report 2", ref) in {(one.letter, one.ref) for one in found}


def test_a_count_in_a_letter_is_found_in_the_records(desk: Desk) -> None:
    found = desk.read(lambda db: mentions(db, "21 actions", desk.today))
    assert "actions open" in {one.ref for one in found if one.kind == "count"}


def test_what_a_letter_says_falls_due_by_the_next_meeting_is_counted_from_its_day(desk: Desk) -> None:
    found = desk.read(lambda db: mentions(db, "eight actions", desk.today))
    assert "actions due 2013-05-24 to 2013-06-27" in {one.ref for one in found if one.kind == "count"}


def test_a_letter_comes_from_the_meetings_it_covers_and_the_records_it_names(desk: Desk) -> None:
    first = desk.read(lambda db: thread(db, "letter 1"))
    assert {one.knot.ref for one in first.comes_from} >= {"meeting 1", "meeting 2"}
    second = {one.knot.ref for one in desk.read(lambda db: thread(db, "letter 2")).comes_from}
    assert second >= {"meeting 3", "meeting 5", "2.3"}


def test_a_figure_whose_source_has_changed_since_is_said_to_have(boardtui: Boardtui, sample_file: Path) -> None:
    assert boardtui("add", "value", sample_file, "I5", "Apr 2013", "75", "--because", "Recounted").code == 0
    found = boardtui("trace", sample_file, "report 2", "--json").json["figures"]
    changed = [one for one in found if one["ref"] == "I5 2013-04"]
    assert changed
    assert {(one["value"], one["now"]) for one in changed} == {("73", "75")}


def test_n_8_1_every_percentage_in_the_drafted_report_is_traced_to_its_source(desk: Desk, tmp_path: Path) -> None:
    path = export(desk, "report", tmp_path, number=2)
    text = "\n".join(blocks(path.read_bytes()))
    parts = {part for pair in re.findall(r"\(([0-9,]+) of ([0-9,]+)\)", text) for part in pair}
    assert len(parts) > 20
    assert [part for part in parts if not desk.read(lambda db, of=part: mentions(db, of, desk.today))] == []  # type: ignore[misc]  # a lambda with defaults
    printed = set(re.findall(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?:%| per cent)", text))
    assert len(printed) > 20
    sources = desk.read(lambda db: quoted(db, "report 2", desk.today))
    said = " ".join(f"{one.said} {one.value}%" for one in sources).replace(" per cent", "%")
    missing = [figure for figure in printed if figure.replace(" per cent", "%") not in said]
    assert [figure for figure in missing if not desk.read(lambda db, of=figure: mentions(db, of, desk.today))] == []  # type: ignore[misc]  # a lambda with defaults


def test_what_is_no_record_is_refused_in_words(boardtui: Boardtui, sample_file: Path) -> None:
    assert "no record" in refused(boardtui("trace", sample_file, "N 99"))
    assert "no record" in refused(boardtui("trace", sample_file, "99.9%"))


def test_the_headline_figures_of_a_letter_have_their_sources(desk: Desk) -> None:
    found = {(one.block, one.ref, one.said) for one in desk.read(lambda db: quoted(db, "letter 2", desk.today))}
    assert {
        ("What has changed for children", "I1 2013-04", "93 per cent"),
        ("What has changed for children", "I1 baseline", "74 per cent"),
        ("What has changed for children", "I2 2013-04", "86 per cent"),
        ("The Improvement Plan", "plan better since 2", "19 have improved"),
        ("The targets", "targets 6 missed", "fall short of nine"),
        ("What the Board asked for", "actions overdue", "Seven are past"),
        ("Challenge, and what followed", "challenges 3-5", "eight challenges"),
        ("What happens next", "actions due 2013-05-24 to 2013-06-27", "eight actions"),
    } <= found


def test_a_short_number_is_not_found_in_dates_references_and_the_names_of_columns(desk: Desk) -> None:
    said = desk.read(lambda db: mentions(db, "12", desk.today))
    assert "letter 2, The Board" in {one.ref for one in said}
    assert not any(re.search(r"\b12 (?:March|May|months)|meeting 12\b", one.text[:60]) for one in said)
    figures = desk.read(lambda db: quoted(db, "12", desk.today))
    assert ("report 2", "members at 3") in {(one.letter, one.ref) for one in figures}
    assert all(one.value == "12" for one in figures)
    assert [one.value for one in desk.read(lambda db: quoted(db, "12 lines", desk.today))] == ["12"]


def test_what_is_said_of_a_figure_is_shown_round_it(desk: Desk) -> None:
    (said,) = [
        one for one in desk.read(lambda db: mentions(db, "19", desk.today)) if one.ref.startswith("letter 2, What")
    ]
    assert "closed 19 on evidence" in said.text[:80]
