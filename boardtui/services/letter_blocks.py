"""The blocks of a letter or report: drafted from the records, then their author's where somebody edited them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select

from boardtui.documents.drafting import DraftBlock, draft
from boardtui.documents.drafting.sourced import sourced
from boardtui.domain.dates import show
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.states import LetterState, Series
from boardtui.domain.text import clean, plural
from boardtui.domain.views import TABLED
from boardtui.errors import LockedError
from boardtui.services import finding
from boardtui.store.models import Figure, Letter, LetterBlock
from boardtui.store.reading.figures import RecordsNow
from boardtui.store.reading.letters import says
from boardtui.store.reading.papers import letter_paper
from boardtui.store.unit import Work

SIGNED = (LetterState.SIGNED, LetterState.SENT)
"""States after which nothing in a letter or report changes."""


def name_of(letter: Letter) -> str:
    """Return what people call it: `letter 2`, `report 1`."""
    return f"{letter.series} {letter.number}"


def capital(letter: Letter) -> str:
    """Return its name where it opens a sentence: `Letter 2`."""
    return name_of(letter).capitalize()


def unsigned(letter: Letter) -> Letter:
    """Return a letter or report, refusing one that is signed or sent."""
    if letter.state in SIGNED:
        raise LockedError(
            f"{capital(letter)} is {letter.state}.",
            "It is not changed any more.",
            f"Write another {letter.series}.",
        )
    return letter


def redraft(work: Work, number: int, series: str = Series.LETTER, dated: date | None = None) -> None:
    """Draft again from the records; a block somebody has edited keeps its text, the new draft beside it.

    With `dated` it bears that day from now on, and its sentences count from it.
    """
    letter = unsigned(finding.letter(work, number, series))
    work.say(f"Redraft {name_of(letter)}" + (f" for {show(dated)}" if dated else ""))
    letter.dated = dated or letter.dated
    renew(work, letter)


def renew(work: Work, letter: Letter) -> None:
    """Draft again, and tell which parts read otherwise than before."""
    before = {block.key: block.text for block in blocks_of(work, letter)}
    fill(work, letter)
    now = blocks_of(work, letter)
    anew = [_heading(block) for block in now if block.text != before.get(block.key)]
    kept = sum(block.text != block.drafted for block in now)
    said = f"Drafted anew: {', '.join(anew)}." if anew else "No part that is drafted reads otherwise."
    stays = f" What was edited stays in {plural(kept, 'part')}." if kept else ""
    work.tell(said + stays)


def otherwise(work: Work, letter: Letter) -> tuple[str, ...]:
    """Return the headings of the parts nobody has edited that would be drafted otherwise from the records now."""
    now = {block.key: block.text for block in drafts(work, letter)}
    unedited = (block for block in blocks_of(work, letter) if block.text == block.drafted)
    return tuple(_heading(block) for block in unedited if block.key in now and block.text != now[block.key])


def edit_block(work: Work, block_id: str, version: int | None, text: str) -> None:
    """Put its author's own words into a block."""
    block = work.get(LetterBlock, block_id, version, {"text": text})
    letter = unsigned(work.get(Letter, block.letter_id))
    block.text = clean(text).strip()
    work.say(f"Edit “{_heading(block)}” in {name_of(letter)}")


def use_draft(work: Work, block_id: str, version: int | None) -> None:
    """Take the drafted words of a block in place of the edited ones."""
    block = work.get(LetterBlock, block_id, version)
    unsigned(work.get(Letter, block.letter_id))
    block.text = block.drafted
    newest = {figure.ref: figure.value for figure in figures_of(work, block)}
    for figure in figures_of(work, block):
        if newest[figure.ref] != figure.value:
            work.delete(figure)
    work.say(f"Use the draft of “{_heading(block)}”")


def fill(work: Work, letter: Letter) -> None:
    """Draft every block; text that was edited stays, and a block that is drafted no longer goes unless it was."""
    work.session.flush()
    old = {block.key: block for block in blocks_of(work, letter)}
    drafted = drafts(work, letter)
    for position, block in enumerate(drafted, 1):
        kept = old.get(block.key)
        edited = kept is not None and kept.text != kept.drafted
        row = (
            _renewed(kept, block, position)
            if kept
            else work.add(_new(letter, block, position), _reference(letter, block))
        )
        _quote(work, row, block.figures, edited=edited)
    if letter.series == Series.REPORT:
        _let_go(work, [block for key, block in old.items() if key not in {one.key for one in drafted}])


