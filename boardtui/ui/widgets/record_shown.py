"""What a list shows, as it is taken out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """What a list shows, to be taken out: its heads, how many rows there are, and what reads them in words.

    `register` is the register it shows, if it shows one, and `keys` reads which records its filter leaves. What reads
    may take long, and is called in a thread.
    """

    name: str
    heads: tuple[str, ...]
    count: int
    rows: Callable[[], tuple[tuple[str, ...], ...]]
    register: str = ""
    keys: Callable[[], frozenset[str] | None] = lambda: None
