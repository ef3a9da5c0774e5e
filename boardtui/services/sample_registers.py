"""What a sample Board's registers hold: its dataset, assurance, support, evidence, agreements, letters received."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from boardtui.services import agreements, assurance, correspondence, duties, evidence, indicators, notice, support
from boardtui.services.plan import edit_line
from boardtui.services.sample_steps import Step, at, read
from boardtui.store.reading import plan
from boardtui.store.unit import Work

_LATER = ("improvement_board_on", "improvement_board_meeting", "safeguarding_board_on", "done_on", "commissioned_on")
_NOT_COLUMNS = ("number", "entered", "findings", "judgements", "cases", "summary", *_LATER)


def steps(folder: Path) -> Iterator[Step]:
    """Yield every entry of the registers on the day it was made."""
    told = read(folder / "board.toml")
    begun = told["instrument"]["commenced"] if told["instrument"].get("commenced") else told["instrument"]["from"]
    for code in _banded(folder):
        yield Step(at(begun, "13:00"), partial(duties.add_banded_obligations, source=code))
    for met in read(folder / "requirements.toml").get("banded", ()):
        yield Step(at(met["met_on"], "16:40"), partial(_meet, met=met))
    measures = read(folder / "indicators.toml").get("indicator", [])
    if measures:
        yield Step(at(begun + timedelta(days=1), "14:00"), lambda work: _dataset(work, measures))
    for measure in measures:
        for value in measure.get("values", ()):
            yield Step(
                at(max(value["on"], begun + timedelta(days=1)), "15:30"),
                partial(_value, ref=measure["ref"], value=value),
            )
    for one in read(folder / "assurance.toml").get("assurance", ()):
        yield from _assurance(one, begun + timedelta(days=1))
    for answer in read(folder / "assurance.toml").get("answer", ()):
        yield Step(at(answer["on"], "18:30"), partial(_answer, answer=answer))
    for one in read(folder / "support.toml").get("support", ()):
        yield Step(
            at(one.get("agreed_on") or begun + timedelta(days=2), "16:00"), partial(_call, support.add_support, one)
        )
    for one in read(folder / "agreements.toml").get("agreement", ()):
        yield Step(at(one["agreed_on"], "18:00"), partial(_call, agreements.add_agreement, one))
    for one in read(folder / "evidence.toml").get("evidence", ()):
        yield Step(at(one["on"], "15:45"), partial(_call, evidence.add_evidence, _but(one, ("on",))))
    for number, one in enumerate(read(folder / "correspondence.toml").get("letter", ()), 1):
        yield from _received(number, one, begun)


def _banded(folder: Path) -> list[str]:
    """Return the sources whose requirements are due by bands, such as an inspection's (rule 2)."""
    required = read(folder / "requirements.toml")
    return list(dict.fromkeys(one["source"] for one in required.get("requirement", ()) if one.get("band")))


def _meet(work: Work, met: dict[str, Any]) -> None:
    notice.meet_obligation(work, met["ref"], met["met_on"], met["evidence"])


def _call(service: Callable[..., object], said: dict[str, Any], work: Work) -> None:
    service(work, **said)


def _but(said: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name not in names}


def _dataset(work: Work, measures: list[dict[str, Any]]) -> None:
    work.say("Add the dataset of performance indicators")
    for measure in measures:
        indicators.add_indicator(work, **_but(measure, ("values",)))


def _value(work: Work, ref: str, value: dict[str, Any]) -> None:
    indicators.add_value(work, ref, **value)


def _assurance(one: dict[str, Any], earliest: Any) -> Iterator[Step]:
    """Enter an audit or review, note when it was commissioned and done with what it found, and to whom reported."""
    number = one["number"]
    entered = max(
        one.get("entered") or one.get("commissioned_on") or one.get("planned_for") or one["done_on"], earliest
    )
    done = max(one["done_on"], entered) if "done_on" in one else None
    if done is None:
        entered = min(entered, one.get("entered", entered))
    plain = _but(one, _NOT_COLUMNS)
    if "commissioned_on" in one:
        plain["commissioned_on"] = one["commissioned_on"]
    yield Step(at(entered, "09:30"), lambda work: _enter(work, number, plain))
    if done:
        yield Step(at(done, "16:30"), lambda work: _done(work, number, one))
    for name, meeting in (("improvement_board_on", "improvement_board_meeting"), ("safeguarding_board_on", "")):
        if name in one:
            changes = {key: one[key] for key in (name, meeting) if key in one}
            yield Step(at(max(one[name], entered), "17:30"), partial(_edit, number=number, changes=changes))


def _enter(work: Work, number: int, plain: dict[str, Any]) -> None:
    made = assurance.add_assurance(work, **plain)
    if made != number:
        raise ValueError(f"The sample's assurance {number} comes as number {made}: put them in order of entry.")


def _done(work: Work, number: int, one: dict[str, Any]) -> None:
    work.say(f"Note what {one['title']} found")
    changes = {name: one[name] for name in ("done_on", "cases", "summary") if name in one}
    assurance.edit_assurance(work, number, **changes)
    for found in one.get("findings", ()):
        ref = assurance.add_finding(work, number, found["text"], found.get("paragraph", ""))
        if "requirement" in found:
            assurance.require(work, ref, **found["requirement"])
    for judged in one.get("judgements", ()):
        assurance.add_judgement(work, number, **judged)


def _edit(work: Work, number: int, changes: dict[str, Any]) -> None:
    assurance.edit_assurance(work, number, **changes)


def _answer(work: Work, answer: dict[str, Any]) -> None:
    """Let plan lines answer a requirement that came after the plan was made."""
    work.say(f"Let the plan answer {answer['requirement']}")
    of = {line.ref: line for line in plan.lines(work.db, work.today)}
    for ref in answer["lines"]:
        line = of[ref]
        edit_line(work, line.id, line.version, answers=[*line.answers, answer["requirement"]])


def _received(number: int, one: dict[str, Any], begun: Any) -> Iterator[Step]:
    plain = _but(one, ("answered_on", "how"))
    yield Step(at(max(one["received_on"], begun), "11:30"), partial(_call, correspondence.add_correspondence, plain))
    if "answered_on" in one:
        yield Step(
            at(one["answered_on"], "12:30"),
            lambda work: correspondence.answer_correspondence(work, number, one["answered_on"], one.get("how", "")),
        )