def renew_tables(work: Work, letter: Letter) -> None:
    """Take the figures of a report's tables anew: they are made from the record as it stands when it is signed."""
    if letter.series != Series.REPORT:
        return
    now = {block.key: [one for one in block.figures if one.said.startswith(TABLED)] for block in drafts(work, letter)}
    for block in blocks_of(work, letter):
        said = [one for one in figures_of(work, block) if not one.said.startswith(TABLED)]
        _keep(work, block, [(one.said, one.ref, one.value) for one in (*said, *now.get(block.key, ()))])


def drafts(work: Work, letter: Letter) -> Sequence[DraftBlock]:
    """Draft a letter or report from the records as they stand."""
    if letter.series == Series.REPORT:
        from boardtui.documents.reporting import draft as draft_report
        from boardtui.store.reading.report_paper import report_paper

        return draft_report(report_paper(work.db, letter.number, work.today))
    if letter.series == Series.SCRUTINY:
        from boardtui.documents import committee
        from boardtui.store.reading.plan_papers import scrutiny_paper

        return committee.draft(scrutiny_paper(work.db, letter.number, work.today))
    paper = letter_paper(work.db, letter.number, work.today)
    return sourced(draft(paper), paper, RecordsNow(work.db, work.today))


def blocks_of(work: Work, letter: Letter) -> list[LetterBlock]:
    """Return a letter's blocks in order."""
    return work.all(select(LetterBlock).where(LetterBlock.letter_id == letter.id).order_by(col(LetterBlock.position)))


def figures_of(work: Work, block: LetterBlock) -> list[Figure]:
    """Return a block's figures in order."""
    return work.all(select(Figure).where(Figure.block_id == block.id).order_by(col(Figure.position)))


def _heading(block: LetterBlock) -> str:
    return block.heading or block.key


def _new(letter: Letter, block: DraftBlock, position: int) -> LetterBlock:
    return LetterBlock(
        letter_id=letter.id,
        position=position,
        key=block.key,
        heading=block.heading,
        text=block.text,
        drafted=block.text,
    )


def _reference(letter: Letter, block: DraftBlock) -> str:
    return f"{'' if letter.series == Series.LETTER else letter.series}{letter.number}:{block.key}"


def _renewed(kept: LetterBlock, block: DraftBlock, position: int) -> LetterBlock:
    if kept.text == kept.drafted:
        kept.text = block.text
    kept.drafted, kept.heading, kept.position = block.text, block.heading, position
    return kept


def _quote(work: Work, block: LetterBlock, figures: Sequence[Quoted], *, edited: bool) -> None:
    """Keep a draft's figures; those that edited text still says stay first, as they were when it was drafted."""
    now = [(figure.said, figure.ref, figure.value) for figure in figures]
    before = figures_of(work, block)
    stay = [(one.said, one.ref, one.value) for one in before if edited and says(block.text, one.said)]
    _keep(work, block, list(dict.fromkeys([*stay, *now])))


def _keep(work: Work, block: LetterBlock, wanted: Sequence[tuple[str, str, str]]) -> None:
    """Make these the figures of a block, in this order; nothing changes where they are."""
    before = figures_of(work, block)
    if [(one.said, one.ref, one.value) for one in before] == list(wanted):
        return
    for figure in before:
        work.session.delete(figure)
    work.session.flush()
    for position, (said, ref, value) in enumerate(wanted, 1):
        row = Figure(block_id=block.id, position=position, said=said, ref=ref, value=value)
        row.id = work.new_id("figure", f"{block.id}:{position}")
        work.session.add(row)


def _let_go(work: Work, blocks: Sequence[LetterBlock]) -> None:
    """Remove blocks that are drafted no longer, an indicator's that was withdrawn; edited ones stay, at the end."""
    for block in blocks:
        if block.text != block.drafted:
            continue
        for figure in figures_of(work, block):
            work.delete(figure)
        work.delete(block)
