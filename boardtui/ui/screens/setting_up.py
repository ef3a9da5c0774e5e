"""The pages that set up a new Board: back and forth, kept as they are typed, made whole at the end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.text import plural
from boardtui.errors import BoardError
from boardtui.ui.at_work import Wanted
from boardtui.ui.commands import bindings
from boardtui.ui.forms.new_file import file_of
from boardtui.ui.forms.starting import PAGES, Page, left_out, new_board
from boardtui.ui.keys import with_keys
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.choice import Choice
from boardtui.ui.widgets.field_row import FieldRow
from boardtui.ui.widgets.literal import assembled, line, literal
from boardtui.ui.widgets.ticks import Ticks

EVERY = 1.0
"""Seconds after which what was typed is kept on disk."""

_AT = "page"
_SCHEME = "scheme"


class SettingUpScreen(BoardScreen):
    """One page of questions at a time; every answer is kept, whichever way the pages are gone through."""

    where = "setting-up"
    place = "welcome"
    CSS_PATH = "../styles/setting_up.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("setting-up"),
        Binding("escape", "leave", show=False, id="back"),
        Binding("enter", "onward", show=False),
        # at once: else what is typed right after tab, in the same breath, would land in the field before
        Binding("tab", "app.focus_next", priority=True, show=False),
        Binding("shift+tab", "app.focus_previous", priority=True, show=False),
    ]

    def __init__(self, typed: Mapping[str, str]) -> None:
        super().__init__()
        self._typed = dict(typed)
        at = self._typed.pop(_AT, "0")
        self._at = int(at) if at.isdecimal() and int(at) < len(PAGES) else 0
        self._kept = dict(self._typed)
        self._turning = False

    def content(self) -> ComposeResult:
        """Return the line of steps, the page and what follows from it."""
        yield Static(id="steps")
        yield VerticalScroll(id="page", can_focus=False)

    async def on_mount(self) -> None:
        """Show the page that was left, and keep what is typed from now on."""
        await self._turn(self._at)
        self.set_interval(EVERY, self._keep)

    @property
    def takes_keys(self) -> bool:
        """Say whether the page is there that a key would go to."""
        return super().takes_keys and not self._turning

    @property
    def asked(self) -> Page:
        """Return the page that is shown."""
        return PAGES[self._at]

    async def action_next(self) -> None:
        """Go to the next page, unless something on this one cannot be right."""
        if not self._right():
            return
        if self._at + 1 < len(PAGES):
            await self._turn(self._at + 1)
        else:
            self._start()

    async def action_previous(self) -> None:
        """Go to the page before; what stands here is kept, right or not."""
        if self._at:
            await self._turn(self._at - 1)

    async def action_start(self) -> None:
        """Start the Board as it is; the first page on which something is missing is shown instead."""
        for number, page in enumerate(PAGES):
            if page.wrong(self._typed, self._today):
                if number != self._at:
                    await self._turn(number)
                self._right()
                return
        self._start()

    def action_anew(self) -> None:
        """Ask, then forget every answer and begin again."""
        from boardtui.ui.modals.confirm import Confirm

        says = literal("Everything typed on these pages is forgotten.")
        self.app.push_screen(Confirm(literal("Begin again?"), says, "Begin again"), self._begin_again)

    async def action_onward(self) -> None:
        """Go from a choice to the next question."""
        await self._after(self.focused)

    def action_leave(self) -> None:
        """Leave; everything typed is kept, and Welcome goes on with it."""
        self.keep_text_now()
        self.app.say(with_keys("What you typed is kept: {welcome-new} goes on with it."))
        self.app.pop_screen()

    def keep_text_now(self) -> None:
        """Keep what was typed, at once."""
        services.setting_up.keep({**self._typed, _AT: str(self._at)} if self._typed else {})
        self._kept = dict(self._typed)

    def on_key(self, event: Key) -> None:
        """Let no letter do anything but stand in a box: `q` in a choice would leave."""
        if event.is_printable and event.key not in ("space", "question_mark"):
            event.stop()
            event.prevent_default()

    @property
    def _today(self) -> date:
        return self.app.today

    async def _turn(self, to: int) -> None:
        """Show another page whole, with what was typed there before, and the cursor at the end of it."""
        with self.app.batch_update():
            await self._show(to)

    async def _show(self, to: int) -> None:
        self._turning = True
        self._at = to
        body = self.query_one("#page", VerticalScroll)
        await body.remove_children()
        fields = self.asked.fields(self._typed, self._today)
        rows = [FieldRow(field, self._typed.get(field.name, field.value)) for field in fields]
        await body.mount(
            Static(line(self.asked.title), id="title"),
            Static(line(with_keys(self.asked.says)), id="says"),
            *rows,
            *([self._picks()] if self.asked.picks else []),
            Static(id="tells"),
        )
        body.scroll_home(animate=False)
        for area in body.query(TextArea):
            area.move_cursor(area.document.end)
        self._tell()
        self._write_steps()
        (rows[0].begin if rows else self.query_one(Ticks).focus)()
        self._turning = False

    def _picks(self) -> Ticks:
        """Return the standing items, those that are left out without a tick."""
        try:
            items = services.standing.standing_items()
        except BoardError as problem:
            self.app.complain(problem)
            items = []
        said = [
            (str(item["title"]), assembled(line(item["title"]), (f"  {_minutes(item)} min", "$foreground-muted")))
            for item in items
        ]
        return Ticks(said, {title for title, _said in said} - set(left_out(self._typed)))

    def _right(self) -> bool:
        """Say whether the page is right; beside each answer say what is wrong, and go to the first."""
        wrong = self.asked.wrong(self._typed, self._today)
        rows = list(self.query(FieldRow))
        for row in rows:
            row.refuse(wrong.get(row.field.name, ""))
        for row in rows:
            if row.field.name in wrong:
                row.begin()
                break
        if not wrong:
            self._settle_dates()
        return not wrong

    def _settle_dates(self) -> None:
        """Write dates out with their year: read again on another day, `7 Jan` would be another one."""
        for field in self.asked.fields(self._typed, self._today):
            answer = field.answer(self._typed.get(field.name, field.value))
            if isinstance(answer, date):
                self._typed[field.name] = show(answer)

    def _start(self) -> None:
        self.keep_text_now()
        wanted = new_board(self._typed, self._today)
        self.app.exit(Wanted("new", file_of(self._typed), new=wanted))

    async def _begin_again(self, sure: bool | None) -> None:
        if sure:
            self._typed.clear()
            self._kept = {}
            services.setting_up.forget()
            await self._turn(0)

    async def _after(self, part: Widget | None) -> None:
        rows = list(self.query(FieldRow))
        at = next((n for n, row in enumerate(rows) if part is not None and row in part.ancestors_with_self), len(rows))
        if at + 1 < len(rows):
            rows[at + 1].begin()
        else:
            await self.action_next()

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        await self._after(event.input)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    async def _typing(self) -> None:
        if self._turning:
            return
        before = self._typed.get(_SCHEME)
        self._typed |= {row.field.name: row.typed for row in self.query(FieldRow)}
        if before is not None and self._typed.get(_SCHEME) != before:
            self._typed = {name: text for name, text in self._typed.items() if not name.startswith("level_")}
            await self._turn(self._at)
        self._tell()

    @on(Ticks.Changed)
    def _picked(self, event: Ticks.Changed) -> None:
        picked, items = event.ticks.picked, services.standing.standing_items()
        self._typed["left_out"] = "\n".join(str(item["title"]) for item in items if item["title"] not in picked)
        self._tell()

    def _tell(self) -> None:
        """Say what follows from the answers."""
        self.query_one("#tells", Static).update(self._told())

    def _told(self) -> Content:
        if not self.asked.picks:
            return self.asked.tells(self._typed, self._today)
        without = left_out(self._typed)
        items = [item for item in services.standing.standing_items() if item["title"] not in without]
        minutes = sum(map(_minutes, items))
        return literal(f"{plural(len(items), 'item')}, {minutes} minutes.", "$foreground-muted")

    def _write_steps(self) -> None:
        """Write which step this is, and all of them where they fit."""
        parts = [assembled(("Start a new Board", "bold"), f"   step {self._at + 1} of {len(PAGES)}")]
        names = []
        for number, page in enumerate(PAGES):
            done = number < self._at
            said = f" {number + 1} {page.short} " if number == self._at or self.size.width >= 110 else f" {number + 1} "
            style = "reverse bold" if number == self._at else "$text-success" if done else "$foreground-muted"
            names.append(literal(f"{said[:-1]}✓" if done else said, style))
        parts.append(Content(" ").join(names))
        self.query_one("#steps", Static).update(Content("\n").join(parts))

    def on_resize(self) -> None:
        """Use the room there is."""
        self._write_steps()

    def _keep(self) -> None:
        if self._typed != self._kept:
            typed = {**self._typed, _AT: str(self._at)}
            self._kept = dict(self._typed)
            self.app.run_aside(lambda: services.setting_up.keep(typed), lambda _kept: None)


def _minutes(item: Mapping[str, Any]) -> int:
    return int(item.get("minutes", 10))
