"""What differs between two editions of a paper, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from boardtui.domain.seals import Sealed
from boardtui.domain.text import shorten

_NUMBER = re.compile(r"[0-9]+\.[0-9]+(?=\s|$)")
_NAMED = 60


class Difference(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Passage:
    """A paragraph in both editions: its words before and now, one of them empty where it was added or removed."""

    difference: Difference
    before: str
    now: str
    place: str

    @property
    def named(self) -> str:
        """Name the paragraph so that it is found: `paragraph 4.2`, or by the words it begins with."""
        words = self.before or self.now
        return self.place or f"“{shorten(' '.join(words.split()), _NAMED)}”"


def compared(before: Sequence[str], now: Sequence[str]) -> list[Passage]:
    """Return every paragraph of either edition in order, each with what became of it."""
    passages: list[Passage] = []
    for tag, b1, b2, n1, n2 in SequenceMatcher(a=before, b=now, autojunk=False).get_opcodes():
        same = tag == "equal"
        pairs = zip(before[b1:b2], now[n1:n2], strict=True) if same else _paired(before[b1:b2], now[n1:n2])
        passages += [Passage(_difference(old, new), old, new, _place(old or new)) for old, new in pairs]
    return passages


def differences(before: Sequence[str], now: Sequence[str]) -> list[Passage]:
    """Return only the paragraphs that differ; none where the editions are the same."""
    return [one for one in compared(before, now) if one.difference is not Difference.SAME]


def readings(signed: Sequence[Sealed]) -> dict[str, list[Passage]]:
    """Return what there is to read of a signed paper, by title: each edition, and what changed from one to the next."""
    newest = list({one.edition: one for one in signed}.values())[::-1]
    texts = {f"Edition {one.edition}. {one.told}": compared(one.full_text, one.full_text) for one in newest}
    for before, now in zip(newest[1:], newest, strict=False):
        title = f"What changed from edition {before.edition} to {now.edition}"
        texts[title] = differences(before.full_text, now.full_text)
    return texts


def likeness(before: Sequence[str], now: Sequence[str]) -> float:
    """Return which part of both editions' paragraphs is the same, from 0 to 1."""
    return SequenceMatcher(a=before, b=now, autojunk=False).ratio()


def _paired(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair the paragraphs of a stretch that differs: those most alike together, in order."""
    left = 0
    for new in now:
        at = next((n for n in range(left, len(before)) if _alike(before[n], new)), None)
        if at is None:
            yield "", new
            continue
        yield from ((old, "") for old in before[left:at])
        yield before[at], new
        left = at + 1
    yield from ((old, "") for old in before[left:])


def _alike(before: str, now: str) -> bool:
    return SequenceMatcher(a=before, b=now, autojunk=False).ratio() > 0.5 or (
        bool(_place(before)) and _place(before) == _place(now)
    )


def _difference(before: str, now: str) -> Difference:
    if before == now:
        return Difference.SAME
    if not before:
        return Difference.ADDED
    return Difference.CHANGED if now else Difference.REMOVED


def _place(text: str) -> str:
    """Return `paragraph 4.2` of a numbered paragraph."""
    found = _NUMBER.match(text.strip())
    return f"paragraph {found[0]}" if found else ""
