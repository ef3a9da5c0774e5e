"""Changing what the Board is called, where and when it meets, whom it writes to, and the head of its papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boardtui import services
from boardtui.domain.clock_times import parse_time
from boardtui.domain.quorum import parse_quorum
from boardtui.domain.views import Board
from boardtui.ui.forms.new_file import picture_file
from boardtui.ui.modals.form import Answers, Form, changed
from boardtui.ui.widgets.fields import Field, lines, one_of, words

if TYPE_CHECKING:
    from boardtui.store.unit import Work

_CHAIR_NEEDED = (("no", "no"), ("yes", "Chair or vice-chair there"))


def particulars(board: Board) -> Form:
    """Ask for the Board's particulars; only what was changed is saved."""
    fields = [
        words("name", "Board", board.name, needed=True),
        words("council", "Council", board.council, needed=True),
        Field("meeting_starts", "Starts", board.meeting_starts, reads=parse_time, shows=str, needed=True),
        words("place", "Place", board.place),
        Field(
            "quorum",
            "Quorum",
            board.quorum,
            reads=lambda typed: str(parse_quorum(typed)),
            hint="a number of members, or a fraction: 5, 1/2",
        ),
        one_of("quorum_needs_chair", "With the Chair", _CHAIR_NEEDED, "yes" if board.quorum_needs_chair else "no"),
        words("addressee", "Letters go to", board.addressee, hint="the Minister, by title"),
        lines("addressee_address", "at", board.addressee_address, tall=2),
        words("chair_signs_as", "Chair signs as", board.chair_signs_as),
        lines("letterhead", "Letterhead", board.letterhead, tall=2),
        Field(
            "picture",
            "Its picture",
            board.letterhead_file,
            reads=lambda typed: typed if typed == board.letterhead_file else picture_file(typed),
            hint="a PNG or JPEG file; empty for none",
        ),
    ]

    def change(answers: Answers) -> Callable[[Work], None]:
        wanted = {name: "" if value is None else value for name, value in changed(fields, answers).items()}
        picture = wanted.pop("picture", None)
        if "quorum_needs_chair" in wanted:
            wanted["quorum_needs_chair"] = wanted["quorum_needs_chair"] == "yes"

        def save(work: Work) -> None:
            if wanted:
                services.board.change_settings(work, **wanted)
            if picture is not None:
                services.letterhead.show(work, picture)

        return save

    return Form("The Board", fields, change)
