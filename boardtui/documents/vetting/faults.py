"""What is wrong with a template: where, why, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a template: the place in it, the reason, and how it is mended."""

    place: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}{f' {self.hint}' if self.hint else ''}"


class UnfitError(Exception):
    """A template that cannot be looked at any further, with what is wrong with it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults
