"""A new Board as it is asked for: what it works under, who sits there, when it meets and how it rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boardtui.domain.ratings import DEFAULT_SCHEME, Scheme
from boardtui.domain.seats import Seat
from boardtui.domain.states import InstrumentKind
from boardtui.domain.text import one_line
from boardtui.domain.variations import SIX_WEEKS


@dataclass(frozen=True)
class NewBoard:
    """What a Board starts with; only its name, its council and its first meeting have no usual value.

    `left_out` names the standing items, by title, that its agendas do without. `letterhead` are the lines of the
    council's address, `letterhead_picture` the path of a picture. `safeguarding_review_by` is the day the Notice gives
    for that review (N 6.2).
    """

    name: str
    council: str
    first_meeting: date
    kind: InstrumentKind = InstrumentKind.NOTICE
    commenced: date | None = None
    safeguarding_review_by: date | None = None
    interval_days: int = SIX_WEEKS
    starts: str = ""
    place: str = ""
    seats: tuple[Seat, ...] = ()
    scheme: Scheme = DEFAULT_SCHEME
    left_out: tuple[str, ...] = ()
    letterhead: str = ""
    letterhead_picture: str = ""


def board_name(typed: Mapping[str, str]) -> str:
    """Return the Board's name as it was typed (`board`), else made from the council's (`council`)."""
    council = one_line(typed.get("council", ""))
    return one_line(typed.get("board", "")) or (f"{council} Improvement Board" if council else "")
