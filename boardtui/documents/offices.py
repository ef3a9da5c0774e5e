"""How documents name offices and those who hold them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boardtui.domain import views
from boardtui.domain.papers import People
from boardtui.domain.text import listed


def title(name: str, role: str) -> str:
    """Name a person and their office: `Jane Smith, Designated Nurse`; an office nobody is named for, once."""
    parts = dict.fromkeys(part.strip() for part in (name, role) if part.strip())
    return ", ".join(parts)


def named(people: People, initials: str | None) -> str:
    """Name an office by its initials: who holds it and what it is; initials that are unknown stay as they are."""
    if not initials:
        return ""
    person = people.get(initials)
    return title(person.name, person.role) if person else initials


def with_initials(people: People, initials: str) -> str:
    """Name an office and its initials: `Director of Children's Services (DCS)`."""
    name = named(people, initials)
    return name if name == initials else f"{name} ({initials})"


def office_or_name(people: People, name: str) -> str:
    """Name somebody within a sentence: an office takes `the`, a person does not."""
    offices = {person.role.casefold() for person in people.values()}
    return f"the {name.strip()}" if name.strip().casefold() in offices else name.strip()


def owners(action: views.Action) -> str:
    """Name who leads an action and who supports: `DCS and POL, with LSCB`."""
    leading = listed(action.leads) or "No lead"
    return f"{leading}, with {listed(action.supporters)}" if action.supporters else leading


def owners_of(actions: Iterable[views.Action]) -> list[str]:
    """Return the initials of everybody who leads or supports some actions."""
    return [who for action in actions for who in (*action.leads, *action.supporters)]


def explained(people: People, used: Iterable[str], known: Sequence[str] = ()) -> str:
    """Explain initials that a document uses and does not explain elsewhere; nothing when there are none."""
    wanted = set(used) - set(known)
    said = [f"{who} {named(people, who)}" for who in people if who in wanted and named(people, who) != who]
    return f"Initials: {'; '.join(said)}." if said else ""
