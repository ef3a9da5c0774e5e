"""How a sample Board's meetings went: planned, agenda issued, minuted line by line, rated, signed; and between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from boardtui.domain.grammar import parse
from boardtui.domain.lines import UpdatesAction
from boardtui.domain.states import Role, SignedHow
from boardtui.errors import BoardError
from boardtui.services import actions, agenda, finding, meetings, minutes, plan
from boardtui.services.action_log import At
from boardtui.services.sample_steps import CHAIR, SECRETARY, Step, at, read
from boardtui.store.models import Entry
from boardtui.store.reading.known import Known
from boardtui.store.unit import Work

A_LINE_TAKES = timedelta(seconds=110)
"""How long the sample lets the Board talk for each line of its minutes."""

_MEND = "Mend the sample's text in sample_db, then build it again."


def steps(folder: Path) -> Iterator[Step]:
    """Yield the steps of every meeting and of what leads reported between them."""
    told = [read(path) for path in sorted(folder.glob("meetings/*.toml"), key=lambda path: int(path.stem))]
    days = [one["meeting"]["date"] for one in told]
    planned: date = read(folder / "board.toml")["board"].get("planned_on", days[0] - timedelta(days=2))
    yield Step(at(planned, "09:00"), lambda work: _plan_all(work, days))
    ratings = read(folder / "ratings.toml").get("rating", [])
    links: dict[str, list[str]] = read(folder / "links.toml").get("actions", {})
    for one in told:
        number, day = one["meeting"]["number"], one["meeting"]["date"]
        yield from _agenda(one, day)
        notes = folder / "meetings" / f"{number}.txt"
        mine = [rating for rating in ratings if rating["meeting"] == number]
        if notes.is_file():
            raised = {ref: lines for ref, lines in links.items() if ref.startswith(f"{number}/")}
            yield from _held(one["meeting"], notes.read_text(encoding="utf-8"), mine, raised)
        elif mine:
            proposed = read(folder / "board.toml")["board"]["today"] - timedelta(days=3)
            yield Step(at(proposed, "15:00"), partial(_rate, ratings=mine))
    between = folder / "between.txt"
    if between.is_file():
        yield from _between(between.read_text(encoding="utf-8"))


def _plan_all(work: Work, days: list[date]) -> None:
    work.say(f"Plan meetings 1 to {len(days)}")
    meetings.plan_meeting(work, days[0])
    planned = [proposed.day for _, proposed in meetings.plan_meetings(work, len(days) - 1)]
    if planned != days[1:]:
        raise BoardError(f"The sample's meetings are not at six weeks: {planned} is not {days[1:]}.", "", _MEND)


def _agenda(told: dict[str, Any], day: date) -> Iterator[Step]:
    number, said = told["meeting"]["number"], told["meeting"]
    issued = said.get("agenda_issued")
    prepared = (issued or day - timedelta(days=41)) - timedelta(days=1)
    if told.get("change"):
        yield Step(at(prepared, "10:30"), lambda work: _change(work, number, told["change"]))
    if issued:
        yield Step(at(issued, "12:00"), lambda work: agenda.issue_agenda(work, number))


def _change(work: Work, meeting: int, changes: list[dict[str, Any]]) -> None:
    work.say(f"Prepare the agenda of meeting {meeting}")
    items = finding.items(work, finding.meeting(work, meeting).id)
    for change in [one for one in changes if "item" in one]:
        plain = {name: value for name, value in change.items() if name not in ("item", "kind")}
        item = items[change["item"] - 1]
        item.kind = change.get("kind", item.kind)
        agenda.edit_item(work, item.id, item.version, **plain)
        work.session.flush()
    for change in [one for one in changes if "add_after" in one]:
        plain = {name: value for name, value in change.items() if name not in ("add_after",)}
        agenda.add_item(work, meeting, at=change["add_after"] + 1, **plain)


def _held(
    said: dict[str, Any], notes: str, ratings: list[dict[str, Any]], links: dict[str, list[str]]
) -> Iterator[Step]:
    number, now = said["number"], at(said["date"], "14:00")
    yield _minuted(now, lambda work: meetings.start_meeting(work, number))
    for typed in filter(str.strip, notes.splitlines()):
        now += A_LINE_TAKES
        yield _minuted(now, partial(_enter, meeting=number, typed=typed))
    if ratings:
        yield _minuted(now, lambda work: _rate(work, ratings))
    if links:
        yield _minuted(now, lambda work: _link(work, number, links))
    yield _minuted(now, lambda work: meetings.close_meeting(work, number))
    signed: date | None = said.get("signed_on")
    submitted: date = said["submitted_on"] if signed is None else signed - timedelta(days=2)
    yield Step(at(submitted, "09:30"), lambda work: meetings.submit_minutes(work, number))
    if signed:
        how = said.get("how", SignedHow.PROGRAM)
        by = (CHAIR, Role.CHAIR) if how == SignedHow.PROGRAM else ()
        yield Step(
            at(signed, "18:00"),
            lambda work: meetings.sign_minutes(work, number, by=CHAIR, on=signed, how=how),
            *by,
        )


def _minuted(now: datetime, do: Any) -> Step:
    return Step(now, do, SECRETARY, Role.SECRETARY)


def _enter(work: Work, meeting: int, typed: str) -> None:
    made = minutes.enter(work, meeting, typed)
    if made and (problem := work.get(Entry, made).to_tidy):
        raise BoardError(f"The sample's meeting {meeting}: {problem} ({typed})", "", _MEND)


def _rate(work: Work, ratings: list[dict[str, Any]]) -> None:
    what = "Propose" if ratings[0].get("proposed") else "Agree"
    work.say(f"{what} the ratings of meeting {ratings[0]['meeting']}")
    for rating in ratings:
        plain = {name: value for name, value in rating.items() if name != "recheck"}
        plan.rate(work, recheck_on=rating.get("recheck"), by="" if what == "Propose" else "the Board", **plain)


def _link(work: Work, meeting: int, links: dict[str, list[str]]) -> None:
    work.say(f"Link the actions of meeting {meeting} to the plan")
    for ref, lines in links.items():
        actions.serve_lines(work, ref, lines)


def _between(text: str) -> Iterator[Step]:
    for line in filter(str.strip, text.splitlines()):
        found = re.match(r"(\S+)\s+(\S+)\s+(>.*)", line)
        if found and not line.startswith("#"):
            day, who, typed = date.fromisoformat(found[1]), found[2], found[3]
            yield Step(at(day, "12:30"), partial(_report, day=day, who=who, typed=typed))


def _report(work: Work, day: date, who: str, typed: str) -> None:
    (meeting,) = work.db.execute(
        "SELECT number FROM meeting WHERE held_on <= ? ORDER BY held_on DESC LIMIT 1", (day.isoformat(),)
    ).fetchone()
    parsed = parse(typed, Known(work.db, meeting))
    if parsed is None or not isinstance(parsed.line, UpdatesAction):
        raise BoardError(f"The sample's line between meetings was not understood: {typed} ({parsed})", "", _MEND)
    line, reported = parsed.line, At(day, who)
    match line.step:
        case "done":
            actions.done(work, line.ref, line.text, reported)
        case "closed":
            actions.close(work, line.ref, line.text, reported)
        case "returned":
            actions.give_back(work, line.ref, line.text, reported)
        case "moved" if line.due is not None:
            actions.move_due(work, line.ref, line.due, line.text, reported)
        case _:
            actions.update_action(work, line.ref, line.text, reported)
