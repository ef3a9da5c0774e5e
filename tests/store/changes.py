"""One change of every kind that a person can make, by the service that makes it; chance chooses on what.

Each is undone and made again by the tests beside it. A new service that writes is entered here, or in PARTS.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from boardtui.domain.ratings import DEFAULT_SCHEME
from boardtui.domain.sheets.grid import Cell, Grid, Line
from boardtui.domain.states import EntryKind, Role, SignedHow
from boardtui.services import (
    actions,
    agenda,
    agreements,
    amending,
    assurance,
    board,
    checks,
    closing,
    correspondence,
    duties,
    evidence,
    fact_check,
    findings,
    importing,
    indicators,
    instrument,
    judgements,
    letter_blocks,
    letterhead,
    letters,
    live,
    many,
    meetings,
    minutes,
    notes,
    notice,
    people,
    plan,
    preflight,
    queries,
    queue,
    recover,
    reports,
    scrutiny,
    session,
    support,
    terms,
)
from boardtui.store.models import Entry
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.deleted import deleted
from boardtui.store.reading.preflight import preflight as found_in
from boardtui.store.reading.queue import queue as waits_for_the_chair
from boardtui.store.unit import Work
from tests.letterheads import BLUE, GREEN, picture_file

Change = Callable[[Work, random.Random], object]

ACTION = (
    "SELECT m.number || '/' || printf('%02d', a.sequence) FROM action AS a JOIN meeting AS m ON m.id = a.meeting_id"
)
OPEN = f"{ACTION} WHERE a.state IN ('open', 'done', 'returned')"
BETWEEN = f"{ACTION} WHERE NOT EXISTS (SELECT 1 FROM entry AS e WHERE e.action_id = a.id AND e.kind = 'action')"
MINUTED = (
    "SELECT e.id, e.version FROM entry AS e JOIN meeting AS m ON m.id = e.meeting_id WHERE m.state <> 'signed off'"
)
PLANNED = "SELECT number FROM meeting WHERE state IN ('planned', 'agenda issued', 'postponed')"
ITEM = "SELECT i.id, i.version FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id WHERE m.opened_at IS NULL"
BLOCK = "SELECT b.id, b.version FROM letter_block AS b JOIN letter AS l ON l.id = b.letter_id WHERE l.signed_on IS NULL"
LETTER = "SELECT number, series FROM letter"
SEATS = ("DCS", "POL", "CCG", "LEG")
LINES = (
    *("A note", "= Agreed", "? Why so late?", "! DCS, POL by next meeting: Do it", "! LEG by 1 Jun: Do that"),
    *("> 1/01 done: x", "> 1/02 by 1 Jun: x", "> 1/01 close: x", "> 2/01 return: x", "> 1/02 x", "> 1.2 A: x; path: y"),
    *("> 1.1 x", "> 1/4.1 answered: x", "present: ALL", "apologies: POL", "absent: LM", "deputy: DDN for CCG"),
    *("deputy: Ann Guest, Nurse for CCG", "arrived: POL", "left: DCS", "in the chair: LM", "open", "# 4", "# 9"),
    *("interest: POL item 7: x; leaves", "# + More (urgent: now)", "# defer to 4: late", "restricted: child"),
    *("confirmed: as presented", "confirmed: as amended", "amend 2/4.1: audits => checks", "(restricted: child) x"),
    *("nonsense: !", r"\! plain", "> 1.1 B: x; evidence: y; again: 14 Sep"),
)
"""A line of every kind of the grammar (DESIGN 5)."""


def pick(work: Work, chance: random.Random, sql: str, *values: Any) -> Any:
    """Choose a row of a query; its one column, or all of them."""
    work.session.flush()
    rows = sorted(work.db.execute(sql, values).fetchall())
    if not rows:
        raise LookupError(sql)
    chosen = chance.choice(rows)
    return chosen[0] if len(chosen) == 1 else chosen


def word(chance: random.Random) -> str:
    """Return words that are unlikely to be there already."""
    return f"Words {chance.randrange(10**6)}"


def soon(work: Work, chance: random.Random) -> date:
    """Return a day to come."""
    return work.today + timedelta(days=chance.randrange(20, 200))


def _action(do: Callable[[Work, str, random.Random], object], sql: str = OPEN) -> Change:
    return lambda work, chance: do(work, pick(work, chance, sql), chance)


def _with(sql: str, do: Callable[..., object]) -> Change:
    """Make a change of the row that a query names: `do` takes the work, the row's columns, and chance."""

    def change(work: Work, chance: random.Random) -> object:
        found = pick(work, chance, sql)
        return do(work, *(found if isinstance(found, tuple) else (found,)), chance)

    return change


