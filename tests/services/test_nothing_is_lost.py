"""No entry of the sample is lost or changed between the record and the Word file."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document

from boardtui.documents.sentences import opening
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import EntryKind
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.store.reading.actions import actions
from boardtui.store.reading.minutes import entries


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_every_entry_and_action_of_the_sample_is_in_its_minutes(desk: Desk, tmp_path: Path, number: int) -> None:
    written = docx.Document(str(export(desk, "minutes", tmp_path, number=number, version=PaperVersion.RESTRICTED)))
    said = _text_of(written)
    minuted = [one for one in desk.read(lambda db: entries(db, number)) if one.kind != EntryKind.REGISTER]
    assert len(minuted) >= 49
    for entry in minuted:
        assert _folded(entry.text) in said, entry.ref
        if entry.paragraph is not None:
            assert f"{entry.item}.{entry.paragraph} " in said
    raised = desk.read(lambda db: actions(db, desk.today, meeting=number))
    assert len(raised) == 9
    rows = [[_folded(cell.text) for cell in row.cells] for table in written.tables for row in table.rows]
    for action in raised:
        whole = opening(_folded(action.text))
        assert any(action.ref == row[0] and any(whole in cell for cell in row) for row in rows), action.ref


def _text_of(written: Document) -> str:
    return " ".join(_folded(paragraph.text) for paragraph in written.paragraphs)


def _folded(text: str) -> str:
    return " ".join(text.split())
