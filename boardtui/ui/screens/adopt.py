"""Adopting a copy that was changed apart: record by record, ours beside theirs, each chosen with one key."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boardtui.domain.adopting import Comparison, RecordDiffers, Side
from boardtui.domain.history import shown
from boardtui.domain.text import plural
from boardtui.ui.commands import bindings
from boardtui.ui.forms import handing as forms
from boardtui.ui.handing import Handing
from boardtui.ui.keys import with_keys
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.literal import assembled, hanging, line, literal
from boardtui.ui.widgets.record_list import Column, RecordList, Row

_CHOOSE, _ALL_CHOSEN = "{adopt-ours} ours, {adopt-theirs} theirs", "All is chosen: {adopt-apply} adopts it"
_CHOSEN: dict[Side | None, str] = {"ours": "ours", "theirs": "theirs", None: "? choose"}


class AdoptScreen(BoardScreen):
    """What differs, what is to be chosen first; below, the record as it is here and as it is in the copy."""

    where = "adopt"
    place = "home"
    CSS_PATH = "../styles/adopt.tcss"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = bindings("adopt")
    columns = (Column("Record", 26), Column("Words"), Column("Changed", 18), Column("What", 10))

    def __init__(self, path: Path, found: Comparison) -> None:
        super().__init__()
        self._path, self._found = path, found
        self._chosen: dict[str, Side] = {}

    def content(self) -> ComposeResult:
        """Return the list and both sides below it."""
        yield Static(id="above")
        yield RecordList(*self.columns, id="list")
        yield Static(id="record")
        with Horizontal(id="sides"):
            for side in ("ours", "theirs"):
                with VerticalScroll(id=side, can_focus=False):
                    yield Static(id=f"{side}-text")

    def load(self) -> None:
        """Show what differs."""
        rows = [
            Row(str(n), (one.record, one.words, one.where, self._taken(one)))
            for n, one in enumerate(self._found.differs)
        ]
        self.query_one(RecordList).fill(rows)
        left = len(self._found.open([*self._chosen]))
        todo = f"{plural(left, 'choice')} to make: {with_keys(_CHOOSE)}" if left else with_keys(_ALL_CHOSEN)
        self.query_one("#above", Static).update(literal(f"{self._found.said}\n{todo}"))
        self._write()

    def action_ours(self) -> None:
        """Take the record as it is here."""
        self._choose("ours")

    def action_theirs(self) -> None:
        """Take the record as it is in the copy."""
        self._choose("theirs")

    def action_all_ours(self) -> None:
        """Take ours wherever nothing is chosen yet."""
        self._choose_rest("ours")

    def action_all_theirs(self) -> None:
        """Take theirs wherever nothing is chosen yet."""
        self._choose_rest("theirs")

    def action_apply(self) -> None:
        """Adopt the copy, once everything is chosen, naming how much that is."""
        left = self._found.open([*self._chosen])
        if left:
            self.app.say(f"{plural(len(left), 'choice')} still to make.", warning=True)
            self._stand_on(left[0])
            return
        self.app.push_screen(
            forms.apart(self._found, self._chosen),
            lambda yes: Handing(self.app, self.app.go_back).adopt(self._path, self._chosen) if yes else None,
        )

    @on(RecordList.Opened)
    def _selected(self, event: RecordList.Opened) -> None:
        event.stop()
        self.action_apply()

    @on(RecordList.Stood)
    def _stood(self, event: RecordList.Stood) -> None:
        event.stop()
        self._write()

    @property
    def _one(self) -> RecordDiffers | None:
        key = self.query_one(RecordList).chosen
        return self._found.differs[int(key)] if key is not None else None

    def _taken(self, one: RecordDiffers) -> str:
        if one.choice:
            return _CHOSEN[self._chosen.get(one.choice)]
        if one.settled:
            return "as signed"
        return "stays" if one.changed == "ours" else "comes over"

    def _choose(self, side: Side) -> None:
        one = self._one
        if one is None or not one.choice:
            self.app.say("There is nothing to choose here: only one side changed it.", warning=True)
            return
        self._chosen[one.choice] = side
        self.load()
        left = self._found.open([*self._chosen])
        if left:
            self._stand_on(left[0])

    def _choose_rest(self, side: Side) -> None:
        for choice in self._found.open([*self._chosen]):
            self._chosen[choice] = side
        self.load()

    def _stand_on(self, choice: str) -> None:
        at = next(n for n, one in enumerate(self._found.differs) if one.choice == choice)
        self.query_one(RecordList).stand_on(str(at))

    def _write(self) -> None:
        one = self._one
        record = self.query_one("#record", Static)
        said = hanging(f"{one.record}  ", one.words, max(self.size.width - 2, 30), "bold") if one is not None else ""
        record.update(said)
        sides: tuple[tuple[Side, str], ...] = (("ours", "Ours"), ("theirs", "Theirs, in the copy"))
        for side, title in sides:
            said = _side(one, side) if one is not None else Content("")
            taken = one is not None and self._chosen.get(one.choice) == side
            head = literal(f"{title}{' ✓ taken' if taken else ''}", "bold reverse" if taken else "bold")
            self.query_one(f"#{side}-text", Static).update(assembled(head, "\n", said))
            self.query_one(f"#{side}", VerticalScroll).scroll_home(animate=False)


def _side(one: RecordDiffers, side: Side) -> Content:
    """Write everything that one side says where the two differ."""
    if one.gone == side:
        return Content.styled("removed", "$text-warning")
    said = [(text.field, text.ours if side == "ours" else text.theirs) for text in one.texts]
    if not any(value for _field, value in said):
        return Content.styled("not there", "$foreground-muted")
    return Content("\n").join(
        assembled(line(f"{field}:", "$primary"), " ", literal(shown(value) if value else "–")) for field, value in said
    )