def _comment(work: Work, number: int, position: int, chance: random.Random) -> None:
    fact_check.decide_comment(work, number, position, chance.choice(["accepted", "declined"]), word(chance))


def _override(work: Work, chance: random.Random) -> None:
    found = found_in(work.db, "letter", 1, work.today)
    preflight.override(work, "letter", 1, chance.choice(found).key, word(chance))


def _open_again(work: Work, chance: random.Random) -> None:
    key = pick(work, chance, "SELECT finding FROM overridden WHERE paper = 'letter 1'")
    preflight.take_back(work, "letter", 1, key)


def _check(work: Work, chance: random.Random) -> None:
    names = [one.check for one in compliance(work.db, work.today)]
    checks.set_check(work, chance.choice(names), chance.choice(["Not ours", "Another body's", None]))


def _scheme(work: Work, chance: random.Random) -> None:
    board.set_scheme(work, chance.sample(DEFAULT_SCHEME, len(DEFAULT_SCHEME)))


def _settings(work: Work, chance: random.Random) -> None:
    board.change_settings(work, place=word(chance), at_risk_days=chance.randrange(5, 30), quorum="4")


def _recover(work: Work, chance: random.Random) -> None:
    numbers = sorted(one.number for one in deleted(work.db))
    if not numbers:
        raise LookupError("nothing was deleted")
    recover.recover(work, chance.choice(numbers))


def _value(work: Work, ref: str, chance: random.Random) -> None:
    month = date(2013, chance.randrange(1, 4), 1)
    indicators.add_value(work, ref, month, str(chance.randrange(10, 99)), because=word(chance))


def _sign_letter(work: Work, number: int, series: str, _chance: random.Random) -> None:
    letters.sign_letter(work, number, series=series, by="The Chair", how=SignedHow.PAPER)


def _person(work: Work, office: str, version: int, chance: random.Random) -> None:
    people.edit_person(work, office, version, name=word(chance), organisation=word(chance))


def _line(work: Work, line: str, version: int, chance: random.Random) -> None:
    partners = chance.sample(SEATS, 2)
    plan.edit_line(work, line, version, title=word(chance), lead="POL", partners=partners, answers=["N 5.7"])


def _by_the_chair(change: Change) -> Change:
    """Make a change in the Chair's role; everything else is the administrator's."""

    def made(work: Work, chance: random.Random) -> object:
        work.role = Role.CHAIR
        return change(work, chance)

    return made


def _sheet(work: Work, chance: random.Random) -> None:
    rows = (
        ("Action", "Lead", "Due"),
        (word(chance), "DCS & POL", "Ongoing"),
        (word(chance), "New officer", "14/06/2013"),
    )
    grid = Grid("Log", tuple(Line(n, tuple(map(Cell, row))) for n, row in enumerate(rows, 1)))
    importing.bring_in(work, [grid], importing.Asked("actions", "log.xlsx", add_people=True))


def _in_queue(work: Work, chance: random.Random) -> str:
    waiting = sorted(thing.about for thing in waits_for_the_chair(work.db, work.today))
    if not waiting:
        raise LookupError("nothing waits")
    return chance.choice(waiting)


