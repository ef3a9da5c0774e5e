"""Who is meant by a cell: `DCS / Head of Safeguarding`, `JB & KP`, `DCS with LSCB`; a title may hold “and” itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from boardtui.domain.sheets.cells import Read, UnclearError
from boardtui.domain.sheets.likely import likely
from boardtui.domain.states import PersonKind
from boardtui.domain.text import listed, shorten
from boardtui.domain.views import Person

NEW = "+"
"""In place of initials: whoever is called so is to be added as a new office."""

_BETWEEN = re.compile(r"(\s*(?:[/;,&+\n]|\band\b)\s*)", re.IGNORECASE)
_WITH = re.compile(r"\b(?:(?:with|supported by|assisted by)\b|support(?:ing|ers)?\s*:)", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:lead|leads|owner|action|joint leads?|jointly)\s*[:\-]\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(.*?)\s*[(\[](.+?)[)\]]$")
_NOBODY = re.compile(
    r"(tb[cad]|to be (confirmed|agreed|advised)|n/?a|none|-+|–|\?+|vacant|not assigned|unassigned)", re.I
)
_TITLE = re.compile(
    r"(assistant|deputy|head|director|chief|lead|manager|chair|principal|service|team)\b", re.IGNORECASE
)
_TITLES = re.compile(r"^(?:mr|mrs|ms|miss|dr|cllr|councillor|prof|professor|sir|dame|cl(?:lr)?)\.?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """Who leads and who supports, by initials; `new` are names for whom an office is to be added."""

    leads: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def folded(name: str) -> str:
    """Fold a name so that case, spaces, kinds of apostrophe and “&” make no difference."""
    plain = name.replace("’", "'").replace("‘", "'").replace("&", " and ").casefold()
    return " ".join(re.sub(r"[.']", "", plain).split())


def untitled(name: str) -> str:
    """Return a name without what stands before it: `Cllr Ann Smith` is Ann Smith."""
    return _TITLES.sub("", name.strip())


@dataclass
class Directory:
    """Whom the Board knows, by initials, name and title, and whom the person said is meant by other names."""

    people: Sequence[Person]
    meant: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._called: dict[str, set[str]] = {}
        for person in self.people:
            names = {person.initials, person.name, person.role, untitled(person.name), *_also(person)}
            for name in filter(None, names):
                self._called.setdefault(folded(name), set()).add(person.initials)
        self._initials = {person.initials.casefold(): person.initials for person in self.people}
        self._meant = {folded(name): initials for name, initials in self.meant.items()}

    def find(self, name: str) -> str | None:
        """Return the initials of the one office called so, NEW for one to be added, None if none or several are."""
        name = name.strip(" *?")
        if exact := self._initials.get(name.strip().casefold()):
            return exact
        if told := self._meant.get(folded(name)):
            return told
        for wanted in (name, untitled(name)):
            found = self._called.get(folded(wanted), set())
            if len(found) == 1:
                return next(iter(found))
        return self._by_halves(name)

    def _by_halves(self, name: str) -> str | None:
        """Find who is named twice over, or backwards: `Jane Smith (DCS)`, `Jane Smith, Director`, `Smith, Jane`.

        Two people are not one.
        """
        text = name.strip()
        brackets = _IN_BRACKETS.match(text)
        halves = brackets.groups() if brackets else re.split(r"\s+[-–]\s+|,\s+", text)
        if len(halves) != 2:
            return None
        turned = self._called.get(folded(f"{halves[1]} {halves[0]}"), set()) if "," in text else set()
        if len(turned) == 1:
            return next(iter(turned))
        found = [self.find(half) for half in halves]
        known = {one for one in found if one}
        return next(iter(known)) if len(known) == 1 and (brackets or None not in found) else None


def _also(person: Person) -> tuple[str, ...]:
    """Return what everybody calls the Chair, and the group of all members, whatever their titles are."""
    if person.kind == PersonKind.CHAIR:
        return ("Chair", "The Chair", "Independent Chair", "Board Chair", "Chair of the Board")
    if person.kind == PersonKind.GROUP and folded(person.role) in ("all", "all members", "all board members"):
        return ("All", "All members", "All Board members", "Board members")
    return ()


def read_people(text: str, directory: Directory) -> Read:
    """Return Named for a cell; raises UnclearError naming whoever is not known here."""
    plain = _BEFORE.sub("", " ".join(text.replace("\n", " ; ").split()))
    if not plain or _NOBODY.fullmatch(plain):
        return Read(Named())
    leads, _, supporters = _split_with(plain, directory)
    lead, new = _each(leads, directory)
    support, more = _each(supporters, directory) if supporters else ((), ())
    named = Named(lead, tuple(one for one in support if one not in lead), (*new, *more))
    return Read(named)


def read_person(text: str, directory: Directory) -> Read:
    """Return Named for a cell that should name one; the others support."""
    named: Named = read_people(text, directory).value
    if len(named.leads) < 2:
        return Read(named)
    return Read(
        Named(named.leads[:1], (*named.leads[1:], *named.supporters), named.new),
        f"of several leads the first, {named.leads[0]}, leads and the others are partners",
    )


def _split_with(text: str, directory: Directory) -> tuple[str, str, str]:
    found = _WITH.search(text)
    if directory.find(text) or found is None:
        return text, "", ""
    return text[: found.start()].strip(" ,;"), found[0], text[found.end() :].strip()


def _each(text: str, directory: Directory) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name everyone in a list, taking the longest stretch that is somebody's name each time."""
    parts = _BETWEEN.split(text)
    names, between = parts[::2], parts[1::2]
    found: list[str] = []
    new: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(names):
        for end in range(len(names), at, -1):
            said = "".join(
                f"{name}{gap}" for name, gap in zip(names[at:end], [*between[at : end - 1], ""], strict=True)
            )
            if initials := directory.find(said):
                break
        else:
            said, initials, end = names[at], None, at + 1
        at = end
        if initials == NEW:
            new.append(said.strip())
        elif initials:
            found.append(initials)
        elif said.strip():
            unknown.append(said.strip())
    if unknown:
        whole = _whole(names, between, directory)
        called = [whole] if whole else unknown
        raise UnknownNameError(called, {name: likely(name, directory.people) for name in called})
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(new))


