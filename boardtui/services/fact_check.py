"""The council's fact check of a report: its comments are recorded, the Chair decides each (DESIGN 4)."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from boardtui.domain.roles import Step, require
from boardtui.domain.states import FactDecision, LetterState, Series
from boardtui.domain.text import clean, listed, one_line, plural
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.services.letter_blocks import capital, name_of, unsigned
from boardtui.store.models import FactComment, Letter, LetterBlock
from boardtui.store.unit import Work

_NAMED = 6


def send_to_fact_check(work: Work, number: int, series: str = Series.REPORT) -> None:
    """Give a drafted report to the council to check its facts."""
    letter = finding.letter(work, number, series)
    if letter.state != LetterState.DRAFT:
        raise BoardError(
            f"{capital(letter)} is {letter.state}, not {LetterState.DRAFT}.",
            "Nothing was changed.",
            "Only a draft goes to the council. Look at where it stands under {letters}.",
        )
    letter.state = LetterState.FACT_CHECK
    work.say(f"Send {name_of(letter)} to the council's fact check")


def add_comment(
    work: Work,
    number: int,
    text: str,
    *,
    block: str | None = None,
    by: str = "",
    on: date | None = None,
    series: str = Series.REPORT,
) -> int:
    """Record a comment of the fact check, on a block by its key or on the whole; return its number."""
    letter = unsigned(finding.letter(work, number, series))
    about = _block(work, letter, block) if block else None
    position = len(_comments(work, letter)) + 1
    work.add(
        FactComment(
            letter_id=letter.id,
            block_id=about.id if about else None,
            position=position,
            given_on=on or work.today,
            given_by=one_line(by),
            text=finding.wording(text, "The comment"),
        ),
        f"{name_of(letter)}:{position}",
    )
    work.say(f"Record a comment on {name_of(letter)}")
    return position


def decide_comment(
    work: Work,
    number: int,
    comment: int,
    decision: str,
    answer: str = "",
    *,
    version: int | None = None,
    on: date | None = None,
    series: str = Series.REPORT,
) -> None:
    """Record what the Chair decided about a comment; declining it needs an answer."""
    require(work.role, Step.DECIDE_COMMENT)
    letter = unsigned(finding.letter(work, number, series))
    found = next((row for row in _comments(work, letter) if row.position == comment), None)
    if found is None:
        raise NotFoundError(f"There is no comment {comment} on {name_of(letter)}.", "", "Look at its fact check.")
    row = work.get(FactComment, found.id, version, {"decision": decision, "answer": answer})
    said = clean(answer).strip()
    if FactDecision(decision) is FactDecision.DECLINED and not said:
        raise BoardError(
            "A comment is declined with an answer.",
            "Nothing was saved.",
            "Write to the council why the text stands.",
        )
    row.decision, row.answer, row.decided_on = FactDecision(decision), said, on or work.today
    work.say(f"{decision.capitalize()} comment {comment} on {name_of(letter)}")


def undecided(work: Work, letter: Letter) -> list[FactComment]:
    """Return the comments on which the Chair has not decided."""
    return [row for row in _comments(work, letter) if not row.decision]


def remind(work: Work, letter: Letter, *, checked: bool) -> None:
    """Name the comments still undecided when a report is laid before the Chair, or say that none were asked for."""
    waiting = undecided(work, letter)
    if waiting:
        numbers = listed([str(row.position) for row in waiting[:_NAMED]])
        more = " and more" if len(waiting) > _NAMED else ""
        wait = "waits" if len(waiting) == 1 else "wait"
        work.tell(f"{plural(len(waiting), 'comment')} of the fact check {wait} for a decision: {numbers}{more}.")
    elif not checked and not _comments(work, letter):
        work.tell(f"The council has not checked the facts in {name_of(letter)}.")


def _comments(work: Work, letter: Letter) -> list[FactComment]:
    return work.all(select(FactComment).where(FactComment.letter_id == letter.id).order_by(col(FactComment.position)))


def _block(work: Work, letter: Letter, key: str) -> LetterBlock:
    found: LetterBlock | None = work.find(LetterBlock, letter_id=letter.id, key=key)
    if found is None:
        raise NotFoundError(f"{capital(letter)} has no part “{one_line(key)}”.", "", "Look at its parts.")
    return found