CHANGES: dict[str, Change] = {
    "actions.raise_action": lambda work, chance: actions.raise_action(
        work, 3, word(chance), [chance.choice(SEATS)], due=soon(work, chance), lines=["1.1"]
    ),
    "actions.update_action": _action(lambda work, ref, chance: actions.update_action(work, ref, word(chance))),
    "actions.done": _action(lambda work, ref, chance: actions.done(work, ref, word(chance))),
    "actions.close": _action(lambda work, ref, chance: actions.close(work, ref, word(chance))),
    "actions.give_back": _action(lambda work, ref, chance: actions.give_back(work, ref, word(chance))),
    "actions.withdraw": _action(lambda work, ref, chance: actions.withdraw(work, ref, word(chance))),
    "actions.move_due": _action(
        lambda work, ref, chance: actions.move_due(work, ref, soon(work, chance), word(chance))
    ),
    "actions.reword": _action(lambda work, ref, chance: actions.reword(work, ref, word(chance)), ACTION),
    "actions.restrict": _action(
        lambda work, ref, chance: actions.restrict(work, ref, chance.choice(["child", "staffing", None])), BETWEEN
    ),
    "actions.change_owners": _action(
        lambda work, ref, chance: actions.change_owners(work, ref, chance.sample(SEATS, 2), ["IC"]), ACTION
    ),
    "actions.serve_lines": _action(
        lambda work, ref, chance: actions.serve_lines(work, ref, chance.choice([["1.1"], ["1.2"], ["1.1", "1.2"]])),
        ACTION,
    ),
    "agenda.add_item": _with(
        PLANNED,
        lambda work, number, chance: agenda.add_item(
            work, number, word(chance), presenter="DCS", at=chance.randrange(1, 4)
        ),
    ),
    "agenda.edit_item": _with(
        ITEM, lambda work, item, version, chance: agenda.edit_item(work, item, version, title=word(chance), minutes=5)
    ),
    "agenda.shift_item": _with(
        ITEM, lambda work, item, _, chance: agenda.shift_item(work, item, chance.choice([-1, 1]))
    ),
    "agenda.remove_item": _with(ITEM, lambda work, item, _, _chance: agenda.remove_item(work, item)),
    "agenda.defer_item": _with(ITEM, lambda work, item, _, chance: agenda.defer_item(work, item, None, word(chance))),
    "agenda.restrict_item": _with(
        ITEM, lambda work, item, _, chance: agenda.restrict_item(work, item, chance.choice(["child", "staffing"]))
    ),
    "agenda.issue_agenda": _with(PLANNED, lambda work, number, _: agenda.issue_agenda(work, number)),
    "agreements.add_agreement": lambda work, chance: agreements.add_agreement(
        work, subject="practice standards", body="Safeguarding Children Board", agreed_on=work.today, note=word(chance)
    ),
    "agreements.edit_agreement": _with(
        "SELECT number FROM agreement",
        lambda work, number, chance: agreements.edit_agreement(work, number, note=word(chance)),
    ),
    "agreements.remove_agreement": _with(
        "SELECT number FROM agreement", lambda work, number, _: agreements.remove_agreement(work, number)
    ),
    "amending.amend_minutes": lambda work, chance: amending.amend_minutes(
        work, "1/4.1", "plan", word(chance), because=word(chance), by="The Chair", how=SignedHow.PAPER
    ),
    "amending.restrict_minutes": _with(
        "SELECT e.id FROM entry AS e, meeting AS m WHERE m.id = e.meeting_id AND m.number = 1 AND e.kind = 'decision'",
        lambda work, entry, chance: amending.restrict_minutes(
            work,
            work.get(Entry, entry).item_id,
            entry,
            word(chance),
            because=word(chance),
            by="The Chair",
            how=SignedHow.PAPER,
        ),
    ),
    "assurance.add_assurance": lambda work, chance: assurance.add_assurance(
        work, kind="inspection", title=word(chance)
    ),
    "assurance.edit_assurance": _with(
        "SELECT number FROM assurance",
        lambda work, number, chance: assurance.edit_assurance(work, number, summary=word(chance), cases=9),
    ),
    "assurance.remove_assurance": _with(
        "SELECT number FROM assurance", lambda work, number, _: assurance.remove_assurance(work, number)
    ),
    "board.change_settings": _settings,
    "board.set_scheme": _scheme,
    "letterhead.set_picture": lambda work, chance: letterhead.set_picture(
        work, picture_file(chance.choice((GREEN, BLUE)))
    ),
    "letterhead.remove_picture": lambda work, _: letterhead.remove_picture(work),
    "board.close_day": lambda work, chance: board.close_day(work, soon(work, chance), word(chance)),
    "terms.set_term": lambda work, chance: terms.set_term(
        work, word(chance).replace(" ", ""), chance.choice(["", "Means"])
    ),
    "terms.remove_term": _with("SELECT text FROM term", lambda work, text, _: terms.remove_term(work, text)),
    "board.warn_of": lambda work, chance: board.warn_of(work, work.today, soon(work, chance), word(chance)),
    "board.vary_interval": lambda work, chance: board.vary_interval(
        work, chance.randrange(40, 80), soon(work, chance), work.today, "DfE"
    ),
    "checks.set_check": _check,
    "closing.close_board": lambda work, chance: closing.close_board(work, work.today, word(chance)),
    "correspondence.add_correspondence": lambda work, chance: correspondence.add_correspondence(
        work, received_on=work.today, sender="Ofsted", subject=word(chance), asks=chance.choice(["", "Say when"])
    ),
    "correspondence.edit_correspondence": _with(
        "SELECT number FROM correspondence",
        lambda work, number, chance: correspondence.edit_correspondence(
            work, number, subject=word(chance), asks=chance.choice(["", "Say who"])
        ),
    ),
    "correspondence.answer_correspondence": _with(
        "SELECT number FROM correspondence",
        lambda work, number, chance: correspondence.answer_correspondence(work, number, work.today, word(chance)),
    ),
    "correspondence.remove_correspondence": _with(
        "SELECT number FROM correspondence", lambda work, number, _: correspondence.remove_correspondence(work, number)
    ),
    "duties.add_obligation": lambda work, chance: duties.add_obligation(
        work, ref=f"X {chance.randrange(10**6)}", title=word(chance), due=soon(work, chance)
    ),
    "duties.add_banded_obligations": lambda work, _: duties.add_banded_obligations(work, "O"),
    "duties.edit_obligation": _with(
        "SELECT ref FROM obligation",
        lambda work, ref, chance: duties.edit_obligation(work, ref, title=word(chance), due=soon(work, chance)),
    ),
    "duties.meet_obligation": _with(
        "SELECT ref FROM obligation",
        lambda work, ref, chance: duties.meet_obligation(work, ref, work.today, word(chance)),
    ),
    "duties.unmeet_obligation": _with(
        "SELECT ref FROM obligation WHERE met_on IS NOT NULL", lambda work, ref, _: duties.unmeet_obligation(work, ref)
    ),
    "duties.set_not_applicable": _with(
        "SELECT ref FROM obligation",
        lambda work, ref, chance: duties.set_not_applicable(work, ref, chance.choice([word(chance), None])),
    ),
    "duties.remove_obligation": _with(
        "SELECT ref FROM obligation", lambda work, ref, _: duties.remove_obligation(work, ref)
    ),
    "evidence.add_evidence": lambda work, chance: evidence.add_evidence(
        work, line=chance.choice(["1.1", "1.2"]), title=word(chance), kept="Safe"
    ),
    "evidence.edit_evidence": _with(
        "SELECT number FROM evidence",
        lambda work, number, chance: evidence.edit_evidence(work, number, title=word(chance)),
    ),
    "evidence.remove_evidence": _with(
        "SELECT number FROM evidence", lambda work, number, _: evidence.remove_evidence(work, number)
    ),
    "fact_check.send_to_fact_check": lambda work, _: fact_check.send_to_fact_check(work, 1),
    "fact_check.add_comment": lambda work, chance: fact_check.add_comment(work, 1, word(chance), block="judgement"),
    "fact_check.decide_comment": _with(
        "SELECT l.number, c.position FROM fact_comment AS c JOIN letter AS l ON l.id = c.letter_id", _comment
    ),
    "findings.add_finding": _with(
        "SELECT number FROM assurance", lambda work, number, chance: findings.add_finding(work, number, word(chance))
    ),
    "findings.remove_finding": _with(
        "SELECT 'A' || a.number || '.' || f.position FROM finding AS f JOIN assurance AS a ON a.id = f.assurance_id",
        lambda work, ref, _: findings.remove_finding(work, ref),
    ),
    "findings.require": _with(
        "SELECT 'A' || a.number || '.' || f.position FROM finding AS f JOIN assurance AS a ON a.id = f.assurance_id",
        lambda work, ref, chance: findings.require(work, ref, ref=f"Y {chance.randrange(10**6)}"),
    ),
    "indicators.add_indicator": lambda work, chance: indicators.add_indicator(
        work, ref=f"I{chance.randrange(3, 999)}", title=word(chance), lines=["1.2"], requirements=["N 5.7"]
    ),
    "indicators.edit_indicator": _with(
        "SELECT ref FROM indicator",
        lambda work, ref, chance: indicators.edit_indicator(work, ref, title=word(chance), target_12="90", lead="POL"),
    ),
    "indicators.add_value": _with("SELECT ref FROM indicator", _value),
    "indicators.link_lines": _with(
        "SELECT ref FROM indicator", lambda work, ref, _: indicators.link_lines(work, ref, ["1.2"])
    ),
    "indicators.link_requirements": _with(
        "SELECT ref FROM indicator", lambda work, ref, _: indicators.link_requirements(work, ref, ["N 5.7"])
    ),
    "instrument.amend_notice": lambda work, chance: instrument.amend_notice(
        work, issued_on=work.today, because=word(chance), commenced=date(2012, 12, chance.randrange(1, 28))
    ),
    "instrument.lift_notice": lambda work, chance: instrument.lift_notice(
        work, on=work.today, letter="Letter of today", because=word(chance)
    ),
    "judgements.add_judgement": lambda work, chance: judgements.add_judgement(
        work, 1, framework="2012", aspect=word(chance), level="Good", given_on=work.today
    ),
    "judgements.remove_judgement": _with(
        "SELECT a.number, j.framework, j.aspect FROM judgement AS j JOIN assurance AS a ON a.id = j.assurance_id",
        lambda work, number, framework, aspect, _: judgements.remove_judgement(work, number, framework, aspect),
    ),
    "letter_blocks.edit_block": _with(
        BLOCK, lambda work, block, version, chance: letter_blocks.edit_block(work, block, version, word(chance))
    ),
    "letter_blocks.use_draft": _with(
        f"{BLOCK} AND b.text <> b.drafted",
        lambda work, block, version, _: letter_blocks.use_draft(work, block, version),
    ),
    "letter_blocks.redraft": _with(
        LETTER,
        lambda work, number, series, chance: letter_blocks.redraft(
            work, number, series, chance.choice([None, soon(work, chance)])
        ),
    ),
    "letters.start_letter": lambda work, chance: letters.start_letter(work, subject=word(chance)),
    "letters.edit_letter": _with(
        LETTER,
        lambda work, number, series, chance: letters.edit_letter(
            work, number, series=series, subject=word(chance), dated=soon(work, chance)
        ),
    ),
    "letters.submit_letter": _with(LETTER, lambda work, number, series, _: letters.submit_letter(work, number, series)),
    "letters.return_letter": _with(
        f"{LETTER} WHERE state IN ('with Chair', 'fact check')",
        lambda work, number, series, _: letters.return_letter(work, number, series),
    ),
    "letters.sign_letter": _with(f"{LETTER} WHERE series = 'letter'", _sign_letter),
    "letters.send_letter": _with(
        f"{LETTER} WHERE state = 'signed'",
        lambda work, number, series, _: letters.send_letter(work, number, to="The Minister", series=series),
    ),
    "live.replace_line": _with(
        MINUTED,
        lambda work, entry, version, chance: live.replace_line(work, entry, version, chance.choice(["", *LINES])),
    ),
    "live.turn_entry": _with(MINUTED, lambda work, entry, _, _chance: live.turn_entry(work, entry)),
    "meetings.plan_meeting": lambda work, chance: meetings.plan_meeting(work, soon(work, chance)),
    "meetings.plan_meetings": lambda work, chance: meetings.plan_meetings(work, chance.randrange(1, 3)),
    "meetings.move_meeting": _with(
        PLANNED, lambda work, number, chance: meetings.move_meeting(work, number, soon(work, chance), word(chance))
    ),
    "meetings.edit_meeting": _with(
        PLANNED, lambda work, number, chance: meetings.edit_meeting(work, number, place=word(chance), starts="9.30")
    ),
    "meetings.postpone_meeting": _with(
        PLANNED, lambda work, number, chance: meetings.postpone_meeting(work, number, word(chance))
    ),
    "meetings.cancel_meeting": _with(
        PLANNED, lambda work, number, chance: meetings.cancel_meeting(work, number, word(chance))
    ),
    "meetings.start_meeting": _with(PLANNED, lambda work, number, _: meetings.start_meeting(work, number)),
    "meetings.close_meeting": _with(
        "SELECT number FROM meeting WHERE state = 'in session'",
        lambda work, number, _: meetings.close_meeting(work, number),
    ),
    "meetings.reopen_meeting": _with(
        "SELECT number FROM meeting WHERE state = 'minutes in draft'",
        lambda work, number, _: meetings.reopen_meeting(work, number),
    ),
    "meetings.submit_minutes": _with(
        "SELECT number FROM meeting WHERE state = 'minutes in draft'",
        lambda work, number, _: meetings.submit_minutes(work, number),
    ),
    "meetings.return_minutes": _with(
        "SELECT number FROM meeting WHERE state = 'with Chair'",
        lambda work, number, _: meetings.return_minutes(work, number),
    ),
    "meetings.sign_minutes": _with(
        "SELECT number FROM meeting WHERE state IN ('minutes in draft', 'with Chair')",
        lambda work, number, _: meetings.sign_minutes(work, number, by="The Chair", how=SignedHow.EMAIL),
    ),
    "minutes.enter": lambda work, chance: minutes.enter(work, chance.choice([2, 3]), chance.choice(LINES)),
    "minutes.add_entry": lambda work, chance: minutes.add_entry(work, chance.choice([2, 3]), 4, chance.choice(LINES)),
    "minutes.edit_entry": _with(
        MINUTED, lambda work, entry, version, chance: minutes.edit_entry(work, entry, version, chance.choice(LINES))
    ),
    "minutes.convert_entry": _with(
        MINUTED,
        lambda work, entry, _, chance: minutes.convert_entry(work, entry, chance.choice([*EntryKind][:4])),
    ),
    "minutes.remove_entry": _with(MINUTED, lambda work, entry, _, _chance: minutes.remove_entry(work, entry)),
    "minutes.restrict_entry": _with(
        MINUTED,
        lambda work, entry, _, chance: minutes.restrict_entry(work, entry, chance.choice(["child", "staffing", None])),
    ),
    "importing.bring_in": lambda work, chance: _sheet(work, chance),
    "notes.load_notes": lambda work, chance: notes.load_notes(
        work, chance.choice([3, 4]), f"present: ALL\n# 4\n{word(chance)}\n! DCS by 1 Jun: {word(chance)}"
    ),
    "notice.add_source": lambda work, chance: notice.add_source(
        work, code=f"S{chance.randrange(10**6)}", kind="audit", title=word(chance)
    ),
    "notice.add_requirement": lambda work, chance: notice.add_requirement(
        work, ref=f"N 9.{chance.randrange(10**6)}", source="N", text=word(chance)
    ),
    "notice.edit_requirement": _with(
        "SELECT ref FROM requirement", lambda work, ref, chance: notice.edit_requirement(work, ref, text=word(chance))
    ),
    "notice.withdraw_requirement": _with(
        "SELECT ref FROM requirement WHERE withdrawn_on IS NULL",
        lambda work, ref, chance: notice.withdraw_requirement(work, ref, work.today, word(chance)),
    ),
    "people.add_person": lambda work, chance: people.add_person(
        work, initials=f"P{chance.randrange(10**6)}", name=word(chance), role="Officer", kind="officer"
    ),
    "people.add_group": lambda work, chance: people.add_group(
        work, initials=f"G{chance.randrange(10**6)}", name=word(chance), members=chance.sample(SEATS, 2)
    ),
    "people.edit_person": _with("SELECT id, version FROM office WHERE kind <> 'group'", _person),
    "people.set_members": lambda work, chance: people.set_members(work, "PTN", chance.sample(SEATS, 2)),
    "plan.add_line": lambda work, chance: plan.add_line(
        work, ref=f"9.{chance.randrange(10**6)}", theme="T", title=word(chance), partners=["POL"], answers=["N 5.7"]
    ),
    "plan.edit_line": _with("SELECT id, version FROM plan_line", _line),
    "plan.set_lead": _with(
        "SELECT ref FROM plan_line", lambda work, ref, chance: plan.set_lead(work, ref, chance.choice(["POL", "DCS"]))
    ),
    "many.carry_out": _with(
        "SELECT ref FROM plan_line",
        lambda work, ref, chance: many.carry_out(
            work,
            [ref],
            lambda work, ref: plan.move_line(work, ref, soon(work, chance), word(chance), meeting=2),
            "Move plan lines",
        ),
    ),
    "plan.move_line": _with(
        "SELECT ref FROM plan_line",
        lambda work, ref, chance: plan.move_line(work, ref, soon(work, chance), word(chance), meeting=2),
    ),
    "plan.rate": _with(
        "SELECT ref FROM plan_line",
        lambda work, ref, chance: plan.rate(
            work, ref, 3, chance.choice("RA"), reason=word(chance), path="y", proposed=chance.random() < 0.5
        ),
    ),
    "preflight.override": _override,
    "preflight.take_back": _open_again,
    "queries.answer_query": _with(
        "SELECT number FROM review WHERE decision = 'query'",
        lambda work, number, chance: queries.answer_query(work, number, word(chance)),
    ),
    "queries.ask": _by_the_chair(lambda work, chance: queries.ask(work, _in_queue(work, chance), word(chance))),
    "queue.agree": _by_the_chair(lambda work, chance: queue.agree(work, _in_queue(work, chance))),
    "queue.give_back": _by_the_chair(lambda work, chance: queue.give_back(work, _in_queue(work, chance), word(chance))),
    "queue.reword": _by_the_chair(lambda work, chance: queue.reword(work, _in_queue(work, chance), word(chance))),
    "recover.recover": _recover,
    "reports.start_report": lambda work, _: reports.start_report(work, "ad hoc"),
    "scrutiny.start_scrutiny": lambda work, chance: scrutiny.start_scrutiny(work, committee=word(chance)),
    "session.resume": _with(
        "SELECT number FROM meeting WHERE state = 'in session'", lambda work, number, _: session.resume(work, number)
    ),
    "support.add_support": lambda work, chance: support.add_support(work, provider="LGA", package=word(chance)),
    "support.edit_support": _with(
        "SELECT number FROM support",
        lambda work, number, chance: support.edit_support(work, number, outcome=word(chance)),
    ),
    "support.remove_support": _with(
        "SELECT number FROM support", lambda work, number, _: support.remove_support(work, number)
    ),
}
"""Service → a change that it makes."""

