"""The reads behind the spelling check: British English, the Board's own words and names, and the lines in doubt."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, KeysView
from functools import lru_cache
from pathlib import Path

from boardtui.domain.field_abbreviations import FIELD
from boardtui.domain.spelling import Doubt, Knows, doubtful
from boardtui.domain.views import Entry
from boardtui.store.reading.board import board
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.people import people
from boardtui.store.reading.reader import Database
from boardtui.store.reading.terms import terms

_FILE = Path(__file__).parents[2] / "words" / "en_GB.txt.gz"
_FIELD = frozenset(
    [
        "anonymise",
        "anonymised",
        "anonymising",
        "despatch",
        "despatched",
        "despatching",
        "inquorate",
        "linkedin",
        "quorate",
        "rebook",
        "rebooked",
        "rebooking",
        "timeliness",
        "triage",
        "triaged",
        "whatsapp",
    ]
)
"""Words of committees and of children's services that the dictionary lacks."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HOLDERS = "SELECT name FROM holder UNION SELECT guest_name FROM attendance UNION SELECT guest_title FROM attendance"


@lru_cache(maxsize=1)
def british() -> KeysView[str]:
    """Return the words of British English, in small letters; read once, in a twentieth of a second.

    They are kept in a dict: one of texts alone is nothing that the collector of garbage goes through, as it would
    through a set.
    """
    return dict.fromkeys(gzip.decompress(_FILE.read_bytes()).decode().casefold().splitlines()).keys()


def own_words(db: Database) -> frozenset[str]:
    """Return the words of the Board's own: names, offices, organisations, its list, and what abbreviations mean."""
    of = board(db)
    texts = [of.name, of.council, of.place, *FIELD, *FIELD.values()]
    texts += [text for one in people(db) for text in (one.initials, one.name, one.role, one.organisation)]
    texts += [name for (name,) in db.execute(_HOLDERS).fetchall()]
    texts += [text for one in terms(db) for text in (one.text, one.means)]
    return frozenset(word.replace("’", "'").casefold() for text in texts for word in _WORD.findall(text))


def knows(db: Database) -> Knows:
    """Return what tells whether a word is spelt as it should be, for this Board."""
    english, own = british(), own_words(db)
    return lambda word: word in english or word in own or word in _FIELD


def doubts(db: Database, number: int) -> list[Doubt]:
    """Return the lines of a meeting's minutes with words that may be misspelt, in order."""
    return doubts_in(entries(db, number), knows(db))


def doubts_in(lines: Iterable[Entry], known: Knows) -> list[Doubt]:
    """Return those of some lines that have words which may be misspelt."""
    found = ((one, doubtful(one.text, known)) for one in lines)
    return [Doubt(one.id, one.ref, one.item, one.text, words) for one, words in found if words]
