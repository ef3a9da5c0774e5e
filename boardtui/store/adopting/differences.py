"""What differs between this file and a copy that was changed apart: three ways, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from boardtui.store.adopting.schema import PAPERS, PASSING, Image, Rows, content

Side = Literal["ours", "theirs"]
Changed = Literal["ours", "theirs", "both"]

Key = tuple[str, str]
"""A row: its table and its identity."""


@dataclass(frozen=True)
class Difference:
    """A row that is not the same: as it was when the two parted, as it is here, and as it is in the copy.

    `because_signed` names the side whose signing settles it; nobody is asked then.
    """

    table: str
    row: str
    changed: Changed
    base: Image | None
    ours: Image | None
    theirs: Image | None
    paper: Key | None = None
    because_signed: Side | None = None

    @property
    def key(self) -> Key:
        """Return the row's table and identity."""
        return self.table, self.row

    @property
    def choice(self) -> str:
        """Name what a person chooses about: the row, or the paper that both sides signed with all that is in it."""
        return ":".join(self.paper or self.key)

    @property
    def open(self) -> bool:
        """Say whether a person has to choose a side."""
        return self.changed == "both" and self.because_signed is None

    def of(self, side: Side) -> Image | None:
        """Return the row as one side has it."""
        return self.ours if side == "ours" else self.theirs


def differences(base: Rows, ours: Rows, theirs: Rows) -> list[Difference]:
    """Compare two sides with where they parted; what one side signed since is settled by that side."""
    signed = _signed(base, ours, theirs)
    papers = _belongings(signed, (base, ours, theirs))
    return [_settled(one, papers, signed) for one in _differing(base, ours, theirs)]


def _differing(base: Rows, ours: Rows, theirs: Rows) -> Iterator[Difference]:
    for table in sorted(base.keys() | ours.keys() | theirs.keys()):
        before, mine, other = (side.get(table, {}) for side in (base, ours, theirs))
        for row in dict.fromkeys((*before, *mine, *other)):
            b, o, t = before.get(row), mine.get(row), other.get(row)
            if content(o) == content(t):
                continue
            changed: Changed = "both"
            if content(o) == content(b):
                changed = "theirs"
            elif content(t) == content(b) or _only_passing(table, o, t):
                changed = "ours"
            yield Difference(table, row, changed, b, o, t)


def _only_passing(table: str, ours: Image | None, theirs: Image | None) -> bool:
    if ours is None or theirs is None:
        return False
    differing = {name for name in ours if ours[name] != theirs[name]}
    return differing <= {*PASSING.get(table, ()), "version"}


def _signed(base: Rows, ours: Rows, theirs: Rows) -> dict[Key, Changed]:
    """Return the papers that were sealed since the two parted, and by which side."""
    found: dict[Key, Changed] = {}
    sides: tuple[tuple[Side, Rows], ...] = (("ours", ours), ("theirs", theirs))
    for side, rows in sides:
        other = theirs if side == "ours" else ours
        for row, image in rows.get("seal", {}).items():
            if row not in base.get("seal", {}) and row not in other.get("seal", {}):
                paper = _paper_of(image)
                found[paper] = side if found.get(paper, side) == side else "both"
    return found


def _paper_of(seal: Image) -> Key:
    return ("meeting", seal["meeting_id"]) if seal["meeting_id"] else ("letter", seal["letter_id"])


def _belongings(signed: dict[Key, Changed], sides: tuple[Rows, ...]) -> dict[Key, Key]:
    """Return every row that belongs to a paper that was signed, with the paper."""
    found = {paper: paper for paper in signed}
    for kind, belongs in PAPERS.items():
        for table, column in belongs:
            parents = {row: paper for (_table, row), paper in found.items() if paper[0] == kind}
            for side in sides:
                for row, image in side.get(table, {}).items():
                    if image[column] in parents:
                        found[table, row] = parents[image[column]]
    return found


def _settled(one: Difference, papers: dict[Key, Key], signed: dict[Key, Changed]) -> Difference:
    paper = papers.get(one.key)
    if paper is None:
        return one
    by = signed[paper]
    if by == "both":
        return Difference(one.table, one.row, "both", one.base, one.ours, one.theirs, paper)
    return Difference(one.table, one.row, one.changed, one.base, one.ours, one.theirs, paper, by)
