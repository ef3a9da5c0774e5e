"""What the screens look like, read once: a screen that is opened adds its own styles, and no other is read anew."""

from __future__ import annotations

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_SOURCES = 512


class ReadOnce(Stylesheet):
    """A stylesheet that keeps what it has read for as long as the colours stay."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours; the same again change nothing."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Take in what is new; of everything else the rules are there."""
        self.parse()
