"""Whatever text a Board holds, a screen shows it and does nothing else."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from rich.text import Text
from textual.content import Content

import boardtui.ui
from boardtui.domain.states import Role
from boardtui.errors import StaleError
from boardtui.services import (
    actions,
    agenda,
    board,
    evidence,
    indicators,
    letters,
    meetings,
    minutes,
    notice,
    people,
    plan,
)
from boardtui.services.desk import Desk
from boardtui.store.create import create
from boardtui.store.unit import Work
from boardtui.ui.widgets.literal import cell, hanging, line, literal
from tests.conftest import copied, start
from tests.ui.seeing import HOSTILE, LARGE, SMALL, Seat, seated

VISIBLE = "[/b] [@click=app.quit]x[/]"


def fill(work: Work) -> None:
    """Put hostile text into every field of a Board."""
    board.change_settings(
        work, name=f"B {HOSTILE}", council=HOSTILE, place=HOSTILE, addressee=HOSTILE, chair_signs_as=HOSTILE
    )
    people.add_person(work, initials="IC", name=f"P {HOSTILE}", role=f"R {HOSTILE}", organisation=HOSTILE, kind="chair")
    people.add_person(work, initials="OBS", name=HOSTILE, role=HOSTILE, organisation=HOSTILE, kind="observer")
    people.add_group(work, initials="ALL", name=f"G {HOSTILE}", members=["IC"])
    notice.add_source(work, code="N", kind="notice", title=f"S {HOSTILE}", publisher=HOSTILE, note=HOSTILE)
    notice.add_requirement(work, ref="N 1", source="N", text=f"Q {HOSTILE}", heading=HOSTILE, band=HOSTILE)
    notice.add_obligation(work, ref="N 1 duty", title=f"D {HOSTILE}", requirement="N 1", note=HOSTILE, due=work.today)
    plan.add_line(
        work,
        ref="1.1",
        theme=f"T {HOSTILE}",
        title=f"L {HOSTILE}",
        lead="IC",
        due=date(2013, 2, 1),
        outcome=HOSTILE,
        success=HOSTILE,
        partners=["IC"],
        answers=["N 1"],
    )
    agenda.add_item(work, 1, f"I {HOSTILE}", presenter="IC", paper=HOSTILE, at=1)
    meetings.start_meeting(work, 1)
    for typed in (f"note {HOSTILE}", f"= {HOSTILE}", f"? {HOSTILE}", f"! nobody: {HOSTILE}"):
        minutes.enter(work, 1, typed)
    actions.raise_action(work, 1, f"A {HOSTILE}", ["IC"], ["ALL"], due=date(2013, 1, 5), lines=["1.1"])
    actions.update_action(work, "1/01", f"U {HOSTILE}")
    indicators.add_indicator(
        work,
        ref="I1",
        title=f"V {HOSTILE}",
        unit=HOSTILE,
        numerator=HOSTILE,
        denominator=HOSTILE,
        source=HOSTILE,
        note=HOSTILE,
        benchmark_of=HOSTILE,
        neighbours="9",
        lines=["1.1"],
        requirements=["N 1"],
    )
    indicators.add_value(work, "I1", date(2012, 11, 30), "7")
    indicators.add_value(work, "I1", date(2012, 11, 30), "8", because=f"Z {HOSTILE}")
    evidence.add_evidence(work, line="1.1", title=f"X {HOSTILE}", kept=HOSTILE, verified_by=HOSTILE)
    plan.rate(work, "1.1", 1, "R", reason=f"W {HOSTILE}", path=HOSTILE, evidence=HOSTILE)
    plan.move_line(work, "1.1", date(2013, 3, 1), f"M {HOSTILE}", 1)
    meetings.close_meeting(work, 1)
    letters.start_letter(work, subject=f"J {HOSTILE}")
    letters.edit_letter(work, 1, reference=HOSTILE, addressee=HOSTILE, copies=HOSTILE)


@pytest.fixture(scope="module")
def built_hostile(made_once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Return a Board whose every text is hostile, built once."""

    def build(path: Path) -> None:
        create(path)
        desk = Desk(path, who="Test", role=Role.SECRETARY, clock=lambda: datetime(2013, 1, 10, 14, 0))
        desk.do(start)
        desk.do(fill)
        found = desk.read(lambda db: db.execute("SELECT id FROM letter_block ORDER BY position").fetchall())
        desk.do(lambda work: letters.edit_block(work, found[0][0], None, f"K {HOSTILE}"))
        desk.close()

    return made_once("hostile", build)


