"""The performance dataset: its indicators, their targets, and every value as it was reported (N 7.3)."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Indicator(Row, table=True):
    """One measure of the dataset; figures are decimals kept as text."""

    __table_args__ = (Index("ix_indicator_listed", "position", "ref"),)

    position: int
    ref: str = Field(unique=True)
    title: str
    unit: str = "%"
    polarity: str = "high"
    frequency: str = "monthly"
    basis: str = "in month"
    lag_days: int = 20
    baseline: str | None = None
    baseline_on: date | None = None
    target_6: str | None = None
    six_on: date | None = None
    target_12: str | None = None
    twelve_on: date | None = None
    tolerance: str = "0"
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    lead_id: str | None = link("office", optional=True)
    neighbours: str | None = None
    national: str | None = None
    benchmark_of: str = ""
    note: str = ""


class IndicatorRequirement(Row, table=True):
    """An indicator measures what a requirement asks."""

    __tablename__ = "indicator_requirement"

    indicator_id: str = link("indicator")
    requirement_id: str = link("requirement")


class IndicatorLine(Row, table=True):
    """An indicator shows whether a plan line works."""

    __tablename__ = "indicator_line"

    indicator_id: str = link("indicator")
    line_id: str = link("plan_line")


class IndicatorValue(Row, table=True):
    """A value for the period that ends on `period`; appended, never edited: the last one is what is said now.

    `seen_at_id` is the meeting at which it was reported; a restatement says why.
    """

    __tablename__ = "indicator_value"

    indicator_id: str = link("indicator")
    period: date
    position: int
    value: str
    numerator: str | None = None
    denominator: str | None = None
    given_on: date
    given_by: str = ""
    seen_at_id: str | None = link("meeting", optional=True)
    because: str = ""
