"""The reference for start-up and for keys: a bare Textual app with a header, a table of forty rows and a footer.

`python -m tests.bench.bare 200` has two hundred rows.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header

LAST = "row 7 cell 0"
"""What the screen shows once the table is painted."""


class Bare(App[None]):
    """Nothing but what every Textual app pays for."""

    def compose(self) -> ComposeResult:
        """Lay out the three widgets."""
        yield Header()
        yield DataTable()
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns(*(f"column {column}" for column in range(5)))
        table.cursor_type = "row"
        for row in range(int(sys.argv[1]) if len(sys.argv) > 1 else 40):
            table.add_row(*(f"row {row} cell {column}" for column in range(5)))


if __name__ == "__main__":
    Bare().run()
