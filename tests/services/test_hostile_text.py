"""Whatever is typed comes back as it was cleaned, through every text of every service, and the file stays sound."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from boardtui.domain.states import Role, SignedHow
from boardtui.domain.text import clean, one_line
from boardtui.services import (
    actions,
    agenda,
    board,
    correspondence,
    instrument,
    letters,
    meetings,
    minutes,
    notes,
    notice,
    people,
    plan,
)
from boardtui.services.desk import Desk
from boardtui.store.reading.letters import letter
from boardtui.store.reading.meetings import items
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests import hostile
from tests.conftest import copied
from tests.services.small import FOURTH, SECOND, THIRD, at, last

Held = Callable[[Database], Any]


def value(sql: str) -> Held:
    return lambda db: db.execute(sql).fetchone()[0]


def rowed(sql: str) -> Callable[[Desk], Any]:
    return lambda desk: desk.read(value(sql))


ONE_LINE: dict[str, tuple[Callable[[Work, str], object], str]] = {
    "board name": (lambda w, t: board.change_settings(w, name=t), "SELECT name FROM board"),
    "council": (lambda w, t: board.change_settings(w, council=t), "SELECT council FROM board"),
    "place": (lambda w, t: board.change_settings(w, place=t), "SELECT place FROM board"),
    "addressee": (lambda w, t: board.change_settings(w, addressee=t), "SELECT addressee FROM board"),
    "signs as": (lambda w, t: board.change_settings(w, chair_signs_as=t), "SELECT chair_signs_as FROM board"),
    "closed day": (lambda w, t: board.close_day(w, THIRD, t), "SELECT why FROM closed_day"),
    "warning": (lambda w, t: board.warn_of(w, THIRD, FOURTH, t), "SELECT why FROM warning_period"),
    "variation": (
        lambda w, t: board.vary_interval(w, 56, THIRD, SECOND, t),
        "SELECT agreed_by FROM variation",
    ),
    "source title": (
        lambda w, t: notice.add_source(w, code="S", kind="audit", title=t, publisher=t, note=t),
        "SELECT title FROM source WHERE code = 'S'",
    ),
    "source publisher": (
        lambda w, t: notice.add_source(w, code="S", kind="audit", title=t, publisher=t, note=t),
        "SELECT publisher FROM source WHERE code = 'S'",
    ),
    "requirement": (
        lambda w, t: notice.add_requirement(w, ref="N 9", source="N", text=t, heading=t, band=t),
        "SELECT text FROM requirement WHERE ref = 'N 9'",
    ),
    "requirement heading": (
        lambda w, t: notice.add_requirement(w, ref="N 9", source="N", text=t, heading=t, band=t),
        "SELECT heading FROM requirement WHERE ref = 'N 9'",
    ),
    "duty": (
        lambda w, t: notice.add_obligation(w, ref="N 9", title=t, note=t),
        "SELECT title FROM obligation WHERE ref = 'N 9'",
    ),
    "duty evidence": (
        lambda w, t: notice.meet_obligation(w, "N 8.1 initial report", SECOND, t),
        "SELECT evidence FROM obligation WHERE ref = 'N 8.1 initial report'",
    ),
    "duty not applicable": (
        lambda w, t: notice.set_not_applicable(w, "N 8.1 initial report", t),
        "SELECT not_applicable FROM obligation WHERE ref = 'N 8.1 initial report'",
    ),
    "requirement withdrawn": (
        lambda w, t: notice.withdraw_requirement(w, "N 5.7", SECOND, t),
        "SELECT withdrawn_because FROM requirement WHERE ref = 'N 5.7'",
    ),
    "amended because": (
        lambda w, t: instrument.amend_notice(w, issued_on=SECOND, because=t),
        "SELECT because FROM instrument WHERE number = 2",
    ),
    "lifted because": (
        lambda w, t: instrument.lift_notice(w, on=SECOND, letter=t, because=t),
        "SELECT lifted_because FROM instrument",
    ),
    "letter received": (
        lambda w, t: correspondence.add_correspondence(w, received_on=SECOND, sender=t, subject=t, asks=t, kept=t),
        "SELECT asks FROM correspondence",
    ),
    "what a letter asks": (
        lambda w, t: correspondence.add_correspondence(w, received_on=SECOND, sender=t, subject=t, asks=t),
        "SELECT title FROM obligation WHERE ref = 'L1 answer'",
    ),
    "person name": (
        lambda w, t: people.add_person(w, initials="ZZ", name=t, role="Office"),
        "SELECT name FROM holder",
    ),
    "person role": (
        lambda w, t: people.add_person(w, initials="ZZ", name=t, role=t),
        "SELECT title FROM office WHERE initials = 'ZZ'",
    ),
    "organisation": (
        lambda w, t: people.add_person(w, initials="ZZ", name="x", organisation=t),
        "SELECT organisation FROM office WHERE initials = 'ZZ'",
    ),
    "group name": (
        lambda w, t: people.add_group(w, initials="ZZ", name=t, members=["POL"]),
        "SELECT title FROM office WHERE initials = 'ZZ'",
    ),
    "line theme": (
        lambda w, t: plan.add_line(w, ref="9.9", theme=t, title=t, outcome=t, success=t),
        "SELECT theme FROM plan_line WHERE ref = '9.9'",
    ),
    "line outcome": (
        lambda w, t: plan.add_line(w, ref="9.9", theme=t, title=t, outcome=t, success=t),
        "SELECT outcome FROM plan_line WHERE ref = '9.9'",
    ),
    "line move": (lambda w, t: plan.move_line(w, "1.1", THIRD, t), "SELECT reason FROM line_move"),
    "rating reason": (
        lambda w, t: plan.rate(w, "1.2", 2, "R", reason=t, path=t),
        "SELECT reason FROM rating WHERE level = 'R'",
    ),
    "rating path": (
        lambda w, t: plan.rate(w, "1.2", 2, "R", reason=t, path=t),
        "SELECT path FROM rating WHERE level = 'R'",
    ),
    "rating evidence": (
        lambda w, t: plan.rate(w, "1.2", 2, "B", reason="x", evidence=t, recheck_on=THIRD),
        "SELECT evidence FROM rating WHERE level = 'B'",
    ),
    "item title": (
        lambda w, t: agenda.add_item(w, 3, t, at=1),
        "SELECT title FROM agenda_item JOIN meeting m ON m.id = meeting_id AND m.number = 3 "
        "WHERE agenda_item.number = 1",
    ),
    "item paper": (lambda w, t: agenda.add_item(w, 3, "x", paper=t), "SELECT max(paper) FROM agenda_item"),
    "meeting place": (
        lambda w, t: meetings.edit_meeting(w, 3, place=t),
        "SELECT place FROM meeting WHERE number = 3",
    ),
    "action text": (
        lambda w, t: actions.raise_action(w, 2, t, ["DCS"], due=THIRD),
        "SELECT text FROM action ORDER BY raised_on DESC LIMIT 1",
    ),
    "action update": (lambda w, t: actions.update_action(w, "1/01", t), "SELECT text FROM action_update"),
    "action done": (lambda w, t: actions.done(w, "1/01", t), "SELECT text FROM action_update"),
    "action evidence": (
        lambda w, t: actions.close(w, "1/01", t),
        "SELECT evidence FROM action WHERE state = 'closed'",
    ),
    "action returned": (lambda w, t: actions.give_back(w, "1/01", t), "SELECT text FROM action_update"),
    "action moved": (lambda w, t: actions.move_due(w, "1/01", THIRD, t), "SELECT text FROM action_update"),
    "action reworded": (
        lambda w, t: actions.reword(w, "1/01", t),
        "SELECT text FROM action WHERE sequence = 1",
    ),
    "action withdrawn": (lambda w, t: actions.withdraw(w, "1/01", t), "SELECT text FROM action_update"),
    "letter subject": (lambda w, t: letters.edit_letter(w, 1, subject=t), "SELECT subject FROM letter"),
    "letter salutation": (lambda w, t: letters.edit_letter(w, 1, salutation=t), "SELECT salutation FROM letter"),
    "signer": (
        lambda w, t: meetings.sign_minutes(w, 2, by=t, how=SignedHow.PAPER),
        "SELECT signed_by FROM meeting WHERE number = 2",
    ),
}
"""Every text of a service that is one line, and where it is kept."""


@pytest.fixture(scope="module")
def after_meeting_2(built_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small Board after meeting 2, with a letter begun, built once."""
    path = Path(shutil.copyfile(built_small, tmp_path_factory.mktemp("after") / "after.board"))
    with closing(at(path, datetime(2013, 2, 21, 14, 0))) as desk:
        desk.do(lambda work: meetings.close_meeting(work, 2))
        desk.do(lambda work: letters.start_letter(work))
    return path


