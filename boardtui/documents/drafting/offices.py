"""Offices named in prose: `the Chief Officer of Blackpool Clinical Commissioning Group`, never initials alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.domain import views
from boardtui.domain.papers import People
from boardtui.domain.text import listed

_OPEN, _CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{_OPEN}(?P<office>[^{_CLOSE}]*){_CLOSE}")
"""An office's initials, put into a draft to be spelt out when the whole letter stands."""

SEATS = ("chair", "vice-chair", "member")
"""The kinds of person who sit on the Board (N 7.2)."""

_MARKS = re.compile("[\ue000-\ue1ff]")


def marked(initials: str) -> str:
    """Put an office into a draft; its title, and whether an abbreviation is enough, is settled at the end."""
    return f"{_OPEN}{initials}{_CLOSE}"


def without_marks(text: str) -> str:
    """Take out of recorded text the signs that a draft uses itself, for offices and for figures."""
    return _MARKS.sub("", text)


def named(leads: Sequence[str], people: People, first: str = "I") -> str:
    """Name offices in a sentence, the Chair as `first` (*I* or *me*) and last, as courtesy has it."""
    chairs = [lead for lead in leads if lead in people and people[lead].kind == "chair"]
    others = [marked(lead) for lead in leads if lead not in chairs]
    return listed([*others, *([first] if chairs else [])])


def is_or_are(leads: Sequence[str], people: People) -> str:
    """Return the verb that agrees with these offices: *am*, *is* or *are*."""
    if len(leads) != 1:
        return "are"
    kind = people[leads[0]].kind if leads[0] in people else ""
    return {"chair": "am", "group": "are"}.get(kind, "is")


def title(person: views.Person, council: str) -> str:
    """Return an office in full with its article, and its body where that is not the council."""
    role = person.role or person.name
    if person.kind == "group":
        return _lowered(person.name)
    before, comma, after = role.partition(", ")
    outside = is_outside(person, council)
    if comma and after == person.organisation:
        role, comma = before, ""
    office = f"the {_lowered(f'{before} ({after})' if comma else role)}"
    if not outside or "representative" in role or _is_within(person.organisation, role):
        return office
    return f"{office} {'at' if ' of ' in role else 'of'} {body(person)}"


def body(person: views.Person) -> str:
    """Return the organisation with the article that it takes."""
    if person.organisation.startswith("Voluntary"):
        return f"the {_lowered(person.organisation)}"
    takes_article = person.organisation.startswith(("Department", "Ministry", "Office"))
    return f"the {person.organisation}" if takes_article else person.organisation


def is_outside(person: views.Person, council: str) -> bool:
    """Say whether an office belongs to another body than the council."""
    place = council.split()[0] if council.split() else ""
    own = person.organisation.startswith(place) and "Council" in person.organisation
    return bool(person.organisation) and person.organisation != "Independent" and not own


def _lowered(text: str) -> str:
    """Lower the first letter of a title that is not written with capitals throughout."""
    later = [word for word in text.split()[1:] if word[:1].isalpha() and len(word) > 3]
    return text[:1].lower() + text[1:] if later and any(word[0].islower() for word in later) else text


def _is_within(organisation: str, role: str) -> bool:
    return organisation.casefold() in role.casefold()
