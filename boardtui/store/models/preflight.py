"""What the before-you-issue check found and somebody let stand, with the reason (rule 11)."""

from datetime import date

from boardtui.store.models.base import Row


class Overridden(Row, table=True):
    """A finding that was let stand: the paper (`minutes 6`), the finding's key, and the reason."""

    paper: str
    finding: str
    said: str
    because: str
    given_on: date
    given_by: str = ""