@pytest.fixture
def prepared(after_meeting_2: Path, tmp_path: Path, open_desk: Callable[..., Desk]) -> Iterator[Desk]:
    """Yield a desk over a copy of that Board; afterwards it must be sound."""
    for path in copied(after_meeting_2, tmp_path / "after.board"):
        yield open_desk(path, role=Role.ADMINISTRATOR, now=datetime(2013, 2, 21, 14, 0))


@pytest.mark.parametrize("field", ONE_LINE)
def test_one_line_texts_come_back_clean(prepared: Desk, field: str) -> None:
    """Each text is saved and then rolled back, so that one Board serves for all of them."""
    change, kept = ONE_LINE[field]
    for text in (hostile.all_of_it(list(ONE_LINE).index(field)), hostile.LONGEST):

        def try_it(work: Work, text: str = text) -> str:
            change(work, text)
            work.session.flush()
            found: str = work.db.execute(kept).fetchone()[0]
            raise _Tried(found)

        with pytest.raises(_Tried) as tried:
            prepared.do(try_it)
        assert tried.value.args[0] == one_line(text)
    prepared.do(lambda work: change(work, hostile.all_of_it(list(ONE_LINE).index(field), "")))


class _Tried(Exception):  # noqa: N818  (it carries what was found, nothing went wrong)
    """Takes a change back and brings what it kept out of it."""


