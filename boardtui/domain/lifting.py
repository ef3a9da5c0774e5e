"""What a Notice in force may lead to, and what is said once it is lifted (N 8.2, 9; DESIGN 4)."""

from __future__ import annotations

from datetime import date

from boardtui.domain.dates import show
from boardtui.domain.states import InstrumentKind
from boardtui.domain.views import Board

IF_MISSED = (
    "If the council has not complied by then, the Secretary of State may use section 497A of the Education Act 1996 "
    "to direct it into an arrangement that brings the improvement about (N 9)."
)
"""What the Notice attaches to its assessment dates, in our words."""


def if_missed(board: Board, today: date) -> str:
    """Say what missing the next assessment date may bring; nothing unless a Notice is in force (N 9)."""
    return IF_MISSED if notice_in_force(board, today) else ""


def notice_in_force(board: Board, today: date) -> bool:
    """Say whether the Board works under a Notice that has commenced and was not lifted."""
    begun = board.commenced is None or board.commenced <= today
    return board.instrument_kind == InstrumentKind.NOTICE and begun and board.lifted_on is None


def notice_lifted(on: date) -> str:
    """Say why a duty of the Notice no longer applies."""
    return f"The Notice was lifted on {show(on)}."
