"""A sheet as plain rows, alike whether it came from Excel, a CSV file or a table in Word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `text` as a person reads it; `value` where the file holds a date or a number.

    `fill` is its colour (`#ff0000`), or nothing. `spread` says that it repeats the cell it is merged with. `fault` says
    in words why it holds nothing that can be read: a formula that was never worked out, an error of the spreadsheet.
    """

    text: str = ""
    value: date | Decimal | None = None
    fill: str = ""
    spread: bool = False
    fault: str = ""

    @property
    def empty(self) -> bool:
        """Say whether it holds nothing to read; a colour alone is nothing to read."""
        return not (self.text or self.fault)


NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet, by the number that the spreadsheet shows beside it."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def at(self, column: int) -> Cell:
        """Return the cell in a column, counted from 0; an empty one where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else NOTHING

    @property
    def said(self) -> tuple[str, ...]:
        """Return what stands in the row, each text once, in order."""
        return tuple(dict.fromkeys(cell.text for cell in self.cells if cell.text))

    @property
    def own(self) -> int:
        """Count the cells that hold something and do not repeat a cell merged with them."""
        return sum(1 for cell in self.cells if not cell.empty and not cell.spread)


@dataclass(frozen=True)
class Grid:
    """A sheet of a workbook, a table of a Word file, or a whole CSV file; `since_1904` is how old Macs count days."""

    name: str
    lines: tuple[Line, ...]
    hidden: bool = False
    since_1904: bool = False

    @property
    def width(self) -> int:
        """Return how many columns the widest row has."""
        return max((len(line.cells) for line in self.lines), default=0)


def letter(column: int) -> str:
    """Return how a spreadsheet calls a column, counted from 0: `A`, `Z`, `AA`."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