FIRST: dict[str, tuple[str, ...]] = {
    "actions.restrict": ("actions.raise_action",),
    "closing.close_board": ("meetings.close_meeting",),
    "duties.unmeet_obligation": ("duties.meet_obligation",),
    "letters.return_letter": ("letters.submit_letter",),
    "letters.send_letter": ("letters.sign_letter",),
    "letters.start_letter": ("letters.sign_letter", "meetings.close_meeting"),
    "meetings.return_minutes": ("meetings.submit_minutes",),
    "preflight.take_back": ("preflight.override",),
    "queries.answer_query": ("queries.ask",),
    "recover.recover": ("evidence.remove_evidence",),
}
"""What must have been done before some of them can be."""

BARRIERS = (
    "amending.amend_minutes",
    "amending.restrict_minutes",
    "agenda.issue_agenda",
    "letters.send_letter",
    "letters.sign_letter",
    "meetings.close_meeting",
    "meetings.sign_minutes",
)
"""What is never undone: it was issued, signed or sent; meeting 3 may confirm minutes, which seals them."""

PARTS: dict[str, str] = {
    "undo": "undoing itself: the tests beside this do nothing else",
    "finding": "reads only",
    "handover": "who holds the pen: a barrier, taken back by taking the pen back",
    "readback": "what came back in a Word file: undone in tests/services/test_readback.py",
    "merging": "adopting a copy: a barrier, tested with two copies",
    "applying": "what minuting a line does: minutes.enter, edit_entry",
    "attendance": "the register: minutes.enter, edit_entry, remove_entry",
    "next_meeting": "what follows a meeting: meetings.plan_meeting, move_meeting; minutes.enter",
    "passphrase": "a barrier: what it opened cannot be taken back; tested in tests/services/test_passphrase.py",
    "positions": "reads only",
    "queries.answered_in_minutes": "minutes.enter",
    "queries.columns": "reads only",
    "queries.lead_of": "reads only",
    "queries.record": "queries.ask, queue.agree, queue.give_back",
    "queries.take_back": "minutes.edit_entry, remove_entry",
    "registers": "reads only",
    "sealing": "sealing: meetings.sign_minutes, letters.sign_letter",
    "steering": "lines that steer: minutes.enter",
    "takeback": "what an entry did: minutes.edit_entry, remove_entry",
    "action_log": "an action's log: actions.update_action and the other verbs",
    "actions.restate": "minutes.edit_entry",
    "agenda.from_standing": "meetings.plan_meeting",
    "agreements.find_decision": "reads only",
    "board.scheme": "reads only",
    "many.attempt": "takes back whatever it tried",
    "board.settle": "starting.start",
    "letterhead.show": "letterhead.set_picture, letterhead.remove_picture",
    "board.put_checklist_away": "one setting of the Board, as board.change_settings",
    "starting": "the first entry of a file: there is nothing before it",
    "board.start_board": "the first entry of a file: there is nothing before it",
    "duties.add_duty": "duties.add_banded_obligations",
    "duties.obligation": "duties.meet_obligation, of a duty that comes again",
    "duties.past": "reads only",
    "fact_check.remind": "reads only",
    "fact_check.undecided": "reads only",
    "indicators.of": "reads only",
    "letter_blocks.blocks_of": "reads only",
    "letter_blocks.drafts": "reads only",
    "letter_blocks.figures_of": "reads only",
    "letter_blocks.fill": "letters.start_letter, letter_blocks.redraft",
    "letter_blocks.otherwise": "reads only",
    "letter_blocks.renew": "letter_blocks.redraft, letters.edit_letter",
    "letter_blocks.renew_tables": "letters.sign_letter",
    "letters.begin": "letters.start_letter, reports.start_report",
    "letters.copied_to": "reads only",
    "letters.held_after": "reads only",
    "letters.mark_signed": "letters.sign_letter",
    "letters.newest": "reads only",
    "meetings.mark_signed": "meetings.sign_minutes",
    "meetings.propose_meetings": "reads only",
    "minutes.restrict": "minutes.restrict_entry, amending.restrict_minutes",
    "minutes.writable": "reads only",
    "plan.look_again": "reads only",
    "reports.meet_duty": "letters.send_letter",
    "session.go_to": "minutes.enter (# 4)",
    "session.in_hand": "reads only",
    "session.next_item": "reads only",
    "session.tick": "minutes.enter",
}
"""Services, or whole modules of them, that make no change by themselves: where they are part of one, or why not."""


def make(name: str, seed: int) -> Callable[[Work], object]:
    """Return one change of a kind, the same for the same seed."""
    return partial(_made, name, seed)


def _made(name: str, seed: int, work: Work) -> object:
    return CHANGES[name](work, random.Random(f"{name}:{seed}"))
