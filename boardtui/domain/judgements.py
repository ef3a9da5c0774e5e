"""Judgements on their own framework's scale, with their history (DESIGN 2, *Source*).

No movement is computed across frameworks: *Adequate* of 2012 is not *Requires improvement* of 2014.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from boardtui.domain.assured import Judgement


@dataclass(frozen=True, slots=True)
class Strand:
    """One aspect judged under one framework, oldest first; `movements` stands between each two judgements."""

    framework: str
    aspect: str
    judgements: tuple[Judgement, ...]
    movements: tuple[str | None, ...]

    @property
    def latest(self) -> Judgement:
        """Return the judgement that stands."""
        return self.judgements[-1]

    @property
    def movement(self) -> str | None:
        """Return better, same or worse than the judgement before under this framework; None without one."""
        return self.movements[-1] if self.movements else None


def strands(judgements: Iterable[Judgement]) -> tuple[Strand, ...]:
    """Sort judgements into strands of one framework and aspect, the frameworks and aspects as they first came."""
    found: dict[tuple[str, str], list[Judgement]] = {}
    for one in sorted(judgements, key=lambda j: j.given_on):
        found.setdefault((_same(one.framework), _same(one.aspect)), []).append(one)
    return tuple(
        Strand(given[0].framework, given[0].aspect, tuple(given), tuple(movement(*pair) for pair in pairwise(given)))
        for given in found.values()
    )


def movement(earlier: Judgement, later: Judgement) -> str | None:
    """Say whether the later judgement is better, same or worse; None unless both stand on one and the same scale.

    One scale is one framework, one aspect, and the same levels in the same order, best first.
    """
    if (_same(earlier.framework), _same(earlier.aspect)) != (_same(later.framework), _same(later.aspect)):
        return None
    scale = _levels(later.scale)
    if _levels(earlier.scale) != scale:
        return None
    if _same(earlier.level) not in scale or _same(later.level) not in scale:
        return None
    before, now = scale.index(_same(earlier.level)), scale.index(_same(later.level))
    if before == now:
        return "same"
    return "better" if now < before else "worse"


def on_scale(level: str, scale: Sequence[str]) -> str | None:
    """Return a level as its scale writes it, whatever the case; None when the scale does not have it."""
    return next((one for one in scale if _same(one) == _same(level)), None)


def place(level: str, scale: Sequence[str]) -> str:
    """Say where a level stands on its own scale: `Adequate (3rd of 4)`; the bare level when it is not on it."""
    written = on_scale(level, scale)
    if written is None:
        return level
    return f"{written} ({_ordinal(list(scale).index(written) + 1)} of {len(scale)})"


def _levels(scale: Sequence[str]) -> list[str]:
    return [_same(level) for level in scale]


def _same(words: str) -> str:
    return " ".join(words.casefold().split())


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
