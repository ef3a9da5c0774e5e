"""Papers made as at an earlier moment say so: in the line that tells how they stand, and in the file's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import Any, TypeVar

from boardtui.services.desk import Desk

Paper = TypeVar("Paper")


def stamped(desk: Desk, paper: Paper) -> Paper:
    """Return a paper that says as at which moment the desk reads; as it is where the desk reads as at now."""
    if not desk.as_at_said:
        return paper
    return with_board(paper, as_at=desk.as_at_said)


def with_board(paper: Paper, **said: str) -> Paper:
    """Return a paper whose Board says something else of itself: its moment, its letterhead."""
    made: Any = paper
    if hasattr(made, "plan"):
        return replace(made, plan=with_board(made.plan, **said))  # type: ignore[no-any-return]  # of the paper's own type
    return replace(made, board=replace(made.board, **said))  # type: ignore[no-any-return]  # likewise


def file_name(desk: Desk, name: str) -> str:
    """Return the name of a paper's file, with the moment in it: `plan-2013-04-04-as-at-meeting-4.docx`."""
    if desk.as_at is None:
        return name
    whole = PurePath(name)
    moment = f"meeting-{desk.as_at}" if desk.as_at.isdigit() else desk.as_at
    return f"{whole.stem}-as-at-{moment}{whole.suffix}"
