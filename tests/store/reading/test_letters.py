"""Reads of the Chair's letters."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.errors import NotFoundError
from boardtui.store import models
from boardtui.store.reading import letters as reading
from tests.store.reading.conftest import Boardfile


def test_letters_come_with_their_own_blocks_in_order(file: Boardfile) -> None:
    with file.building() as b:
        b.letter(2, 3, 5)
        b.letter(1, 1, 2, state="sent", sent_on=date(2013, 1, 25))
        for position, key, text, drafted in (
            (2, "why", "Drafted", "Drafted"),
            (1, "judgement", "Mine", ""),
            (3, "reds", "Mine now", "Drafted"),
            (4, "close", "", ""),
        ):
            block = models.LetterBlock(letter_id="letter:2", position=position, key=key, text=text, drafted=drafted)
            b.add(block, key)
    first, second = file.read(reading.letters)
    assert (first.number, first.sent_on, first.blocks) == (1, date(2013, 1, 25), ())
    assert [(block.key, block.edited) for block in second.blocks] == [
        ("judgement", True),
        ("why", False),
        ("reds", True),
        ("close", False),
    ]
    assert file.read(lambda db: reading.letter(db, 2)) == second


def test_an_unknown_letter_is_not_found(file: Boardfile) -> None:
    with pytest.raises(NotFoundError, match="no letter 3"):
        file.read(lambda db: reading.letter(db, 3))
