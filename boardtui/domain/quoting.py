"""Whether an open text repeats words of a restricted one (rule 12).

Names that everybody knows (offices, plan lines) are not anybody's secret, and neither is a run of small words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from boardtui.domain.dates import MONTHS, WEEKDAYS
from boardtui.domain.preflight import Secret

RUN = 7
"""Words in a row that make a quotation of a longer text."""

WEIGHTY = 3
"""How many of them must carry meaning."""

SHORT = 4
"""Words a shorter text must have to be looked for inside another; below that only the same text is a quotation."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL_WORDS = frozenset(name.casefold() for name in (*MONTHS, *WEEKDAYS)) | frozenset(
    re.findall(
        "[a-z]+",
        "a an and any are as at be been before but by can could did do does for from had has have he her him his how "
        "if in into is it its may more most no nor not now of off on one or other our out over she should so some such "
        "than that the their them then there these they this those to under until up was we were what when where which "
        "while who will with would again all also both each every said says about after between because during per "
        "chair board asked reported members agreed noted meeting committee room",
    )
)
_BREAK = "|"

Words = tuple[str, ...]


class Quotations:
    """Looks for the words of restricted texts; made once for a paper."""

    def __init__(self, secrets: Iterable[Secret], known: Iterable[str]) -> None:
        self._known: dict[str, list[Words]] = {}
        for phrase in {_words(text) for text in known}:
            if len(phrase) > 1:
                self._known.setdefault(phrase[0], []).append(phrase)
        for phrases in self._known.values():
            phrases.sort(key=len, reverse=True)
        self._runs: dict[Words, str] = {}
        self._whole: dict[Words, str] = {}
        for secret in secrets:
            self._keep(secret)

    def of(self, text: str) -> str | None:
        """Return the reference of the restricted record that a text quotes, or None."""
        words = _words(text)
        if words in self._whole:
            return self._whole[words]
        said = self._without_names(words)
        for length in sorted({len(run) for run in self._runs}):
            for run in _runs(said, length):
                if run in self._runs:
                    return self._runs[run]
        return None

    def _keep(self, secret: Secret) -> None:
        """Keep what gives a text away: the whole of it, every long run of it, or all of a short one but the names."""
        words = _words(secret.text)
        if not words:
            return
        self._whole.setdefault(words, secret.ref)
        parts = [part.split() for part in " ".join(self._without_names(words)).split(_BREAK) if part.split()]
        if len(parts) == 1 and SHORT <= len(parts[0]) < RUN:
            self._runs.setdefault(tuple(parts[0]), secret.ref)
        for run in (run for part in parts for run in _runs(part, RUN)):
            if sum(map(_carries_meaning, run)) >= WEIGHTY:
                self._runs.setdefault(run, secret.ref)

    def _without_names(self, words: Sequence[str]) -> list[str]:
        """Put a break in place of every name that everybody knows."""
        said: list[str] = []
        at = 0
        while at < len(words):
            phrases = self._known.get(words[at], ())
            name = next((one for one in phrases if tuple(words[at : at + len(one)]) == one), None)
            said.append(_BREAK if name else words[at])
            at += len(name) if name else 1
        return said


def _carries_meaning(word: str) -> bool:
    return len(word) > 2 and not word.isdigit() and word not in _SMALL_WORDS


def _words(text: str) -> Words:
    return tuple(word.replace("’", "'") for word in _WORD.findall(text.casefold()))


def _runs(words: Sequence[str], length: int) -> Iterator[Words]:
    """Return every run of so many words that no name breaks."""
    for start in range(len(words) - length + 1):
        run = tuple(words[start : start + length])
        if _BREAK not in run:
            yield run
