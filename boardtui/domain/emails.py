"""The Chair's open queries as text to paste into an e-mail, one for each lead (DESIGN 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from boardtui.domain.dates import show
from boardtui.domain.queue import Review
from boardtui.domain.text import one_line, plural
from boardtui.domain.views import Board, Meeting, Person

NOBODY = ""
"""The lead of queries about a paper, which the secretary answers."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One query, with what it is about in the record's own words; no words where those are restricted (rule 12)."""

    query: Review
    words: str


@dataclass(frozen=True, slots=True)
class Email:
    """One e-mail: to which office, its text, and the queries it asks."""

    lead: str
    to: str
    subject: str
    body: str
    queries: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Return it as it is pasted."""
        return f"To: {self.to}\nSubject: {self.subject}\n\n{self.body}\n"


def signed(who: str, role: str) -> str:
    """Return who signs an e-mail: a name, or the role where all that is known is the name of a login."""
    return who if " " in who or who != who.lower() else role.capitalize()


def emails(
    asked: Sequence[Asking], people: Mapping[str, Person], board: Board, coming: Meeting | None, who: str, today: date
) -> list[Email]:
    """Write an e-mail for each office that has a query open, in order of their initials."""
    by_lead: dict[str, list[Asking]] = {}
    for one in asked:
        by_lead.setdefault(one.query.asked_of or NOBODY, []).append(one)
    return [_email(lead, found, people, board, coming, who, today) for lead, found in sorted(by_lead.items())]


def _email(
    lead: str,
    asked: Sequence[Asking],
    people: Mapping[str, Person],
    board: Board,
    coming: Meeting | None,
    who: str,
    today: date,
) -> Email:
    person = people.get(lead)
    to = (person.role or person.name) if person else "Secretary to the Board"
    by = f" before its meeting on {show(coming.date)}" if coming else ""
    body = [
        f"Dear {(person.name if person else '') or to},",
        "",
        f"The Chair asks you to answer the following{by}.",
    ]
    for number, one in enumerate(asked, 1):
        body += ["", *_question(number, one)]
    body += ["", "Please reply to the Board's administrator under each question.", "", "Yours sincerely,"]
    body += [who, f"for the Chair of the {board.name}", show(today)]
    numbers = tuple(one.query.number for one in asked)
    subject = f"{board.name}: {plural(len(asked), 'query', 'queries')} from the Chair"
    return Email(lead, one_line(to), one_line(subject), "\n".join(body), numbers)


def _question(number: int, one: Asking) -> list[str]:
    query = one.query
    about = query.about[:1].upper() + query.about[1:]
    about = about.replace("Line", "Plan line", 1) if about.startswith("Line ") else about
    restricted = f" [RESTRICTED: {query.restricted}. Not to be passed on.]" if query.restricted else ""
    said = f": {one_line(one.words)}" if one.words and not query.restricted else ""
    return [
        f"{number}. {about}{said}{restricted}",
        f"   {one_line(query.text)}",
        f"   (asked on {show(query.on)}; query {query.number} in the Board's record)",
    ]
