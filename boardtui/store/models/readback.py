"""What was decided about the changes and comments that came back in a Word file."""

from datetime import date

from boardtui.store.models.base import Row


class ReadBack(Row, table=True):
    """One change or comment that was accepted, noted or left: of which paper (`minutes 5`), and what it was.

    `finding` is the key by which it is known again when the same file is read once more.
    """

    paper: str
    finding: str
    kind: str
    place: str
    old: str = ""
    new: str = ""
    author: str = ""
    dated: date | None = None
    restricted: str | None = None
    decision: str
    decided_on: date
    decided_by: str = ""
