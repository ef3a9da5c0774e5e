"""How a sample Board begins: itself, its people, what it works under, its plan; and the duties met since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import select

from boardtui.domain.states import Role
from boardtui.services import board, letter_blocks, letters, notice, people, plan
from boardtui.services.finding import letter as find_letter
from boardtui.services.sample_steps import CHAIR, Step, at, read
from boardtui.store.models import LetterBlock
from boardtui.store.unit import Work


def steps(folder: Path) -> Iterator[Step]:
    """Yield the steps that start the Board, fill its plan, meet its duties and write its letters."""
    told = read(folder / "board.toml")
    begun = told["instrument"].get("commenced") or told["instrument"]["from"]
    yield Step(at(begun, "09:00"), lambda work: _start(work, told))
    yield Step(at(begun, "10:00"), lambda work: _people(work, told))
    yield Step(at(begun, "11:00"), lambda work: _sources(work, read(folder / "requirements.toml"), told))
    lines = read(folder / "plan.toml")["line"]
    yield Step(at(begun + timedelta(days=1), "10:00"), lambda work: _plan(work, lines))
    for line in lines:
        for move in line.get("moves", ()):
            yield Step(at(move["on"], "17:00"), partial(_move, line=line, move=move))
    for duty in told.get("obligation", ()):
        for met in [duty, *duty.get("later", ())]:
            if "met_on" in met:
                yield Step(at(met["met_on"], "16:45"), partial(_meet, duty=met))
    for letter in read(folder / "letters.toml").get("letter", ()):
        yield from _letter(letter)


def _start(work: Work, told: dict[str, Any]) -> None:
    said, instrument = told["board"], told["instrument"]
    board.start_board(
        work,
        name=said["name"],
        council=said["council"],
        commenced=instrument.get("commenced"),
        kind=instrument["kind"],
        interval_days=said["interval_days"],
        sample=said["sample"],
        today=said["today"],
        title=instrument["title"],
        issued_by=instrument["issued_by"],
        note=instrument["note"],
        with_duties=False,
    )
    board.change_settings(
        work,
        meeting_starts=said["meeting_starts"],
        place=said["place"],
        quorum=said["quorum"],
        quorum_needs_chair=said["quorum_needs_chair"],
        addressee=told["addressee"]["office"],
        addressee_address=told["addressee"]["address"],
        chair_signs_as=CHAIR,
    )
    for day in told.get("closed_day", ()):
        board.close_day(work, day["on"], day["why"])
    for period in told.get("warning_period", ()):
        board.warn_of(work, period["from"], period["to"], period["why"])


def _people(work: Work, told: dict[str, Any]) -> None:
    work.say("Add the Board's people")
    deputies = [person for person in told["person"] if "deputy_of" in person]
    for person in [one for one in told["person"] if one not in deputies] + deputies:
        people.add_person(work, **person)
    for group in told["group"]:
        people.add_group(work, **group)


def _sources(work: Work, required: dict[str, Any], told: dict[str, Any]) -> None:
    work.say("Add what the Board works under")
    for source in required["source"]:
        notice.add_source(work, **source)
    for requirement in required["requirement"]:
        notice.add_requirement(work, **requirement)
    for duty in told.get("obligation", ()):
        plain = {name: value for name, value in duty.items() if name not in ("met_on", "evidence", "later")}
        notice.add_obligation(work, **plain)


def _plan(work: Work, lines: list[dict[str, Any]]) -> None:
    work.say("Add the Improvement Plan")
    for line in lines:
        plain = {name: value for name, value in line.items() if name not in ("moves", "original_due")}
        plan.add_line(work, due=line["original_due"], **plain)


def _move(work: Work, line: dict[str, Any], move: dict[str, Any]) -> None:
    plan.move_line(work, line["ref"], move["to"], move["reason"], move.get("meeting"), move["on"])


def _meet(work: Work, duty: dict[str, Any]) -> None:
    notice.meet_obligation(work, duty["ref"], duty["met_on"], duty.get("evidence", ""))


def _letter(told: dict[str, Any]) -> Iterator[Step]:
    number = told["number"]
    yield Step(at(told["dated"] - timedelta(days=7), "11:00"), lambda work: _write(work, told))
    if "signed_on" in told:
        signed = told["signed_on"]
        yield Step(
            at(signed, "10:00"),
            lambda work: letters.sign_letter(work, number, by=CHAIR, on=signed),
            CHAIR,
            Role.CHAIR,
        )
    if "sent_on" in told:
        yield Step(
            at(told["sent_on"], "11:00"),
            lambda work: letters.send_letter(work, number, to=told["sent_to"], on=told["sent_on"]),
        )


def _write(work: Work, told: dict[str, Any]) -> None:
    number = letters.start_letter(work, dated=told["dated"], subject=told.get("subject", ""))
    if "salutation" in told:
        letters.edit_letter(work, number, salutation=told["salutation"])
    written = {block["key"]: block for block in told.get("block", ()) if block["text"].strip()}
    if not written:
        return
    letter = find_letter(work, number)
    for block in work.all(select(LetterBlock).where(LetterBlock.letter_id == letter.id)):
        if said := written.get(block.key):
            block.heading, block.text = said["heading"], said["text"].strip()
        else:
            for figure in letter_blocks.figures_of(work, block):
                work.delete(figure)
            work.session.flush()
            work.delete(block)
