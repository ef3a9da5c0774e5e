"""The Board's own words and particulars, without the screen."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Boardtui, refused


def test_an_abbreviation_is_entered_left_as_it_is_and_removed(boardtui: Boardtui, sample_file: Path) -> None:
    (entered,) = boardtui("words", sample_file, "QAF", "--means", "Quality Assurance Framework", "--json").json
    assert entered == {"text": "QAF", "means": "Quality Assurance Framework", "spelt_out": True, "own": True}
    (left,) = boardtui("words", sample_file, "QAF", "--as-it-is", "--json").json
    assert (left["means"], left["spelt_out"]) == (entered["means"], False)
    assert "QAF" in boardtui("words", sample_file).out
    assert boardtui("words", sample_file, "QAF", "--remove", "--json").json == []
    assert "not among the Board's words" in refused(boardtui("words", sample_file, "QAF", "--remove"))
    assert "Say which word is meant" in refused(boardtui("words", sample_file, "--remove"), 2)


def test_particulars_are_shown_and_changed(boardtui: Boardtui, sample_file: Path) -> None:
    before = boardtui("particulars", sample_file, "--json").json
    after = boardtui("particulars", sample_file, "--place", "Town Hall", "--quorum", "1/3", "--json").json
    assert after == before | {"place": "Town Hall", "quorum": "1/3"}
    assert "place               Town Hall\n" in boardtui("particulars", sample_file).out
    assert refused(boardtui("particulars", sample_file, "--quorum", "most of us"))