class UnknownNameError(UnclearError):
    """A cell that names people who are not known here: `names` is what they are called there.

    `maybe` are those who may be meant: they are offered, never taken.
    """

    def __init__(self, names: Sequence[str], maybe: Mapping[str, Sequence[Person]]) -> None:
        called = listed([f"“{shorten(name, 40)}”" for name in names], joined_by="or")
        super().__init__(
            f"Nobody here is called {called}.",
            f"{_perhaps(maybe)}Say who is meant, add them as a new office, or bring in the people first.",
        )
        self.names = tuple(names)


def _perhaps(maybe: Mapping[str, Sequence[Person]]) -> str:
    """Ask whether somebody of a similar name is meant."""
    asked = [
        f"By “{shorten(name, 40)}”, is {listed([_called(one) for one in found], joined_by='or')} meant?"
        for name, found in maybe.items()
        if found
    ]
    return f"{' '.join(asked)} " if asked else ""


def _called(person: Person) -> str:
    return f"{person.initials} ({person.name or person.role})"


def _whole(names: Sequence[str], between: Sequence[str], directory: Directory) -> str:
    """Return the whole of what was written where no part of it is known: it may be one title that holds “and”."""
    words = [name.strip() for name in names if name.strip()]
    if len(words) < 2 or any(directory.find(word) for word in words):
        return ""
    if any(gap.strip().casefold() in ("/", ";", ",", "\n", "+") for gap in between):
        return ""
    short = any(re.fullmatch(r"[A-Z&]{1,5}", word) for word in words)
    titles = all(_TITLE.match(word) for word in words)
    people = all(re.fullmatch(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+", word) for word in words)
    if short or titles or people:
        return ""
    return "".join(f"{name}{gap}" for name, gap in zip(names, [*between, ""], strict=True)).strip()
