"""A plan line with nothing to ask about, its facts, and the records that would change that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from boardtui.domain import views
from boardtui.domain.assured import Evidence
from boardtui.domain.challenge import Heard, LineFacts
from boardtui.domain.dataset import Indicator, Value
from boardtui.domain.indicators import Basis, Frequency, IndicatorState, Measure, Polarity

TODAY = date(2013, 5, 20)
LAST = date(2013, 5, 16)
HELD = {1: date(2012, 11, 29), 2: date(2013, 1, 10), 3: date(2013, 2, 21), 4: date(2013, 4, 4), 5: LAST}

MEETING = views.Meeting(
    "m5", 1, 5, LAST, "14:00", "", "minutes in draft", 42, "", None, "t", "t", None, None, None, None, None, "", "",
    None, None, "", 14, 60, 0,
)  # fmt: skip
ACTION = views.Action(
    "a", 1, "5/03", "Write to every school", ("DCS",), (), 5, LAST, 4, "", date(2013, 5, 10), date(2013, 5, 10), None,
    0, "open", "R", 10, None, None, None, "", None, ("3.2",), "",
)  # fmt: skip
RATING = views.Rating("3.2", 5, LAST, "agreed", "G", LAST, "IC", "It works", "", "Survey of May", None)
LINE = views.PlanLine(
    "l", 1, "3.2", "Theme", "Title", "", "DCS", (), None, date(2013, 9, 30), date(2013, 9, 30), 0, "", "G", "G",
    "same", (), "It works", "", None, (), (), (),
)  # fmt: skip
EVIDENCE = Evidence("e", 1, "E4", 4, "3.2", "Survey of May", "Shared drive", None, "", None, None)
MEASURE = Measure(
    Polarity.HIGH, Frequency.MONTHLY, Basis.IN_MONTH, 20, Decimal(50), date(2012, 11, 26), Decimal(80),
    date(2013, 5, 26), Decimal(95), date(2013, 11, 26),
)  # fmt: skip
ON_THE_LINE = {"history", "due", "starts"}
"""Columns of the line itself that a test may set."""


def facts(level: str = "G", *, last: views.Meeting | None = MEETING, **more: Any) -> LineFacts:
    """Return a line rated so at meeting 5, on which there was word that day; `more` are columns of either."""
    of_line = {name: more.pop(name) for name in set(more) & ON_THE_LINE}
    rating = replace(RATING, level=level, recheck_on=more.pop("recheck_on", None))
    told = {"history": tuple((number, level if number == 5 else None) for number in HELD)} | of_line
    known: dict[str, Any] = {
        "ratings": (rating,),
        "heard": Heard(LAST, "5/5.1", "minuted"),
        "evidence": (EVIDENCE,),
    } | more
    return LineFacts(replace(LINE, rating=level, **told), last=last, **known)


def stood(*letters: str | None) -> tuple[tuple[int, str | None], ...]:
    """Return a line's history, of which the last letter is meeting 5's."""
    return tuple(zip(range(6 - len(letters), 6), letters, strict=True))


def moved(*days: date | None, meeting: int | None = None) -> tuple[views.LineMove, ...]:
    """Return the moves of a due date from each day to the next."""
    return tuple(views.LineMove(LAST, before, after, "Later", meeting) for before, after in pairwise(days) if after)


def indicator(state: IndicatorState, trend: str | None = "same", *values: str) -> Indicator:
    """Return an indicator that stands so, with monthly values up to April."""
    given = tuple(
        Value(date(2013, month, 28), Decimal(value), None, None, LAST, "", 5, None, None, "")
        for month, value in enumerate(values, 5 - len(values))
    )
    return Indicator(
        "i", 1, "I9", "Visits in time", "%", MEASURE, given, state, Decimal("76.25"), trend, LAST, None,
        "", "", "", None, None, None, "", "", (), ("3.2",),
    )  # fmt: skip
