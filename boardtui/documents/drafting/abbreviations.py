"""Abbreviations spelt out at first use, and used only where they come again (DESIGN 6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from boardtui.documents.drafting.offices import MARK, SEATS, body, is_outside, title
from boardtui.domain import views
from boardtui.domain.field_abbreviations import FIELD, PLURALS, WITH_ARTICLE
from boardtui.domain.papers import People

_ARTICLE = "the "
_ENGLISH = frozenset({"ALL", "AM", "EU", "GP", "IT", "NHS", "PM", "TV", "UK", "US"})
"""Capitals that are left as they are, whatever initials a Board has given."""

_STARTS = re.compile(r"(?:^|[.!?]\s|\n)[“‘]?$")


def spelt_out(texts: Sequence[str], people: People, council: str) -> tuple[str, ...]:
    """Spell out offices and abbreviations in a letter's texts, in the order they are read."""
    known = _known(people, council)
    either = _either(known)
    speller = _Speller(known, people, council)
    for text in texts:
        speller.uses.update(filter(None, map(speller.abbreviated, either.finditer(text))))
    return tuple(either.sub(speller.spell, text) for text in texts)


@dataclass(frozen=True)
class _Full:
    """What an abbreviation stands for, whether it takes *the*, whether it may stand for itself later."""

    text: str
    article: bool
    again: bool


@dataclass
class _Speller:
    """Goes through a letter from its first word to its last, remembering what was introduced."""

    known: Mapping[str, _Full]
    people: People
    council: str
    uses: Counter[str] = field(default_factory=Counter)
    introduced: set[str] = field(default_factory=set)

    def abbreviated(self, found: re.Match[str]) -> str:
        """Return the abbreviation that could stand here once it has been introduced; else nothing."""
        short = _short(found)
        if found["token"]:
            return short
        person, full = self.people.get(short), self.known.get(short)
        if person is None or full is None or is_outside(person, self.council) or not full.article:
            return ""
        return short

    def spell(self, found: re.Match[str]) -> str:
        """Return what stands in the letter for an office that was marked, or for an abbreviation."""
        words = self._token(found) if found["token"] else self._office(found)
        starts = _STARTS.search(found.string[: found.start()])
        return words[0].upper() + words[1:] if starts and words else words

    def _office(self, found: re.Match[str]) -> str:
        if short := self.abbreviated(found):
            return _ARTICLE + self._first_or_again(short, self.known[short])
        person = self.people.get(_short(found))
        return title(person, self.council) if person else _short(found)

    def _token(self, found: re.Match[str]) -> str:
        short = found["token"]
        full = self.known[short]
        plural = found["plural"] or ""
        words = self._first_or_again(short, full, plural)
        own = found["own"] or ""
        if own and words.endswith("s"):
            own = own[0]
        return self._article(found, full, words) + words + own

    def _article(self, found: re.Match[str], full: _Full, words: str) -> str:
        given: str = found["article"] or ""
        if given.strip().lower() in ("a", "an") and words != found["token"]:
            return "an " if words[0] in "aeiou" else "a "
        return given or (_ARTICLE if full.article and not found["plural"] else "")

    def _first_or_again(self, short: str, full: _Full, plural: str = "") -> str:
        if short in self.introduced:
            return short + plural
        text = PLURALS.get(full.text, f"{full.text}s") if plural else full.text
        if not full.again or self.uses[short] < 2:
            return text
        self.introduced.add(short)
        return f"{text} ({short}{plural})"


def _known(people: People, council: str) -> dict[str, _Full]:
    """Join the field's abbreviations with the Board's own initials; another body is meant as a whole."""
    known = {short: _Full(text, short in WITH_ARTICLE, True) for short, text in FIELD.items()}
    for initials, person in people.items():
        full = _office(person, council, initials in FIELD)
        if initials not in _ENGLISH and len(initials) > 1 and (initials not in FIELD or _is_member(person, council)):
            known[initials] = full
    return known


def _office(person: views.Person, council: str, again: bool) -> _Full:
    if _is_member(person, council):
        name = body(person)
        return _Full(name.removeprefix(_ARTICLE), name.startswith(_ARTICLE), again)
    name = title(person, council)
    return _Full(name.removeprefix(_ARTICLE), name.startswith(_ARTICLE), again)


def _is_member(person: views.Person, council: str) -> bool:
    return is_outside(person, council) and person.kind in (*SEATS, "observer")


def _short(found: re.Match[str]) -> str:
    return str(found["token"] or found["office"])


def _either(known: Mapping[str, _Full]) -> re.Pattern[str]:
    """Match a marked office, or a known abbreviation with the article before it and the ending after it."""
    shorts = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    return re.compile(
        rf"{MARK.pattern}|(?<![\w/.\-])(?P<article>(?:[Tt]he|[Aa]n?) )?"
        rf"(?<![\w/.\-])(?P<token>{shorts})(?P<plural>s)?(?P<own>['’]s?)?(?![\w\-/])"
    )
