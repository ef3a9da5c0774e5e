"""One question of a dialog on the screen: its label, its box, what it offers, and a line that says the answer back."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur
from textual.widgets import Input, Label, Static, TextArea

from boardtui.domain.offering import named, offered, put_in
from boardtui.domain.text import clean
from boardtui.ui.widgets.boxes import LineBox, TextBox
from boardtui.ui.widgets.choice import Choice
from boardtui.ui.widgets.fields import Field
from boardtui.ui.widgets.literal import line
from boardtui.ui.widgets.offers import OfferBox, Offers


class FieldRow(Vertical):
    """A question and its answer, said back beside it or beneath; what is wrong is said as the field is left."""

    def __init__(self, field: Field, typed: str | None = None) -> None:
        super().__init__(classes=f"-tall -tall-{field.tall}" if field.tall else "-short" if field.short else "")
        self.field = field
        self._first = clean(field.value if typed is None else typed)
        self._wrong = False

    def compose(self) -> ComposeResult:
        """Show the label, the box with what is beside it, and the line beneath."""
        yield Label(line(self.field.label + (" *" if self.field.needed else "")))
        value = self._first
        if self.field.choices:
            yield Choice(self.field.choices, value)
        elif self.field.tall:
            yield TextBox(value, soft_wrap=True, tab_behavior="focus", compact=True)
        else:
            with Vertical(classes="cell"):
                with Horizontal():
                    yield self._box(value)
                    if self.field.short:
                        yield Static(id="beside")
                if self.field.offers:
                    yield Offers()
        yield Static(id="said")

    def _box(self, value: str) -> LineBox:
        box = OfferBox if self.field.offers else LineBox
        said, hidden = " ".join(value.split()), self.field.hidden
        return box(said, placeholder=self.field.hint, password=hidden, compact=True)

    def on_mount(self) -> None:
        """Say the first answer back; show a long one from its beginning."""
        self._say_back()
        for box in self.query(Input):
            box.cursor_position = 0

    @property
    def typed(self) -> str:
        """Return what stands in the box."""
        for box in self.query(Input):
            return box.value
        for area in self.query(TextArea):
            return area.text
        return self.query_one(Choice).value

    def put(self, typed: str) -> None:
        """Put a text into the box, as if it had been typed before."""
        for box in self.query(Input):
            box.value = " ".join(clean(typed).split())
        for area in self.query(TextArea):
            area.load_text(clean(typed))
        for choice in self.query(Choice):
            choice.choose(typed)

    def answer(self) -> Any:
        """Return the answer; ValueError when it cannot be right."""
        return self.field.answer(self.typed)

    def check(self) -> bool:
        """Say whether the answer can be right, and beneath the box what is wrong with it."""
        try:
            self.answer()
        except ValueError as problem:
            self._say(str(problem), wrong=True)
            return False
        return True

    def refuse(self, why: str) -> None:
        """Say beneath the box why the answer cannot be taken; without a reason, what it was understood as."""
        if why:
            self._say(why, wrong=True)
        else:
            self._say_back()

    def begin(self) -> None:
        """Put the cursor into the box."""
        for kind in (Input, TextArea, Choice):
            for box in self.query(kind):
                box.focus()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _say_back(self) -> None:
        self._offer()
        typed = self.typed
        if not typed.strip():
            self._say("")
            return
        try:
            answer = self.answer()
        except ValueError as problem:
            # half a word is no mistake yet: it is said when the field is left, or when nothing begins so
            hopeless = bool(self.field.offers) and not self.query_one(Offers).found
            self._say(str(problem) if hopeless or self._wrong else "", wrong=True)
            return
        said = "" if answer is None else self.field.shows(answer)
        self._say("" if said == typed.strip() else said)

    def on_resize(self) -> None:
        """Say the answer where there is room for it now."""
        if not self._wrong:
            self._say_back()

    def _on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Say what is wrong with an answer as it is left, and offer nothing any more."""
        for offers in self.query(Offers):
            offers.offer((), None)
        if self.typed.strip():
            self.check()

    def _offer(self) -> None:
        """Offer what the text may become while it is typed; what is complete already is not offered."""
        field = self.field
        for offers in self.query(Offers):
            box = self.query_one(OfferBox)
            typed = box.value
            begun = typed.rpartition(",")[2] if field.several else typed
            if not box.has_focus or not begun.strip() or named(typed, field.offers, several=field.several):
                offers.offer((), None)
                continue
            found = offered(typed, field.offers, several=field.several)
            offers.offer(found, None if field.takes_anything else 0)

    @on(OfferBox.Stepped)
    def _step(self, event: OfferBox.Stepped) -> None:
        event.stop()
        offers = self.query_one(Offers)
        if offers.display:
            offers.step(event.by)
        elif event.by > 0:
            typed = self.typed
            complete = typed.strip() and named(typed, self.field.offers, several=self.field.several)
            several = self.field.several
            offers.offer(
                self.field.offers if complete and not several else offered(typed, self.field.offers, several=several), 0
            )

    @on(OfferBox.Entered)
    async def _enter(self, event: OfferBox.Entered) -> None:
        event.stop()
        offers = self.query_one(Offers)
        if (marked := offers.marked) is not None:
            self._take(Offers.Clicked(marked))
        else:
            await event.box.go_on()

    @on(Offers.Clicked)
    def _take(self, event: Offers.Clicked) -> None:
        box = self.query_one(OfferBox)
        box.value = put_in(box.value, event.offer, several=self.field.several)
        box.cursor_position = len(box.value)
        self.query_one(Offers).offer((), None)
        box.focus()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        """Say the answer back beside a short box, where it fits; beneath it what is longer, and what is wrong."""
        self._wrong = wrong and bool(text)
        beneath = text
        for beside in self.query("#beside").results(Static):
            fits = not wrong and cell_len(text) <= beside.size.width
            beside.update(line(text if fits else ""))
            beneath = "" if fits else text
        said = self.query_one("#said", Static)
        said.update(line(f"✗ {beneath}" if self._wrong else beneath))
        said.set_class(self._wrong, "-wrong")
        said.display = bool(beneath)
