"""Abbreviations spelt out at their first use in a paper's paragraphs; what was typed stays as it is in the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from boardtui.domain.composition import same_organisation
from boardtui.domain.states import PersonKind
from boardtui.domain.views.board import Person

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
_VOWELS = "aeiou"
_STARTS = re.compile(r"(?:^|[.!?:]\s+)$")
_ENGLISH = frozenset({"ALL", "AM", "EU", "GP", "IT", "NHS", "PM", "TV", "UK", "US"})
"""Capitals that everybody reads, whatever initials a Board has given."""


@dataclass(frozen=True)
class Term:
    """A word of the Board's own: an abbreviation with what it means, or a word that is spelt as it is.

    `spelt_out` is off for an abbreviation that is left as it is in papers.
    """

    text: str
    means: str = ""
    spelt_out: bool = True


@dataclass(frozen=True)
class SpeltOut:
    """Texts with their abbreviations spelt out at first use, and those that come again after that."""

    texts: tuple[str, ...]
    again: Mapping[str, str]


def known_to(field_terms: Mapping[str, str], offices: Mapping[str, str], own: Iterable[Term]) -> dict[str, str]:
    """Return what each abbreviation means: the Board's offices', then the field's, then its own list; the last wins.

    An office without a meaning, which the paper explains elsewhere, is left out.
    """
    own = tuple(own)
    elsewhere = {short for short, text in offices.items() if not text}
    known = {short: text for short, text in offices.items() if len(short) > 1}
    known |= {short: text for short, text in field_terms.items() if short not in elsewhere}
    known |= {one.text: one.means for one in own if one.means}
    off = {one.text for one in own if not one.spelt_out} | {short for short in known if short in _ENGLISH}
    mine = {one.text for one in own if one.means and one.spelt_out}
    return {short: text for short, text in known.items() if text and (short in mine or short not in off)}


def office_meaning(person: Person, council: str) -> str:
    """Return what an office's initials mean in a sentence: its body where it sits for one, else the office."""
    outside = person.organisation and not same_organisation(person.organisation, council)
    sits_for = person.kind in (PersonKind.MEMBER, PersonKind.OBSERVER)
    return person.organisation if outside and sits_for else person.role


def spelt_out(texts: Sequence[str], known: Mapping[str, str], plurals: Mapping[str, str]) -> SpeltOut:
    """Spell abbreviations out where they are first used in these texts, read in order.

    Words in quotation marks stay as they were said, and introduce nothing. A text that spells an abbreviation out
    itself, with the short form in brackets beside it either way round, introduces it.
    """
    if not known:
        return SpeltOut(tuple(texts), {})
    speller = _Speller(known, plurals)
    made = tuple(map(speller.spell, texts))
    again = {short: known[short] for short in known if speller.uses.get(short, 0) > 1 and short in speller.introduced}
    return SpeltOut(made, again)


def contracted(text: str, known: Mapping[str, str], plurals: Mapping[str, str], kept: str) -> str:
    """Take out of a text what was put there by spelling out, unless the record's own words `kept` have it."""
    for short, means in known.items():
        for full, form in ((means, short), (_plural(means, plurals), f"{short}s")) if "(" in text else ():
            for own in ("", "’s", "'s"):
                long = _written_out(f"{full}{own} ({form}{own})")
                if long.search(text) and not long.search(kept):
                    text = long.sub(f"{form}{own}", text)
        for a, an in (("a", "an"), ("A", "An")):
            if f"{an} {short}" in kept:
                text = re.sub(rf"\b{a} {re.escape(short)}\b", f"{an} {short}", text)
    return text


@lru_cache(maxsize=4096)
def _written_out(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text), re.IGNORECASE)


@dataclass
class _Speller:
    """Goes through a paper from its first paragraph to its last, remembering what was introduced."""

    known: Mapping[str, str]
    plurals: Mapping[str, str]
    introduced: set[str] = field(default_factory=set)
    uses: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shorts = "|".join(sorted(map(re.escape, self.known), key=len, reverse=True))
        self._token = re.compile(
            rf"(?P<article>\b[Aa]n? )?(?<![\w/.\-@&])(?P<short>{shorts})(?P<plural>s)?(?P<own>['’]s?)?(?![\w\-/&@])"
        )

    def spell(self, text: str) -> str:
        """Return one text with what is first used in it spelt out."""
        quoted = [found.span() for found in _QUOTED.finditer(text)]

        def replaced(found: re.Match[str]) -> str:
            start, end = found.span("short")
            if any(first <= start and end <= last for first, last in quoted):
                return found[0]
            return self._first_or_again(found, text)

        return self._token.sub(replaced, text)

    def _first_or_again(self, found: re.Match[str], text: str) -> str:
        short, plural, own = found["short"], found["plural"] or "", found["own"] or ""
        self.uses[short] = self.uses.get(short, 0) + 1
        if short in self.introduced:
            return found[0]
        self.introduced.add(short)
        if self._told_beside(found, text):
            return found[0]
        full = _plural(self.known[short], self.plurals) if plural else self.known[short]
        if _STARTS.search(text[: found.start("short")]):
            full = full[0].upper() + full[1:]
        return f"{_article(found['article'], full)}{full}{own} ({short}{plural}{own})"

    def _told_beside(self, found: re.Match[str], text: str) -> bool:
        """Say whether the text itself spells it out: `Board (LSCB)`, or `LSCB (Local Safeguarding Children Board)`."""
        in_brackets = text[: found.start("short")].endswith("(") and text[found.end() :].startswith(")")
        following = text[found.end() :].lstrip()
        full = self.known[found["short"]]
        return in_brackets or following.casefold().startswith(f"({full}".casefold())


def _article(given: str | None, full: str) -> str:
    if not given:
        return ""
    word = "an" if full[0].casefold() in _VOWELS else "a"
    return f"{word.capitalize() if given[0].isupper() else word} "


def _plural(full: str, plurals: Mapping[str, str]) -> str:
    return plurals.get(full) or (full if full.endswith("s") else f"{full}s")
