"""What is measured of Word: minutes and action logs against the same text written by python-docx alone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx

from boardtui.documents import actions, minutes
from boardtui.domain.papers import ActionLogPaper, MinutesPaper
from tests.bench.measuring import Measured, in_turn, seconds
from tests.documents import samples

ITEMS, ENTRIES, ACTIONS = 20, 200, 60
LOGGED, MOST = 45, 100
"""Rows of the action log at factor 1, and the factor beyond which it grows no more."""


def exports(_board: Path, factor: int) -> Iterator[Measured]:
    """Measure minutes of 20 items, 200 entries and 60 actions, and the log of as many actions as the factor has.

    The papers are made by hand: what is measured is the rendering with its own verification.
    """
    if factor == 1:
        paper = long_minutes()
        said = Said(minutes.render(paper))
        ours, reference = in_turn(lambda: seconds(lambda: minutes.render(paper)), lambda: seconds(said.written), 3)
        yield Measured("minutes of 200 entries / python-docx", factor, ours, reference, 2.5)
    rows = LOGGED * min(factor, MOST)
    log = long_log(rows)
    said = Said(actions.render(log))
    ours, reference = in_turn(lambda: seconds(lambda: actions.render(log)), lambda: seconds(said.written), 1)
    yield Measured(f"action log of {rows} rows / python-docx", factor, ours, reference, 2.5)


class Said:
    """The paragraphs and tables of a Word file, to be written again by python-docx alone."""

    def __init__(self, data: bytes) -> None:
        document = docx.Document(io.BytesIO(data))
        self._paragraphs = [paragraph.text for paragraph in document.paragraphs]
        self._tables = [[[_text(cell) for cell in row.tc_lst] for row in one._tbl.tr_lst] for one in document.tables]

    def written(self) -> bytes:
        """Write the same text into a new file, the cells of its tables made beforehand."""
        document = docx.Document()
        for text in self._paragraphs:
            document.add_paragraph(text)
        for rows in self._tables:
            made = document.add_table(len(rows), max(map(len, rows)))
            for row, texts in zip(made._tbl.tr_lst, rows, strict=True):
                for cell, text in zip(row.tc_lst, texts, strict=False):
                    cell.p_lst[0].add_r().text = text
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def _text(cell: Any) -> str:
    return "\n".join("".join(run.text for run in paragraph.r_lst) for paragraph in cell.p_lst)


def long_minutes() -> MinutesPaper:
    """Return minutes of twenty items, two hundred entries and sixty actions."""
    return samples.minutes(
        items=tuple(samples.item(n, f"Item {n} of the agenda") for n in range(1, ITEMS + 1)),
        entries=tuple(
            samples.entry(1 + n // 10, 1 + n % 10, f"Entry {n}: what was said of it, at the length of a sentence.")
            for n in range(ENTRIES)
        ),
        actions=tuple(samples.action(f"5/{n:02d}", f"do the thing numbered {n}", "DCS") for n in range(1, ACTIONS + 1)),
        corrected=(),
    )


def long_log(rows: int) -> ActionLogPaper:
    """Return an action log of so many rows."""
    paper = samples.action_log()
    return replace(paper, open=tuple(paper.open[n % len(paper.open)] for n in range(rows)))
