"""The figures that a drafted letter says, each with the record it rests on, so that it can be traced (N 8.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from boardtui.documents.drafting.decided import TARGETS
from boardtui.documents.drafting.indicators import title_in, without_noun
from boardtui.documents.drafting.letter import DraftBlock
from boardtui.documents.drafting.movement import level_word, real_levels
from boardtui.documents.drafting.numbers import number
from boardtui.domain.dataset import Indicator
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.figure_values import figure_value
from boardtui.domain.figures import figure
from boardtui.domain.measures import target_in_hand
from boardtui.domain.papers import LetterPaper
from boardtui.domain.records import Records

_Phrases = Iterator[tuple[str, str]]
"""What may be said, with `#` where the figure stands, and the reference that gives the figure."""


def sourced(blocks: Sequence[DraftBlock], paper: LetterPaper, records: Records) -> tuple[DraftBlock, ...]:
    """Return the blocks with the figures that their words say; one that no record gives is left without a source."""
    return tuple(replace(block, figures=tuple(dict.fromkeys(_in_block(block, paper, records)))) for block in blocks)


def _in_block(block: DraftBlock, paper: LetterPaper, records: Records) -> Iterator[Quoted]:
    for phrase, ref in _phrases(block, paper):
        value = figure_value(ref, records)
        if value is not None and value.isdecimal() and (said := _found(phrase, number(int(value)), block.text)):
            yield Quoted(said, ref, value)
    for one in paper.indicators:
        yield from _measured(one, block.text, records)


def _found(phrase: str, count: str, text: str) -> str:
    """Return the words as the text has them, whether or not they open a sentence; nothing where it does not."""
    found = re.search(rf"(?<![\w.,]){re.escape(phrase.replace('#', count))}(?![\w,]*\d)\b", text, re.IGNORECASE)
    return found[0] if found else ""


def _phrases(block: DraftBlock, paper: LetterPaper) -> _Phrases:
    first, last = paper.letter.first_meeting, paper.letter.last_meeting
    match block.key:
        case "plan":
            yield from _of_plan(paper, first - 1)
        case "targets":
            yield from _of_targets(block.text)
        case "actions":
            yield from _of_actions(paper, f"{first}-{last}")
        case "challenge":
            yield from ((f"# challenge{many}", f"challenges {first}-{last}") for many in ("s", ""))
            yield from ((f"# {have} been answered", f"challenges {first}-{last} answered") for have in ("have", "has"))
        case "next":
            day = paper.letter.dated or paper.on
            if paper.next:
                yield from ((f"# action{many}", f"actions due {day} to {paper.next.date}") for many in ("s", ""))


def _of_plan(paper: LetterPaper, before: int) -> _Phrases:
    yield "# lines", "plan lines"
    for level in real_levels(paper):
        word = level_word(paper, level.letter)
        yield from ((f"{are}{word}", f"plan {level.letter}") for are in ("# ", "# are ", "# is "))
    yield from ((f"# {are} not yet rated", "plan -") for are in ("are", "is"))
    ways = (("better", "improved"), ("worse", "slipped")) if before > 0 else ()
    for way, said in ways:
        yield from ((f"# {have} {said}", f"plan {way} since {before}") for have in ("have", "has"))


def _of_targets(text: str) -> _Phrases:
    for months, name in TARGETS.items():
        if f"{name} targets" not in text:
            continue
        yield f"# {name} targets", f"targets {months}"
        for what, phrases in (
            ("met", ("reach #", "# are met", "# is met")),
            ("missed", ("fall short of #", "# are missed", "# is missed")),
            ("unknown", ("# cannot be told", "# are unknown", "# is unknown")),
        ):
            yield from ((phrase, f"targets {months} {what}") for phrase in phrases)


def _of_actions(paper: LetterPaper, span: str) -> _Phrases:
    yield from ((f"set # action{many}", f"actions raised {span}") for many in ("s", ""))
    if paper.earlier and paper.earlier.signed_on:
        yield "closed #", f"actions closed since {paper.earlier.signed_on}"
    yield from ((f"# {are} open", "actions open") for are in ("are", "is"))
    yield from ((f"# {are} past", "actions overdue") for are in ("are", "is"))
    yield "# of them reported done", "actions done"


def _measured(one: Indicator, text: str, records: Records) -> Iterator[Quoted]:
    """Yield what a text that names an indicator says of its latest value, its baseline and its target in hand."""
    if one.latest is None or title_in(one.title).casefold() not in text.casefold():
        return
    aim = target_in_hand(one.measure, one.latest.period)
    refs = [f"{one.ref} {one.latest.period:%Y-%m}", f"{one.ref} baseline"]
    for ref in refs:
        value = figure_value(ref, records)
        said = without_noun(figure(Decimal(value), one.measure.unit), one) if value else ""
        if said and said in text:
            yield Quoted(said, ref, value or "")
    if aim:
        months = 6 if (aim[0], aim[1]) == (one.measure.target_6, one.measure.on_6) else 12
        value = figure_value(f"{one.ref} target {months}", records)
        said = f"a target of {figure(aim[0], one.measure.unit).removesuffix('%')}"
        if value and said in text:
            yield Quoted(said, f"{one.ref} target {months}", value)