@pytest.fixture(params=range(len(hostile.BATCHES)))
def batch(request: pytest.FixtureRequest) -> list[str]:
    """Return a part of the corpus."""
    return hostile.BATCHES[request.param]


def test_texts_of_several_lines_come_back_clean(prepared: Desk, batch: list[str]) -> None:
    for text in batch:
        _several_lines(prepared, text)


def _several_lines(desk: Desk, text: str) -> None:
    desk.do(lambda work: board.change_settings(work, addressee_address=f"{text}\n{text}"))
    desk.do(lambda work: letters.edit_letter(work, 1, address=f"{text}\n{text}", copies=text))
    block = desk.read(lambda db: letter(db, 1)).blocks[0]
    desk.do(lambda work: letters.edit_block(work, block.id, block.version, f"{text}\n\n{text}"))
    found = desk.read(lambda db: letter(db, 1))
    assert found.address == clean(f"{text}\n{text}").strip()
    assert found.copies == clean(text).strip()
    assert found.blocks[0].text == clean(f"{text}\n\n{text}").strip()


def test_a_typed_line_comes_back_clean_whatever_it_is(small: Desk, batch: list[str]) -> None:
    """Every kind of line with free words in it; none is refused, none loses or changes a letter."""
    for text in batch:
        _typed(small, text)


def _typed(desk: Desk, text: str) -> None:
    said = clean(text).strip()
    for before, after in (
        ("\\", ""),
        ("= ", ""),
        ("? ", ""),
        ("! DCS by 1 Mar: ", ""),
        ("> 1/01 ", ""),
        ("> 1.2 ", ""),
        ("interest: POL item 7: ", "; leaves"),
    ):
        if after and "\n" in said:  # what is declared is one line
            continue
        desk.do(lambda work, t=f"{before}{text}{after}": minutes.enter(work, 2, t))  # type: ignore[misc]  # a lambda with defaults
        found = last(desk)
        assert found.typed == clean(f"{before}{text}{after}").strip()
        assert found.to_tidy is None or before == "> 1/01 "  # `> 1/01 present: ALL` may be a slip
        assert said in found.text
    desk.do(lambda work: minutes.enter(work, 2, text))
    desk.do(lambda work: minutes.enter(work, 2, f"deputy: {text} for CCG"))
    desk.do(lambda work: minutes.enter(work, 2, f"(restricted: {text}) x"))


def test_notes_with_any_text_are_loaded(small: Desk, batch: list[str]) -> None:
    lines = [f"\\{text}\n= {text}".replace("\r", " ") for text in batch]
    loaded = small.do(lambda work: notes.load_notes(work, 2, "\n".join(lines))).value
    assert loaded.entries >= 2 * len(batch)


def test_urgent_items_and_deferrals_keep_their_words(small: Desk, batch: list[str]) -> None:
    for text in batch:
        _deferred(small, text)


def _deferred(desk: Desk, text: str) -> None:
    desk.do(lambda work: agenda.add_item(work, 2, text, paper=text))
    item = desk.read(lambda db: items(db, 2))[-2]
    assert (item.title, item.paper) == (one_line(text), one_line(text))
    desk.do(lambda work: agenda.edit_item(work, item.id, item.version, restricted=text))
    desk.do(lambda work: agenda.defer_item(work, item.id, 3, text))
    trace = desk.read(lambda db: items(db, 2))[-2]
    assert trace.deferred_because == one_line(text)
    desk.do(lambda work: meetings.move_meeting(work, 3, FOURTH.replace(day=20), text))
    kept = desk.read(value("SELECT moved_because FROM meeting WHERE number = 3"))
    assert kept.endswith(one_line(text))


def test_half_typed_text_is_kept_clean(small: Desk, batch: list[str]) -> None:
    for text in batch:
        small.keep_draft("live:2", text, 0).result()
        assert [draft.text for draft in small.drafts("live:2")] == [clean(text)]
