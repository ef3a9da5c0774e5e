"""What a measurement is, how it is taken, and how it is told."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

RUNS = 5


@dataclass(frozen=True)
class Measured:
    """What was measured on a Board of a factor: ours, the reference in the same run, and the goal for their ratio.

    Both are in seconds, or in whatever `unit` says.
    """

    what: str
    factor: int
    ours: float
    reference: float
    goal: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Return how many times the reference ours takes."""
        return self.ours / self.reference

    def shown(self, value: float) -> str:
        """Write one side for people."""
        return f"{value * (1000 if self.unit == 'ms' else 1):>7.0f} {self.unit}"

    @property
    def met(self) -> bool:
        """Say whether the goal is met."""
        return self.ratio <= self.goal


def seconds(act: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def in_turn(ours: Callable[[], float], reference: Callable[[], float], runs: int = RUNS) -> tuple[float, float]:
    """Measure two things in turn, once to warm up and then several times; return the median of each."""
    ours(), reference()
    pairs = [(ours(), reference()) for _ in range(runs)]
    return statistics.median(one for one, _ in pairs), statistics.median(other for _, other in pairs)


def table(found: Sequence[Measured]) -> str:
    """Write measurements as a table for people."""
    head = f"{'what':44} {'factor':>6} {'ours':>10} {'reference':>10} {'ratio':>6} {'goal':>5} met"
    lines = [
        f"{one.what:44} {one.factor:>6} {one.shown(one.ours)} {one.shown(one.reference)} "
        f"{one.ratio:>6.2f} {one.goal:>5.2f} {'yes' if one.met else 'NO'}"
        for one in found
    ]
    return "\n".join([head, *lines])
