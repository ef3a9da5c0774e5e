"""How letters read as lines of their list: a letter whose record has moved since its draft is marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardtui.domain.states import LetterState
from boardtui.domain.views import Figure
from boardtui.ui.screens.letter_rows import COLUMNS, letter_row
from tests.documents import samples


@pytest.mark.parametrize(
    ("now", "state", "said"),
    [("4", LetterState.DRAFT, ""), ("5", LetterState.DRAFT, "! 1"), ("5", LetterState.SENT, "1 since")],
)
def test_a_letter_whose_record_has_moved_since_its_draft_is_marked(now: str, state: LetterState, said: str) -> None:
    block = replace(samples.block("plan", "Four are blue."), figures=(Figure("Four are blue", "plan B", "4", now),))
    letter = replace(samples.letter().letter, blocks=(block,), state=state)
    cells = dict(zip((one.title for one in COLUMNS["letters"]), letter_row(letter, report=False).cells, strict=True))
    assert str(cells["Changed"]) == said
    assert cells["Meetings"] == "4 to 5"
