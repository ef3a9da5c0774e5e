"""The Board's own words: entered, changed and removed, and what the Word minutes make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.documents.package import pack, unpack
from boardtui.domain.restriction import PaperVersion
from boardtui.errors import BoardError
from boardtui.services import minutes, readback, terms
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.terms import terms as listed
from tests.documents.reading_back import text_of

FULL = "Local Safeguarding Children Board (LSCB)"


def minuted(desk: Desk, folder: Path, version: PaperVersion = PaperVersion.OPEN) -> str:
    return text_of(export(desk, "minutes", folder, number=2, version=version).read_bytes())


def test_the_first_use_is_spelt_out_in_word_and_what_was_typed_stays(small: Desk, tmp_path: Path) -> None:
    small.do(lambda work: minutes.enter(work, 2, "An LSCB review is due."))
    small.do(lambda work: minutes.enter(work, 2, "The LSCB was asked."))
    said = minuted(small, tmp_path)
    assert f"A {FULL} review is due." in said
    assert "The LSCB was asked." in said
    kept = [one.text for one in small.read(lambda db: entries(db, 2))]
    assert kept == ["An LSCB review is due.", "The LSCB was asked."]


def test_the_open_version_counts_its_first_use_by_itself(small: Desk, tmp_path: Path) -> None:
    small.do(lambda work: minutes.enter(work, 2, "(restricted: child) The LSCB knew of it."))
    small.do(lambda work: minutes.enter(work, 2, "The LSCB was asked."))
    assert f"The {FULL} was asked." in minuted(small, tmp_path)
    restricted = minuted(small, tmp_path, PaperVersion.RESTRICTED)
    assert f"The {FULL} knew of it." in restricted
    assert "The LSCB was asked." in restricted


def test_a_person_enters_one_of_their_own_and_switches_another_off(small: Desk, tmp_path: Path) -> None:
    small.do(lambda work: minutes.enter(work, 2, "The LSCB and the ZZB met."))
    small.do(lambda work: terms.set_term(work, "ZZB", "Zonal Zebra Board"))
    small.do(lambda work: terms.set_term(work, "LSCB", spelt_out=False))
    assert "The LSCB and the Zonal Zebra Board (ZZB) met." in minuted(small, tmp_path)
    small.do(lambda work: terms.remove_term(work, "LSCB"))
    assert FULL in minuted(small, tmp_path)
    assert [one.text for one in small.read(listed)] == ["ZZB"]


def test_a_word_is_one_word_and_what_is_not_there_cannot_be_removed(small: Desk) -> None:
    with pytest.raises(BoardError, match="is not one word"):
        small.do(lambda work: terms.set_term(work, "two words"))
    with pytest.raises(BoardError, match="not among the Board's words"):
        small.do(lambda work: terms.remove_term(work, "LSCB"))


def test_minutes_that_come_back_differ_only_where_somebody_changed_them(small: Desk, tmp_path: Path) -> None:
    small.do(lambda work: minutes.enter(work, 2, "An LSCB review is due."))
    path = export(small, "minutes", tmp_path, number=2)
    assert readback.read_back(small, path).points == ()
    parts = unpack(path.read_bytes())
    body = parts["word/document.xml"].replace(b"review is due", b"review is late", 1)
    path.write_bytes(pack({**parts, "word/document.xml": body}))
    reading = readback.read_back(small, path)
    (point,) = reading.points
    small.do(lambda work: readback.accept(work, reading.paper, point))
    assert [one.text for one in small.read(lambda db: entries(db, 2))] == ["An LSCB review is late."]
