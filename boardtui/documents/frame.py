"""What every document has: its heading, its state, the line that says it is a sample, header and footer."""

from __future__ import annotations

from datetime import date

from boardtui.documents import marks
from boardtui.documents.sentences import capital
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.text import one_line

DRAFT = "DRAFT"


def frame(board: views.Board, heading: str, subject: str, day: date, state: str, *, draft: bool) -> Context:
    """Return the fields that every template has; `day` is the paper's own, and dates the file."""
    moment = capital(board.as_at)
    kept = [heading, show(day), *([moment] if moment else []), *(["Sample"] if board.sample else [])]
    return {
        "letterhead_picture": board.letterhead_file,
        "council": "\n".join(_council(board)),
        "board": one_line(board.name),
        "heading": heading,
        "state": _state(state, moment),
        "draft": DRAFT if draft else "",
        "sample": sample_line(board),
        "seal": "",
        "marking": "",
        "running": f"{one_line(board.name)} – {heading}",
        "footer": " · ".join(kept),
        "properties": {
            "title": f"{heading}, {show(day)} – {one_line(board.name)}{' (draft)' if draft else ''}",
            "subject": subject,
            "author": one_line(board.name),
            "keywords": "Sample" if board.sample else "",
            "day": day.isoformat(),
            "mark": marks.made_at(board.journal, board.head),
            "letterhead": board.letterhead_data,
        },
    }


def _council(board: views.Board) -> list[str]:
    """Return the council's name and, beneath it, the lines of its address."""
    address = (one_line(line) for line in board.letterhead.splitlines())
    return [one_line(board.council), *filter(None, address)]


def _state(state: str, moment: str) -> str:
    """Say how a paper stands and, where it was made from an earlier record, as at which moment."""
    if not moment or moment.startswith(state):
        return moment or state
    return f"{state} · {moment}"


def sample_line(board: views.Board) -> str:
    """Return the line that says on every document that it is a sample; nothing on a real Board's."""
    if not board.sample:
        return ""
    said = board.sample.strip()
    return said if said.casefold().startswith("sample") else f"Sample data. {said}"


def head_said(context: Context) -> list[list[str]]:
    """Return what every document must say of itself, for checking the finished file."""
    return [[context["board"]], [context["state"]], [context["sample"]]]
