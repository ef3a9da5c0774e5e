"""A letter that was signed is exported as it was signed (DESIGN 4)."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import docx
import pytest

from boardtui.errors import BoardError
from boardtui.services import actions, letters
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.store.reading.letters import letter


def test_a_sent_letter_keeps_the_annex_of_its_day(desk: Desk, tmp_path: Path) -> None:
    path = export(desk, "letter", tmp_path, number=1)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "10 Red, 20 Amber, 6 Green, 1 Blue and 5 not rated" in text


def test_actions_closed_between_meetings_are_counted_in_the_letter(desk: Desk) -> None:
    for ref in ("2/06", "4/04"):
        desk.do(partial(actions.close, ref=ref, evidence="Seen."))
    desk.do(lambda work: letters.redraft(work, 2))
    said = {block.key: block.text for block in desk.read(lambda db: letter(db, 2)).blocks}
    assert "closed 21" in said["actions"]
    assert "19 are open" in said["actions"]


def test_a_letter_cannot_have_been_sent_tomorrow(desk: Desk) -> None:
    with pytest.raises(BoardError, match="cannot have been sent on 24 May 2013"):
        desk.do(lambda work: letters.send_letter(work, 2, to="Private Office", on=date(2013, 5, 24)))
