"""`boardtui search`: everything that has the words, as lines and as one JSON document."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from boardtui.store.engine import connect
from tests.cli.running import Boardtui


def test_search_prints_kind_name_and_words(boardtui: Boardtui, built_sample: Path) -> None:
    ran = boardtui("search", built_sample, "early", "help", "strat")
    assert (ran.code, ran.err) == (0, "")
    assert "plan line 1.1 Early help strategy" in ran.out
    assert "\x02" not in ran.out


def test_search_as_json_is_one_document(boardtui: Boardtui, built_sample: Path) -> None:
    found = boardtui("search", built_sample, "protection", "--json").json
    assert list(found[0]) == ["kind", "ref", "name", "words", "restricted"]
    assert len(found) == 50


def test_a_phrase_is_one_argument(boardtui: Boardtui, built_sample: Path) -> None:
    whole = boardtui("search", built_sample, "early help", "--json").json
    assert whole
    assert all("early help" in f"{one['name']} {one['words']}".casefold() for one in whole)


def test_nothing_found_is_said(boardtui: Boardtui, built_sample: Path) -> None:
    ran = boardtui("search", built_sample, "quagga")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing has these words.\n")


def test_check_makes_a_stale_index_anew_and_says_so(boardtui: Boardtui, sample_file: Path) -> None:
    assert "The search index agrees with the records." in boardtui("check", sample_file).out
    with closing(connect(sample_file)) as db:
        db.execute("DELETE FROM fts_record WHERE source = 'entry'")
    ran = boardtui("check", sample_file)
    assert (ran.code, "made anew" in ran.out) == (0, True)
    assert "agrees with the records" in boardtui("check", sample_file).out