@pytest.fixture
def hostile_desk(built_hostile: Path, tmp_path: Path, open_desk: Callable[..., Desk]) -> Iterator[Desk]:
    """Yield a desk over a copy of that Board; afterwards it must be sound."""
    for path in copied(built_hostile, tmp_path / "hostile.board"):
        yield open_desk(path, now=datetime(2013, 1, 10, 14, 0))


WALKS: dict[str, tuple[str, ...]] = {
    "home": (),
    "meetings": ("2", "m", "escape", "c", "escape", "n", "escape", "x", "escape"),
    "meeting": ("2", "enter", "e", "escape", "escape", "down", "end", "home", "p", "escape", "n", "escape"),
    "actions": ("3", "u", "escape", "w", "escape", "m", "escape", "x", "escape", "delete", "escape"),
    "action": ("3", "enter", "c", "escape", "d", "escape", "r", "escape"),
    "plan": ("4", "g", "escape", "m", "escape", "e", "escape", "a", "escape"),
    "line": ("4", "enter", "g", "escape"),
    "indicators": ("5", "a", "escape", "e", "escape"),
    "indicator": ("5", "enter", "end", "home"),
    "challenge": ("4", "t"),
    "evidence": ("4", "left", "e", "escape"),
    "thread": ("4", "o", "left", "enter", "escape"),
    "notice": ("6", "enter", "escape", "t", "enter", "escape", "d", "escape", "t", "enter", "escape"),
    "letters": ("7", "n", "escape"),
    "letter": ("7", "enter", "p", "escape", "e", "escape", "home"),
    "people": ("8", "e", "escape", "end", "e", "escape", "a", "escape", "g", "escape", "t"),
    "search": ("ctrl+f", "x"),
}


@pytest.mark.parametrize(("walk", "size"), [(walk, (SMALL, LARGE)[n % 2]) for n, walk in enumerate(WALKS)])
async def test_hostile_text_is_only_text_on_every_screen(hostile_desk: Desk, walk: str, size: tuple[int, int]) -> None:
    async with seated(hostile_desk, size) as seat:
        seen = []
        for key in WALKS[walk]:
            await seat.press(key)
            seen.append(seat.sees)
            assert _inert(seat)
        assert walk == "home" or any("[/b]" in text for text in seen)


async def test_hostile_text_typed_into_each_kind_of_box_is_kept(hostile_desk: Desk) -> None:
    async with seated(hostile_desk, LARGE) as seat:
        await seat.press("3", "slash")
        await seat.type(HOSTILE)
        assert _inert(seat)
        await seat.press("escape", "escape", "u")
        await seat.type(HOSTILE)
        await seat.press("ctrl+s")
        assert VISIBLE in seat.sees
        await seat.press("8", "a")
        for _ in range(4):
            await seat.type(HOSTILE)
            await seat.press("tab")
        await seat.press("ctrl+s")
        assert _inert(seat)
        assert "cannot be initials" in seat.sees


async def test_hostile_text_in_errors_and_notices_is_only_text(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        seat.app.say(HOSTILE)
        seat.app.complain(StaleError(HOSTILE, HOSTILE, HOSTILE, theirs=HOSTILE, ours=HOSTILE))
        await seat.settle()
        assert VISIBLE in seat.sees
        assert _inert(seat)


@pytest.mark.parametrize("made", [literal, line, cell])
def test_what_could_command_a_terminal_never_reaches_a_widget(made: Callable[[str], Content | Text]) -> None:
    shown = made(f"{HOSTILE}{'x' * 100_000}").plain
    assert VISIBLE in shown
    assert not set(shown) & set("\x1b\x00\x07\u202e\ud800")
    assert not made(HOSTILE).spans


def test_a_hanging_text_keeps_every_word() -> None:
    assert hanging("1.1  ", "one two three four", 14).plain.split() == ["1.1", "one", "two", "three", "four"]


@pytest.mark.parametrize("path", sorted(Path(boardtui.ui.__file__).parent.rglob("*.py")), ids=lambda path: path.stem)
def test_no_screen_makes_markup(path: Path) -> None:
    """Widgets are given Content or Text made by `literal`; markup is read nowhere."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("from_markup", "render_markup")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify":
            assert any(word.arg == "markup" for word in node.keywords), f"line {node.lineno}"


def _inert(seat: Seat) -> bool:
    return seat.app.is_running and not set(seat.sees) & set("\x1b\x07\u202e")
