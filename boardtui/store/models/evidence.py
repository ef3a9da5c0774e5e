"""The evidence register: what shows that a plan line was done."""

from datetime import date

from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Evidence(Row, table=True):
    """A piece of evidence for a plan line: where it is kept, of what date, and who verified it."""

    number: int = Field(unique=True)
    line_id: str = link("plan_line")
    title: str
    kept: str
    dated: date | None = None
    verified_by: str = ""
    verified_on: date | None = None
    restricted: str | None = None
