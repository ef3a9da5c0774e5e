"""The papers that are signed: how each is read from the record, and put into Word in either version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from boardtui.documents import letter, minutes, report, scrutiny
from boardtui.documents.reopening import paragraphs
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.seals import Sealed
from boardtui.domain.states import Series
from boardtui.domain.withholding import open_version
from boardtui.errors import NotFoundError
from boardtui.services.desk import Desk
from boardtui.services.moments import with_board
from boardtui.store.reading import papers, plan_papers, report_paper, seals
from boardtui.store.reading.letters import letter as reading_letter
from boardtui.store.reading.reader import Database

MINUTES = "minutes"
"""The kind of paper that a meeting has; the others are named after their series."""


@dataclass(frozen=True)
class Signable:
    """How one kind of paper is read, made into Word, made for its words alone, and named.

    Of minutes there is a restricted version too; letters and reports are open.
    """

    read: Callable[[Database, int, date], Any]
    render: Callable[..., bytes]
    plain: Callable[..., bytes]
    file_name: Callable[[Any], str]


SIGNABLE: dict[str, Signable] = {
    MINUTES: Signable(papers.minutes_paper, minutes.render, minutes.render, minutes.file_name),
    Series.LETTER: Signable(papers.letter_paper, letter.render, letter.render, letter.file_name),
    Series.REPORT: Signable(
        report_paper.report_paper, report.render, partial(report.render, drawn=False), report.file_name
    ),
    Series.SCRUTINY: Signable(plan_papers.scrutiny_paper, scrutiny.render, scrutiny.render, scrutiny.file_name),
}
"""Every kind of paper that is signed, by name."""


@dataclass(frozen=True)
class Words:
    """A paper's words: what it was made from, and every paragraph without and with what is restricted."""

    paper: Any
    open_text: tuple[str, ...]
    full_text: tuple[str, ...]


def words(db: Database, kind: str, number: int, today: date) -> Words:
    """Return the words of a paper as it would be exported now; a picture at its head is none of them."""
    how = SIGNABLE[kind]
    paper = with_board(how.read(db, number, today), letterhead_file="", letterhead_data="")
    said = paragraphs(how.plain(paper))
    both = kind == MINUTES and open_version(paper).withheld.number > 0
    full = paragraphs(how.plain(paper, version=PaperVersion.RESTRICTED)) if both else said
    return Words(paper, said, full)


def paper_of(desk: Desk, kind: str, number: int, edition: int | None = None) -> tuple[Any, Sealed | None]:
    """Return what a paper is made from: a signed one, the records as they stood when it was signed (DESIGN 4).

    By default that is the edition in force; raises NotFoundError where there is none of that number.
    """
    how = SIGNABLE[kind]
    sealed = desk.read(lambda db: seals.in_force(db, kind, number, edition))
    if sealed is not None:
        day = sealed.sealed_on
        return desk.read_as_at(sealed.entry, lambda db: how.read(db, number, day)), sealed
    if edition is not None:
        raise NotFoundError(
            f"The {kind} {number} have no edition {edition}." if kind == MINUTES else f"There is no edition {edition}.",
            "Nothing was exported.",
            "See which were signed with: boardtui editions",
        )
    paper = desk.read(lambda db: how.read(db, number, desk.today))
    if kind == Series.REPORT:  # a draft's Word file says which of its figures have changed
        with_figures = desk.read(lambda db: reading_letter(db, number, kind, desk.today))
        paper = replace(paper, letter=with_figures)
    return paper, None
