"""The Chair's queue: one thing at a time with all that is needed to decide it, one key for each decision (DESIGN 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Static

from boardtui import services
from boardtui.domain.emails import Email, signed
from boardtui.domain.queue import TO_SIGN, Asked, Kind, Thing, put_off
from boardtui.domain.ratings import Scheme
from boardtui.domain.roles import Step, signing
from boardtui.domain.views import Action, Letter, Meeting, Person
from boardtui.errors import BoardError
from boardtui.store.reading.board import scheme
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.queries import emails
from boardtui.store.reading.queue import open_queries, queue
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import queue as forms
from boardtui.ui.forms.letter_steps import of_letter
from boardtui.ui.forms.steps import of_meeting
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.emails import Emails
from boardtui.ui.screens import queue_words
from boardtui.ui.screens.queue_left import LookingBack
from boardtui.ui.widgets.literal import assembled, cell, line, literal
from boardtui.ui.widgets.record_list import Column, RecordList, Row

if TYPE_CHECKING:
    from boardtui.ui.modals.form import Form

DONE = "decided "
"""What stands before the key of a thing that was decided in this sitting."""


@dataclass(frozen=True)
class Shown:
    """The queue, and what its page and its dialogs need."""

    things: tuple[Thing, ...]
    scheme: Scheme
    people: Mapping[str, Person]
    queries: int


class QueueScreen(LookingBack):
    """The list on the left where there is room; the thing in hand beside it; at the end what was decided."""

    where = "queue"
    place = "home"
    CSS_PATH: ClassVar[CSSPathType | None] = "../styles/queue.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = bindings("queue")
    shown: Shown | None = None

    def __init__(self, about: str = "") -> None:
        super().__init__()
        self.at: str | None = about or None
        self.later: list[str] = []
        self.decided: list[tuple[str, str]] = []
        self._deciding: set[str] = set()
        self._signing: str | None = None
        self._begun = False
        self._before_end: str | None = None

    def content(self) -> ComposeResult:
        """Return the list and the page."""
        yield Static(id="count")
        with Horizontal():
            things = RecordList(Column("", 2), Column("", 11), Column(""), id="things")
            things.can_focus = False
            yield things
            with VerticalScroll(id="page"):
                yield Static(id="thing")

    def load(self) -> None:
        """Read the queue; at first also what left it since the Chair last looked."""
        desk = self.app.desk
        if desk is None:
            return
        today = desk.today
        self.app.read(lambda db: _read(db, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the thing in hand, or the first one; what is being decided is out already."""
        self.shown = shown
        abouts = [one.about for one in shown.things]
        if self._signing is not None and self._signing not in abouts:
            self.decided.append((self._signing, "signed"))
            self._signing = None
        self.decided = [one for one in self.decided if one[0] not in abouts]
        if not self._begun:
            self._begun = True
            self.look_back()
        if self.at not in [one.about for one in self.things]:
            self._stand_near(0)
        self.write()

    @property
    def things(self) -> tuple[Thing, ...]:
        """Return what is left of the queue in this sitting, in order."""
        found = self.shown.things if self.shown else ()
        return put_off([one for one in found if one.about not in self._deciding], self.later)

    @property
    def thing(self) -> Thing | None:
        """Return the thing in hand."""
        return next((one for one in self.things if one.about == self.at), None)

    @property
    def labels(self) -> dict[str, str]:
        """Say in the footer what the keys do to the thing in hand."""
        thing = self.thing
        if thing is None:
            nothing = ("agree", "query", "give-back", "later", "thread", "sign", "open")
            return {f"queue-{one}": "" for one in nothing}
        if thing.waits:
            return {"queue-query": "answer", "queue-agree": "", "queue-give-back": "", "queue-sign": ""}
        return {"queue-agree": ""} if thing.kind in TO_SIGN else {"queue-sign": ""}

    def action_agree(self) -> None:
        """Agree to the thing in hand, and go on to the next."""
        thing = self._decidable()
        if thing is None:
            return
        if thing.kind in TO_SIGN:
            self.app.say(
                with_keys("A paper is signed, not agreed: press {queue-sign}, or {queue-query} to ask first."),
                warning=True,
            )
            return
        about, at = thing.about, self._index()
        self._deciding.add(about)
        self.app.clear_notifications()  # of ten decisions in a row one is told at a time: all stand on the last page
        words = "closed" if thing.kind is Kind.DONE else "accepted as it stands"

        def agreed(_: object) -> None:
            self._deciding.discard(about)
            self.decided.append((about, words))

        def refused(problem: BoardError) -> None:
            self._deciding.discard(about)
            self.app.complain(problem)
            self.write()

        self.app.change(lambda work: services.queue.agree(work, about), agreed, refused)
        self._stand_near(at)
        self.write()

    def action_query(self) -> None:
        """Ask something about the thing in hand, or record the answer that came."""
        thing, desk = self.thing, self.app.desk
        if thing is None or desk is None or self.shown is None:
            return
        if thing.query is not None:
            if self.app.may(Step.ANSWER_QUERY):
                self._ask(forms.answer(thing.query, desk.today))
        elif self.app.may(Step.REVIEW):
            self._ask(forms.ask(thing.about, thing.said, thing.lead, self.shown.people), goes_on=True)

    def action_give_back(self) -> None:
        """Ask why the thing in hand is returned."""
        if (thing := self._decidable()) is not None:
            self._ask(forms.give_back(thing), thing.about)

    def action_later(self) -> None:
        """Leave the thing in hand for the end of this sitting."""
        thing, at = self.thing, self._index()
        if thing is not None:
            self.later = [*(one for one in self.later if one != thing.about), thing.about]
            self._stand_near(at)
            self.write()

    def action_reword(self) -> None:
        """Ask for other words of an action; open a letter to write in it."""
        thing = self.thing
        match thing.record if thing else None:
            case Action() as action if self.app.may(Step.REVIEW):
                self._ask(forms.reword(action))
            case Letter():
                self.action_open()
            case Asked() | Meeting():
                self.app.say(
                    with_keys("Only an action's words are changed here; {queue-open} opens the record itself."),
                    warning=True,
                )

    def action_sign(self) -> None:
        """Show exactly what will be signed, and sign it."""
        thing, desk = self.thing, self.app.desk
        if thing is None or desk is None or not self.app.may(signing(desk.role)):
            return
        match thing.record:
            case Meeting() as meeting if not thing.waits:
                steps = [of_meeting(meeting, desk)]
            case Letter() as letter if not thing.waits:
                steps = [*of_letter(letter, desk)]
            case _:
                return
        for step in steps:
            if step is not None and step.signs is not None:
                self._signing = thing.about
                self.sign_off(step)

    def action_export(self) -> None:
        """Show the open queries as e-mails to copy."""
        desk = self.app.desk
        if desk is not None:
            who = signed(desk.who, desk.role)
            self.app.read(lambda db: emails(db, who, desk.today), self._show_queries)

    def _show_queries(self, found: list[Email]) -> None:
        if found:
            self.app.push_screen(Emails(found, "queries"))
        else:
            self.app.say("No query is waiting for an answer.")

    def action_brief(self) -> None:
        """Show the private brief for the next meeting."""
        self.app.open_record("brief")

    def action_next(self) -> None:
        """Go to the next thing."""
        self._step(1)

    def action_previous(self) -> None:
        """Go to the thing before; from the end, to the last."""
        self._step(-1)

    def on_resize(self) -> None:
        """Fit the page to the width there is."""
        self.call_after_refresh(self.write)

    @on(RecordList.Stood)
    def _stood(self, event: RecordList.Stood) -> None:
        """Go to the record the cursor went to; at the end it stays on the one before, which is not going there."""
        event.stop()
        stayed = self.at is None and event.key == self._before_end
        if event.key != self.at and not stayed and event.key in [one.about for one in self.things]:
            self.at = event.key
            self.write()

    def _ask(self, form: Form, decides: str = "", *, goes_on: bool = False) -> None:
        """Ask in a dialog; what is saved there may decide a thing, and says in a word how, or lets it wait."""
        at = self._index()

        def saved(word: Any) -> None:
            if word and decides:
                self.decided.append((decides, str(word)))
                self._stand_near(at)
            elif word and goes_on:
                self._stand_near(at + 1)
                self.write()

        self.app.push_screen(form, saved)

    def _decidable(self) -> Thing | None:
        """Return the thing in hand if the person may decide it and nothing is asked about it; else say why not."""
        thing = self.thing
        if thing is None or not self.app.may(Step.REVIEW):
            return None
        if thing.query is not None:
            records = with_keys("{queue-query} records it, and then this is decided.")
            self.app.say(f"Query {thing.query.number} is waiting for an answer: {records}", warning=True)
            return None
        return thing

    def _step(self, step: int) -> None:
        """Go one on or back; past the last thing is the end, which says what was decided and what left otherwise."""
        things = self.things
        end = len(things) - 1 if step < 0 else len(things)
        at = max(self._index() + step, 0) if self.thing is not None else end
        if at < len(things):
            self.at = things[at].about
        elif self.decided or self.left:
            self.at, self._before_end = None, things[-1].about if things else None
        self.write()

    def _index(self) -> int:
        return next((n for n, one in enumerate(self.things) if one.about == self.at), 0)

    def _stand_near(self, at: int) -> None:
        """Go to the next thing that can be decided, from a place on; at the end, to none."""
        things = self.things
        ahead = [one.about for one in (*things[at:], *things[:at]) if not one.waits]
        self.at = ahead[0] if ahead else None

    def write(self) -> None:
        """Write the thing in hand, or the end, and the list beside it."""
        if self.shown is None or not self.is_attached:
            return
        things, thing = self.things, self.thing
        width = max(self.query_one("#page").size.width - 3, 30)
        if thing is None:
            page = queue_words.at_the_end(self.decided, self.left, self.shown.queries, len(things), width)
            self.told_what_left()
        else:
            page = queue_words.page(thing, self.shown.scheme, self.shown.people, width)
        self.query_one("#thing", Static).update(page)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self.query_one("#count", Static).update(self._count(thing))
        rows = [_decided_row(*one) for one in self.decided]
        rows += [Row(one.about, (cell("?" if one.waits else ""), one.about, one.said)) for one in things]
        self.query_one("#things", RecordList).fill(rows, self.at)
        self.refresh_bindings()

    def _count(self, thing: Thing | None) -> Content:
        """Say which of how many this is, why it is here, and what left otherwise."""
        total = len(self.decided) + len(self.things)
        if thing is None:
            said = literal(f"{len(self.decided)} decided", "bold") if self.decided else Content("")
        else:
            number = len(self.decided) + self._index() + 1
            why = f"{thing.about}, {queue_words.kind_of(thing)}"
            said = assembled((f"{number} of {total}", "bold"), "   ", line(why))
        if self.left and thing is not None:
            others = f"   {len(self.left)} no longer {'waits' if len(self.left) == 1 else 'wait'}: see last page"
            if said.cell_length + len(others) > self.size.width - 2:
                others = f"   {len(self.left)} left otherwise"
            said = assembled(said, (others, "$text-warning"))
        return said


def _decided_row(about: str, words: str) -> Row:
    return Row(f"{DONE}{about}", (cell("✓"), cell(about), cell(words, "italic")))


def _read(db: Database, today: date) -> Shown:
    return Shown(queue(db, today), scheme(db), by_initials(db), len(open_queries(db)))
