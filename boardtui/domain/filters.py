"""The language of filters: `is:open owner:DCS due:<30d -plan:3.2 "early help" or raised:5` (DESIGN 5, *Actions*).

What stands side by side must all hold, `or` joins what may hold instead, `-` in front denies, brackets group, quotes
keep spaces. Plain words are looked for in the record's texts. Nothing here knows a database or a screen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from boardtui.domain.filter_conditions import (
    Condition,
    Days,
    Either,
    Every,
    Missing,
    Not,
    Number,
    State,
    Told,
    Word,
)
from boardtui.domain.filter_keys import KEYS, OVERDUE, Key, Kind, Takes, key_of
from boardtui.domain.filter_keys import told as keys_told
from boardtui.domain.filter_values import DAY_WAYS, NUMBER_WAYS, days, numbers
from boardtui.domain.ratings import DEFAULT_SCHEME, Scheme
from boardtui.domain.text import clean, shorten
from boardtui.errors import BoardError

LONGEST, MOST, DEEPEST = 2_000, 100, 20
"""Characters, conditions and brackets within brackets of one filter: more is a text that was pasted by mistake."""

_ROOM = 110
"""Characters of the names in a hint."""

NONE = ("none", "-")
"""How “nothing there” is typed behind a key."""

_TOKEN = re.compile(
    r"""(?P<open>\()|(?P<close>\))|(?P<term>-*(?:[a-z]+:[<>=]*)?(?:"[^"]*(?:"|$)|[^\s()"]+)|-*[a-z]+:[<>=]*)""",
    re.IGNORECASE,
)
_KEYED = re.compile(r"^([a-z]{2,}):(?!//)(.*)$", re.IGNORECASE | re.DOTALL)


class FilterError(BoardError):
    """A filter that cannot be read: `typed` is all of it, `at` and `length` point at the word."""

    def __init__(self, said: str, hint: str, typed: str, at: int, length: int) -> None:
        super().__init__(said, f"  {typed}\n  {' ' * at}{'^' * max(length, 1)}", hint)
        self.typed, self.at, self.length = typed, at, length

    def __str__(self) -> str:
        return f"{self.title}\n{self.message}\n{self.hint}"


@dataclass(frozen=True)
class Asked:
    """What reading a filter needs: the kind of record, the day, and the Board's ratings.

    `owners` are the initials there are; where they are given, others are refused.
    """

    kind: Kind
    today: date
    scheme: Scheme = DEFAULT_SCHEME
    owners: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Token:
    text: str
    at: int

    @property
    def is_or(self) -> bool:
        return self.text.casefold() == "or"


def parse(typed: str, asked: Asked) -> Condition:
    """Read a filter; raises FilterError, which points at the word that was not understood."""
    text = clean(typed).replace("\n", " ").replace("\t", " ")
    if len(text) > LONGEST:
        raise FilterError("A filter is at most 2,000 characters.", "Leave some of it out.", shorten(text, 60), 0, 1)
    tokens = [_Token(found[0], found.start()) for found in _TOKEN.finditer(text)]
    if len(tokens) > MOST:
        raise FilterError(f"A filter has at most {MOST} words.", "Leave some of it out.", text, tokens[MOST].at, 1)
    return _Reading(text, asked, tokens).whole()


class _Reading:
    """One filter being read, from its first token to its last."""

    def __init__(self, text: str, asked: Asked, tokens: list[_Token]) -> None:
        self._text, self._asked = text, asked
        self._tokens, self._place, self._depth = tokens, 0, 0

    def whole(self) -> Condition:
        read = self._either()
        if (left := self._next) is not None:
            raise self._error("This bracket closes nothing.", "Open one before it, or put quotes round it.", left)
        return read

    @property
    def _next(self) -> _Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _either(self) -> Condition:
        ways = [self._every()]
        while (token := self._next) is not None and token.is_or:
            self._place += 1
            follows = self._next
            if ways[-1] == Every() or follows is None or follows.is_or or follows.text == ")":
                raise self._error("“or” stands between two things.", 'Put the word itself in quotes: "or".', token)
            ways.append(self._every())
        return ways[0] if len(ways) == 1 else Either(tuple(ways))

    def _every(self) -> Condition:
        found: list[Condition] = []
        while (token := self._next) is not None and not token.is_or and token.text != ")":
            self._place += 1
            found.append(self._bracket(token) if token.text == "(" else self._term(token))
        return found[0] if len(found) == 1 else Every(tuple(found))

    def _bracket(self, opened: _Token) -> Condition:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error("There are too many brackets within brackets.", "Leave some out.", opened)
        inside = self._either()
        closed = self._next
        if closed is None:
            raise self._error("This bracket is not closed.", "Close it with ).", opened)
        self._place += 1
        self._depth -= 1
        return inside

    def _term(self, token: _Token) -> Condition:
        bare = token.text.lstrip("-")
        denied = len(token.text) - len(bare)
        follows = self._next
        if not bare:
            if follows is not None and follows.text == "(" and follows.at == token.at + denied:
                self._place += 1
                return _denied(self._bracket(follows), denied)
            return Word(token.text)
        return _denied(self._positive(replace(token, text=bare, at=token.at + denied)), denied)

    def _positive(self, token: _Token) -> Condition:
        keyed = _KEYED.match(token.text)
        if keyed is None:
            return self._word(token)
        key = key_of(self._asked.kind, keyed[1])
        if key is None:
            raise self._error(
                f"“{keyed[1]}:” cannot be asked of {self._asked.kind}.",
                f"What can: {keys_told(self._asked.kind)}. For the text itself, put it in quotes.",
                replace(token, text=keyed[1]),
            )
        values = [keyed[2].replace('"', "")] if '"' in keyed[2] else [one for one in keyed[2].split(",") if one]
        if not "".join(values).strip():
            return Every()
        place = replace(token, text=keyed[2], at=token.at + len(keyed[1]) + 1)
        ways = tuple(self._value(key, one, place) for one in values)
        return ways[0] if len(ways) == 1 else Either(ways)

    def _word(self, token: _Token) -> Condition:
        if token.text.startswith('"'):
            text = _unquoted(token.text)
            return Word(text) if text.strip() else Every()
        if self._asked.kind is Kind.PLAN:
            for level in self._asked.scheme:
                if level.rank and level.word.casefold() == token.text.casefold():
                    return Told("rating", level.letter.casefold())
        return Word(token.text)

    def _value(self, key: Key, value: str, place: _Token) -> Condition:
        wanted = value.strip().casefold()
        if key.takes is Takes.STATE:
            return self._state(key, wanted, place)
        if key.takes is Takes.RATING:
            return self._rating(wanted, place)
        if wanted in NONE:
            return Missing(key.name)
        if key.takes is Takes.TEXT:
            return self._told(key, value, wanted, place)
        try:
            if key.takes is Takes.NUMBER:
                return Number(key.name, *numbers(value))
            if wanted == OVERDUE and OVERDUE in self._states():
                return State((OVERDUE,))
            return Days(key.name, *days(value, self._asked.today))
        except ValueError as problem:
            ways = NUMBER_WAYS if key.takes is Takes.NUMBER else DAY_WAYS
            raise self._error(str(problem), f"What goes: {ways}.", place) from problem

    def _told(self, key: Key, value: str, wanted: str, place: _Token) -> Condition:
        owners = self._asked.owners if key.known == "owners" else key.values
        if owners and not any(one.casefold().startswith(wanted) for one in owners):
            raise self._error(f"There is no “{shorten(value, 30)}” here.", f"Known: {_some(owners)}.", place)
        return Told(key.name, wanted, key.within)

    def _state(self, key: Key, wanted: str, place: _Token) -> Condition:
        """Read a state by how it begins; of the plan a rating too."""
        ratings = self._ratings(wanted) if self._asked.kind is Kind.PLAN else []
        exact = any(level.letter.casefold() == wanted for level in self._asked.scheme) and ratings
        named = () if exact else tuple(name for name in key.values if name.casefold().startswith(wanted))
        ways: list[Condition] = [*([State(named)] if named else []), *ratings]
        if not ways:
            known = [*key.values, *(self._rating_words() if self._asked.kind is Kind.PLAN else ())]
            raise self._error(
                f"“{shorten(wanted, 30)}” is no state of {self._asked.kind}.", f"Known: {_some(known)}.", place
            )
        return ways[0] if len(ways) == 1 else Either(tuple(ways))

    def _states(self) -> tuple[str, ...]:
        return next(key.values for key in KEYS[self._asked.kind] if key.takes is Takes.STATE)

    def _rating(self, wanted: str, place: _Token) -> Condition:
        ways = self._ratings(wanted)
        if not ways:
            known = _some(self._rating_words())
            raise self._error(f"“{shorten(wanted, 30)}” is not a rating of this Board.", f"Known: {known}.", place)
        return ways[0] if len(ways) == 1 else Either(tuple(ways))

    def _ratings(self, wanted: str) -> list[Condition]:
        """Return the ratings whose letter or word begins as typed; not rated is having none."""
        found: list[Condition] = [
            Told("rating", level.letter.casefold())
            for level in self._asked.scheme
            if level.rank and (level.letter.casefold().startswith(wanted) or level.word.casefold().startswith(wanted))
        ]
        unrated = any(name.startswith(wanted) for name in (*NONE, "not rated"))
        return [*found, Missing("rating")] if unrated else found

    def _rating_words(self) -> list[str]:
        return [*(level.word for level in self._asked.scheme if level.rank), NONE[0]]

    def _error(self, said: str, hint: str, token: _Token) -> FilterError:
        return FilterError(said, hint, self._text, token.at, len(token.text))


def _denied(condition: Condition, times: int) -> Condition:
    return Not(condition) if times % 2 else condition


def _unquoted(text: str) -> str:
    return text.removeprefix('"').removesuffix('"') if text.startswith('"') else text


def _some(names: list[str] | tuple[str, ...]) -> str:
    """Name as many as there is room for in a hint, and how many more there are."""
    shown = [one for at, one in enumerate(names) if len(", ".join(names[: at + 1])) <= _ROOM]
    left = len(names) - len(shown)
    return f"{', '.join(shown)}{f' and {left} more' if left else ''}"
