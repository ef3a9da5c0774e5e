"""A list whose filter is the language of filters: it says what may come next, and points at what it cannot read."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from boardtui.domain.filter_completion import Known, completed, completions
from boardtui.domain.filter_conditions import Condition, Every
from boardtui.domain.filter_keys import Kind, told
from boardtui.domain.filters import Asked, FilterError, parse
from boardtui.domain.ratings import DEFAULT_SCHEME, Scheme
from boardtui.store.reading.board import scheme
from boardtui.store.reading.filtering import known
from boardtui.store.reading.reader import Database
from boardtui.ui.screens.viewing import Viewing
from boardtui.ui.widgets.literal import assembled, line, literal

_OFFERED = 12
"""Completions named at once."""


class FilteredList(Viewing):
    """A list with a filter in the language; while what is typed cannot be read, the list stays as it was."""

    kind: ClassVar[Kind]
    filter_says = "words  is:  owner:  due:<30d  or  -not  “a phrase”"

    def __init__(self) -> None:
        super().__init__()
        self.known = Known()
        self.scheme: Scheme = DEFAULT_SCHEME
        self._read: tuple[str, Condition] = ("", Every())

    @property
    def takes_language(self) -> bool:
        """Say whether the section shown is one that the language filters."""
        return True

    @property
    def wanted(self) -> Condition:
        """Return what the filter asks; the last that could be read, while what is typed cannot."""
        self._hear()
        return self._read[1] if self.takes_language else Every()

    @property
    def asked_for(self) -> str:
        """Return the filter's words; the last that could be read, while what is typed cannot."""
        self._hear()
        return self._read[0] if self.takes_language else self.words

    @property
    def saved_as(self) -> str:
        """Return the filter that can be saved: one of the language that can be read."""
        return super().saved_as if self.takes_language and self._problem() is None else ""

    def _hear(self) -> None:
        if self.takes_language and self._read[0] != self.words and self._problem() is None:
            self._read = (self.words, parse(self.words, self._asked))

    def content(self) -> ComposeResult:
        """Return the list, its filter going on by itself (→ takes what it offers), and under it how it may go on."""
        parts = iter(super().content())
        box = next(parts)
        if isinstance(box, Input):
            box.suggester = _GoesOn(self)
        yield box
        yield Static(id="filter-says")
        yield from parts

    def action_filter(self) -> None:
        """Type into the filter, with what this Board has to choose from."""
        super().action_filter()
        if self.takes_language:
            self.app.read(_known, self._know)

    def offered(self, typed: str) -> tuple[str, ...]:
        """Return what the last word may become."""
        return completions(typed, self.kind, self.known) if self.takes_language else ()

    @property
    def _asked(self) -> Asked:
        desk = self.app.desk
        assert desk is not None
        return Asked(self.kind, desk.today, self.scheme)

    def _problem(self) -> FilterError | None:
        if not self.takes_language or self.app.desk is None:
            return None
        try:
            parse(self.words, self._asked)
        except FilterError as problem:
            return problem
        return None

    def _know(self, read: tuple[Known, Scheme]) -> None:
        self.known, self.scheme = read
        self._say()

    @on(Input.Changed, "#filter")
    def _say_what_next(self) -> None:
        self._say()

    @on(Input.Blurred, "#filter")
    def _say_no_more(self) -> None:
        self._say()

    def refill(self, stand_on: str | None = None) -> None:
        """Show the records again, and what is to be said about the filter."""
        super().refill(stand_on)
        self._say()

    def _nothing(self) -> Content:
        if self.words and self.takes_language:
            return Content("Nothing fits the filter. Press esc to see everything.")
        return super()._nothing()

    def _say(self) -> None:
        """Say what is wrong and where, else how the filter may go on while it is being typed."""
        says, typing = self.query_one("#filter-says", Static), self.query_one("#filter", Input).has_focus
        problem = self._problem()
        says.update(_pointed(problem) if problem else self._next() if typing else Content(""))
        says.display = problem is not None or (typing and self.takes_language)

    def _next(self) -> Content:
        offered = self.offered(self.words)
        if not offered:
            return line(told(self.kind) if self.takes_language else "", "$foreground-muted")
        more = f"  and {len(offered) - _OFFERED} more" if len(offered) > _OFFERED else ""
        return line(f"→ {'  '.join(offered[:_OFFERED])}{more}", "$foreground-muted")


class _GoesOn(Suggester):
    """Offers the first way in which the last word may go on."""

    def __init__(self, screen: FilteredList) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._screen = screen

    async def get_suggestion(self, value: str) -> str | None:
        """Return what is typed with its last word completed."""
        offered = self._screen.offered(value)
        return completed(value, offered[0]) if offered else None


def _pointed(problem: FilterError) -> Content:
    """Return the carets under the word, and what is wrong with it and known instead."""
    carets = literal(f"{' ' * problem.at}{'^' * max(problem.length, 1)}", "bold $text-error")
    return assembled(carets, "\n", line(problem.title, "$text-error"), " ", line(problem.hint))


def _known(db: Database) -> tuple[Known, Scheme]:
    return known(db), scheme(db)
