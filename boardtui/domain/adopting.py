"""What a returned copy of the Board holds beside this file, and what became of it: for people to read and to choose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from boardtui.domain.text import plural, shorten

Side = Literal["ours", "theirs"]
Way = Literal["same", "forward", "apart"]
"""Nothing new; the copy continues this file; both were changed."""

_WORDS = 60
"""Characters of a record's words that stand beside its new reference."""

_CHANGED = {"ours": "only here", "theirs": "only in the copy", "both": "in both"}


@dataclass(frozen=True)
class Text:
    """One field that differs, as each side has it; empty for nothing."""

    field: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class RecordDiffers:
    """One record that is not the same in this file and in the copy.

    `choice` names what is chosen: the record, or the signed paper it belongs to; empty where nothing is to choose.
    `gone` is the side on which it was removed. `settled` says who settles it without being asked, and why. `words` is
    what the record says, on our side if it is there.
    """

    kind: str
    ref: str
    changed: Literal["ours", "theirs", "both"]
    texts: tuple[Text, ...]
    choice: str = ""
    gone: Side | None = None
    settled: str = ""
    words: str = ""

    @property
    def record(self) -> str:
        """Return what people call it: `action 5/03`, `meeting 4`."""
        return (
            self.ref if self.ref.startswith(self.kind) or self.kind == "letter" else f"{self.kind} {self.ref}".strip()
        )

    @property
    def where(self) -> str:
        """Say on which side it was changed."""
        return self.settled or _CHANGED[self.changed]


@dataclass(frozen=True)
class Comparison:
    """How a returned copy stands to this file: from whom, the entries each side has of its own, what differs."""

    way: Way
    whom: str
    ours: int
    theirs: int
    differs: tuple[RecordDiffers, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """Return what a person has to choose about, in order."""
        return tuple(dict.fromkeys(one.choice for one in self.differs if one.choice))

    @property
    def said(self) -> str:
        """Say in one sentence how the two stand."""
        match self.way:
            case "same":
                return "The copy holds nothing that is not here."
            case "forward":
                return f"The copy continues this file: {plural(self.theirs, 'entry', 'entries')} by {self.whom}."
            case "apart":
                here, there = plural(self.ours, "entry", "entries"), plural(self.theirs, "entry", "entries")
                return f"Both were changed since they parted: {here} here, {there} in the copy of {self.whom}."

    def open(self, chosen: Sequence[str]) -> tuple[str, ...]:
        """Return what is still to be chosen."""
        return tuple(one for one in self.choices if one not in chosen)


@dataclass(frozen=True)
class Renumbered:
    """A record of the copy under the reference it had there, and the one it has here; `words` is what it says."""

    kind: str
    old: str
    new: str
    words: str = ""


@dataclass(frozen=True)
class Mention:
    """A text from the copy that names a reference which now means another record; it is left as it was typed."""

    record: str
    names: str
    now: str
    text: str


@dataclass(frozen=True)
class Adopted:
    """What came of adopting a copy: the changes made here, and everything a person should look at."""

    way: Way
    sentence: str
    changes: int
    renumbered: tuple[Renumbered, ...] = ()
    mentions: tuple[Mention, ...] = ()
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    copy: str = ""


def read_choices(text: str) -> dict[str, Side]:
    """Read choices from JSON, an object of what is chosen → `ours` or `theirs`; raises ValueError."""
    read = json.loads(text)
    if not isinstance(read, dict) or any(side not in ("ours", "theirs") for side in read.values()):
        raise ValueError("it is not an object whose values are ours or theirs")
    return {str(name): side for name, side in read.items()}


def page(adopted: Adopted) -> list[str]:
    """Write what came of it, line by line: every new reference, every text to look at, everything not taken over."""
    lines = [adopted.sentence + "."]
    if adopted.renumbered:
        lines += ["", "Numbers that both had given: ours stay, the copy's become"]
        lines += [
            f"  {one.kind}: {one.old} → {one.new}  {shorten(one.words, _WORDS)}".rstrip() for one in adopted.renumbered
        ]
    if adopted.mentions:
        lines += ["", "Texts from the copy that name one of these; they are left as they were typed:"]
        lines += [f"  {one.record} says {one.names} (now {one.now}): {one.text}" for one in adopted.mentions]
    if adopted.kept:
        lines += ["", "Removed on one side, but other records rest on it, so it stays:"]
        lines += [f"  {one}" for one in adopted.kept]
    if adopted.left_out:
        lines += [
            "",
            f"Not taken over, and kept word for word in the journal ({plural(len(adopted.left_out), 'record')}):",
        ]
        lines += [f"  {one}" for one in adopted.left_out]
    if adopted.copy:
        lines += ["", f"The copy as it came back is kept at {adopted.copy}"]
    return lines
