"""A sample Board's reports, to the Minister and to the committee: drafted on their day, written, signed, sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import select

from boardtui.domain.states import Role, Series
from boardtui.services import finding, letters, reports, scrutiny
from boardtui.services.sample_steps import CHAIR, Step, at, read
from boardtui.store.models import LetterBlock
from boardtui.store.unit import Work


def steps(folder: Path) -> Iterator[Step]:
    """Yield how each report was drafted, a week before its date, and signed and sent if it was."""
    for told in read(folder / "reports.toml").get("report", ()):
        yield from _report(told)
    for told in read(folder / "scrutiny.toml").get("report", ()):
        yield Step(at(told["drafted_on"], "14:30"), partial(_to_committee, told=told))


def _report(told: dict[str, Any]) -> Iterator[Step]:
    number, series = told["number"], Series.REPORT
    yield Step(at(told.get("drafted_on", told["dated"] - timedelta(days=7)), "11:15"), lambda work: _write(work, told))
    if "signed_on" in told:
        signed = told["signed_on"]
        yield Step(
            at(signed, "10:15"),
            lambda work: letters.sign_letter(work, number, by=CHAIR, on=signed, series=series),
            CHAIR,
            Role.CHAIR,
        )
    if "sent_on" in told:
        yield Step(
            at(told["sent_on"], "11:15"),
            lambda work: letters.send_letter(work, number, to=told["sent_to"], on=told["sent_on"], series=series),
        )


def _write(work: Work, told: dict[str, Any]) -> None:
    number = reports.start_report(work, told["kind"], dated=told["dated"], subject=told.get("subject", ""))
    _put(work, told, number, Series.REPORT)


def _to_committee(work: Work, told: dict[str, Any]) -> None:
    plain = {name: told[name] for name in ("committee", "officer", "item", "dated", "subject")}
    _put(work, told, scrutiny.start_scrutiny(work, **plain), Series.SCRUTINY)


def _put(work: Work, told: dict[str, Any], number: int, series: str) -> None:
    """Put the words that were written into their blocks; the others stay as they were drafted."""
    written = {block["key"]: block["text"].strip() for block in told.get("block", ()) if block["text"].strip()}
    report = finding.letter(work, number, series)
    for block in work.all(select(LetterBlock).where(LetterBlock.letter_id == report.id)):
        if block.key in written:
            block.text = written[block.key]
