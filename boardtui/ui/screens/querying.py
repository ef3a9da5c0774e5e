"""The Chair's queries about the record in hand: shown, asked by the Chair, answered by one key (DESIGN 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardtui.domain.queue import Review
from boardtui.domain.roles import Step
from boardtui.domain.states import Role
from boardtui.domain.views import Person
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.queue import open_queries
from boardtui.store.reading.reader import Database
from boardtui.ui.forms import queue as forms
from boardtui.ui.screens.base import BoardScreen


@dataclass(frozen=True)
class Asked:
    """What a query can be about: the record as reviews name it, its words, and its lead."""

    about: str
    said: str
    lead: str | None


class Querying(BoardScreen):
    """The query key, for screens of a record that the Chair may ask about."""

    @property
    def asked(self) -> Asked | None:
        """Return the record in hand as a query names it."""
        raise NotImplementedError

    def action_query(self) -> None:
        """Record the answer to the query that is open; the Chair asks where none is."""
        if (asked := self.asked) is not None:
            self.app.read(_read, lambda found: self._go_on(asked, *found), slot=(self, "query"))

    def _go_on(self, asked: Asked, queries: list[Review], people: Mapping[str, Person]) -> None:
        desk = self.app.desk
        opened = next((one for one in queries if one.about == asked.about), None)
        if desk is None:
            return
        if opened is not None and self.app.may(Step.ANSWER_QUERY):
            self.app.push_screen(forms.answer(opened, desk.today))
        elif opened is None and desk.role != Role.CHAIR:
            self.app.say("The Chair has asked nothing about it that is still open.")
        elif opened is None:
            self.app.push_screen(forms.ask(asked.about, asked.said, asked.lead, people))


def _read(db: Database) -> tuple[list[Review], dict[str, Person]]:
    return open_queries(db), dict(by_initials(db))
