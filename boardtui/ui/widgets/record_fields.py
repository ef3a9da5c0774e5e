"""Questions that a record answers: a person or several, a meeting, references; all completed as one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta

from boardtui.domain.dates import parse_date, weekday
from boardtui.domain.offering import Offer, plain
from boardtui.domain.text import one_line, plural
from boardtui.domain.views import Meeting, Person
from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.fields import Field


def person(
    name: str, label: str, people: Mapping[str, Person], value: str | None = None, *, needed: bool = False
) -> Field:
    """Ask for one office by its initials, name or title."""
    return Field(
        name,
        label,
        value or "",
        reads=lambda typed: _known(typed, people).initials,
        shows=lambda initials: _said(people[initials]),
        needed=needed,
        hint="initials, name or office",
        offers=offices(people),
    )


def several(
    name: str, label: str, people: Mapping[str, Person], value: Sequence[str] = (), *, needed: bool = False
) -> Field:
    """Ask for offices or groups, with commas between them."""

    def read(typed: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_known(part, people).initials for part in _parts(typed)))

    return Field(
        name,
        label,
        ", ".join(value),
        reads=read,
        shows=lambda found: "; ".join(people[initials].role or people[initials].name for initials in found),
        needed=needed,
        hint="initials, name or office, with commas",
        offers=offices(people),
        several=True,
    )


def reference(
    name: str, label: str, known: Mapping[str, str], value: str | None = None, *, hint: str = "N 5.7"
) -> Field:
    """Ask for the reference of a requirement; left empty there is none."""
    found = _Known(known, "requirement", "6")
    return Field(
        name, label, value or "", reads=found.read, shows=lambda ref: known[ref], hint=hint, offers=found.offers
    )


def plan_line(name: str, label: str, known: Mapping[str, str], value: str = "", *, needed: bool = False) -> Field:
    """Ask for the reference of a plan line."""
    found = _Known(known, "plan line", "4")
    return Field(
        name,
        label,
        value,
        reads=found.read,
        shows=lambda ref: known[ref],
        needed=needed,
        hint="3.2",
        offers=found.offers,
    )


def requirements(name: str, label: str, known: Mapping[str, str], value: Sequence[str] = ()) -> Field:
    """Ask for requirements by reference, with commas between them."""
    return _references(name, label, _Known(known, "requirement", "6"), value, "N 5.7, O 3.2")


def plan_lines(name: str, label: str, known: Mapping[str, str], value: Sequence[str] = ()) -> Field:
    """Ask for plan lines by reference, with commas between them."""
    return _references(name, label, _Known(known, "plan line", "4"), value, "3.2, 3.4")


def meeting(
    name: str,
    label: str,
    meetings: Iterable[Meeting],
    value: int | None = None,
    *,
    needed: bool = False,
    hint: str = "its number or its day",
    wrong: str = "There is no such meeting.",
) -> Field:
    """Ask for one of the meetings, by its number or its day; `wrong` says why another is not one of them."""
    numbers: dict[int, Meeting] = {one.number: one for one in meetings}

    def read(typed: str) -> int:
        said = one_line(typed)
        if said.isdecimal():
            if int(said) in numbers:
                return int(said)
            raise ValueError(wrong)
        return _on_day(said, numbers, wrong)

    return Field(
        name,
        label,
        "" if value is None else str(value),
        reads=read,
        shows=lambda number: weekday(numbers[number].date),
        needed=needed,
        hint=hint,
        offers=tuple(Offer(str(number), f"{weekday(one.date)}, {one.state}") for number, one in numbers.items()),
        short=True,
    )


def offices(people: Mapping[str, Person]) -> tuple[Offer, ...]:
    """Return the offices and groups as a field offers them."""
    return tuple(Offer(one.initials, _said(one)) for one in people.values())


class _Known:
    """The references there are of one kind, and how one that is typed is found among them."""

    def __init__(self, known: Mapping[str, str], kind: str, place: str) -> None:
        self._by_name = {plain(ref): ref for ref in known}
        self._kind, self._place = kind, place
        self.offers = tuple(Offer(ref, one_line(text)) for ref, text in known.items())
        self.titles = known

    def read(self, typed: str) -> str:
        """Return the reference as it is written; ValueError where there is none."""
        if (found := self._by_name.get(plain(typed))) is None:
            raise ValueError(f"There is no {self._kind} “{one_line(typed)}”. They are under {self._place}.")
        return found


def _references(name: str, label: str, known: _Known, value: Sequence[str], hint: str) -> Field:
    def read(typed: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(known.read(part) for part in _parts(typed)))

    def shows(found: Sequence[str]) -> str:
        return one_line(known.titles[found[0]]) if len(found) == 1 else plural(len(found), "reference")

    return Field(
        name,
        label,
        ", ".join(value),
        reads=read,
        shows=shows,
        hint=hint,
        offers=known.offers,
        several=True,
    )


def _on_day(typed: str, numbers: dict[int, Meeting], wrong: str) -> int:
    """Return the meeting held on a day that is typed; without a year, the last one on such a day."""
    for number, one in reversed(numbers.items()):
        with suppress(ValueError):
            if parse_date(typed, one.date - timedelta(days=1)) == one.date:
                return number
    raise ValueError(wrong)


def _parts(typed: str) -> list[str]:
    return [part for part in typed.replace(";", ",").split(",") if part.strip()]


def _known(typed: str, people: Mapping[str, Person]) -> Person:
    wanted = plain(typed)
    for person in people.values():
        if wanted in (plain(person.initials), plain(person.name), plain(person.role), plain(_said(person))):
            return person
    raise ValueError(f"Nobody here is called “{one_line(typed)}”. {with_keys('People are under {people}.')}")


def _said(person: Person) -> str:
    return person.name if person.name == person.role else f"{person.name}, {person.role}".strip(", ")
