"""Dates as councils' sheets have them: `14/01/13`, `end of March`, a serial number, `ongoing` (DESIGN 8, *Imports*).

The day always comes first; what could be two days is refused.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from boardtui.domain.dates import EARLIEST, LATEST, MONTHS, WAYS, parse_date, show
from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.sheets.cells import Read, UnclearError
from boardtui.domain.sheets.grid import Cell
from boardtui.domain.text import shorten

FIRST_SERIAL, LAST_SERIAL = 18_264, 73_050
"""Numbers that can be days of 1950 to 2099, as Excel counts them; smaller ones are something else."""

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_NO_DATE = re.compile(
    r"(on[- ]?going|continuous(ly)?|continuing|rolling|permanent|tb[cad]|to be (confirmed|agreed|advised|set)"
    r"|not set|none|n/?a|asap|as soon as possible|immediate(ly)?|urgent(ly)?|with immediate effect|various|in progress"
    r"|under way|underway|every meeting|each meeting|monthly|quarterly|weekly|annual(ly)?|standing( item)?|-+|–|—|\?+)",
    re.IGNORECASE,
)
_NO_DATE_AND_MORE = re.compile(rf"(?:{_NO_DATE.pattern})(?:\s*[-–:,;(/]|\s+(?:and|then|with)\b)[^0-9]*", re.IGNORECASE)
"""Such words with more behind them that names no day: `Ongoing - review at each meeting`."""

_DONE = re.compile(
    r"(complete[d]?|done|closed|achieved|implemented|finished|discharged)\b(?! by\b)[:;,.\s-]*", re.IGNORECASE
)
_NEXT_MEETING = re.compile(r"(by |at |for |before |in time for )?(the )?next (board )?(meeting|board)", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:(?:(?:to be )?completed? by|by|on|before|due|from|until|target|date|approx(?:\.|imately)?|c\."
    r"|week commencing|week beginning|w/c|w/b|week ending|w/e"
    r"|revised(?: to| date)?|now|extended to|moved to)\b[:\s]*)+",
    re.IGNORECASE,
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>[0-9]{4}|'[0-9]{2}|’[0-9]{2}|[0-9]{2})"
_PART_OF_MONTH = re.compile(
    r"(?:the )?(?P<part>end|late|mid|middle|early|beginning|start)?(?: of)?[\s-]*(?:the month of )?"
    rf"{_MONTH}(?:[\s,/.-]*{_YEAR})?",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s/.-]*(?:of )?{_MONTH}(?:[\s,/.-]*{_YEAR})?", re.IGNORECASE
)
_NUMBERS = re.compile(r"(?P<day>[0-9]{1,2})\s*[/.-]\s*(?P<month>[0-9]{1,2})\s*[/.-]\s*(?P<year>[0-9]{4}|[0-9]{2})")
_OF_YEAR = r"\(?(?P<year>(?:20)?[0-9]{2})\s*[/-]\s*(?:20)?(?P<to>[0-9]{2})\)?"
_QUARTERS = (
    re.compile(rf"(?:end (?:of )?)?(?:q|qtr|quarter)\.?\s*(?P<quarter>[1-4])[\s,]*(?:of )?{_OF_YEAR}", re.IGNORECASE),
    re.compile(rf"{_OF_YEAR}\s*,?\s*(?:q|qtr|quarter)\.?\s*(?P<quarter>[1-4])", re.IGNORECASE),
)
_A_QUARTER = re.compile(r"(?:end (?:of )?)?(?:q|qtr|quarter)\.?\s*[1-4]\b.*", re.IGNORECASE)
_A_STRETCH = re.compile(
    r"(?:within |in |over |next )*(?:[0-9]{1,2}|one|two|three|six|twelve)[\s-]*(?:day|week|month|year)s?\b.*"
    r"|.*\b(?:spring|summer|autumn|winter|term|half[- ]term|year[- ]end)\b.*"
    r"|(?:by )?(?:the )?end of (?:the )?(?:financial |academic |school |calendar |municipal )?year.*",
    re.IGNORECASE,
)
"""What names a stretch of time and no day: `6 months`, `end of term`."""

_WITH_TIME = re.compile(r"[T\s]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$")
_ORDINAL = re.compile(r"(?<=[0-9])(st|nd|rd|th)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\.?,?\s+(?=[0-9])", re.IGNORECASE)
_PARTS = {"mid": 15, "middle": 15, "early": 10, "beginning": 10, "start": 10}
_REMARK = re.compile(r"\s*[(\[](?:(?:was|originally|original|previously|from)\b[^)\]]*|[^0-9)\]]*)[)\]]$", re.I)
"""A remark behind a date, in brackets: what it was before, or words without a figure."""

_OUTTURN = re.compile(r" (?:actual|outturn|value|performance)$", re.IGNORECASE)
_A_YEAR = re.compile(r"(?P<year>20[0-9]{2})(?:\s*[/-]\s*(?:20)?(?P<to>[0-9]{2}))?")
_APRIL = 4
"""With which month a financial year begins."""

_SECOND = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|\b[0-9]{1,2} [A-Za-z]{3,9} [0-9]{2,4}\b")
_DO = f"Write one date, such as {WAYS}; or leave it empty, or write “ongoing”."


@dataclass(frozen=True, slots=True)
class When:
    """When something is due: a day, the next meeting, or words that stand in place of a date.

    `done` says that the words in place of a date were that it is done.
    """

    due: date | str | None = None
    words: str = ""
    done: bool = False


def read_date(cell: Cell, after: date, *, since_1904: bool = False) -> Read:
    """Return the one day a cell names, None for an empty one; raises UnclearError for anything else."""
    found = read_due(cell, after, since_1904=since_1904)
    when: When = found.value
    if isinstance(when.due, str) or (when.words and not _NO_DATE.fullmatch(when.words)):
        raise UnclearError(f"“{shorten(cell.text, 40)}” is not a date that can be read.", _DO)
    return Read(when.due, found.note)


def read_due(cell: Cell, after: date, *, since_1904: bool = False) -> Read:
    """Return When a cell says; a month is its last day, a day without a year the next one after `after`."""
    if isinstance(cell.value, date):
        return Read(When(_possible(cell.value, cell.text)))
    if isinstance(cell.value, Decimal):
        return _serial(cell, since_1904=since_1904)
    text = " ".join(cell.text.split()).strip(" .")
    if not text:
        return Read(When())
    if _NEXT_MEETING.fullmatch(text):
        return Read(When(NEXT_MEETING))
    if _NO_DATE.fullmatch(text) or _NO_DATE_AND_MORE.fullmatch(text):
        return Read(When(words=text), f"“{text}” stands in place of a date; it has none")
    if found := _DONE.match(text):
        return _done(text, text[found.end() :], after)
    return _written(text, after)


def month_of(cell: Cell) -> date | None:
    """Return the first day of the month that a column's head names (`Apr 2013`, `May-13`), or None."""
    if isinstance(cell.value, date):
        return cell.value.replace(day=1)
    found = re.fullmatch(
        rf"{_MONTH}[\s,/.'’-]*(?P<year>[0-9]{{4}}|[0-9]{{2}})",
        _OUTTURN.sub("", " ".join(cell.text.split())),
        re.IGNORECASE,
    )
    if found is None:
        return None
    return date(_year(found["year"]), _month(found["month"]), 1)


def period_of(cell: Cell, above: str = "") -> tuple[date, bool] | None:
    """Return the first day of the month that a column's head names, and whether it stands for a quarter; or None.

    `above` is what stands over it: `Apr` or `Q1` under `2013/14` is a month or a quarter of that year.
    """
    if (month := month_of(cell)) is not None:
        return month, False
    said, year = " ".join(cell.text.split()), " ".join(above.split())
    for text in (said, f"{year} {said}"):
        with suppress(UnclearError):
            if (quarter := quarter_end(_OUTTURN.sub("", text))) is not None:
                return quarter.replace(day=1), True
    name, of = re.fullmatch(_MONTH, said, re.IGNORECASE), _A_YEAR.fullmatch(year)
    if name is None or of is None:
        return None
    number = _month(name["month"])
    return date(int(of["year"]) + bool(of["to"] and number < _APRIL), number, 1), False


def _serial(cell: Cell, *, since_1904: bool) -> Read:
    number = cell.value
    if not isinstance(number, Decimal) or not FIRST_SERIAL <= number + (1462 if since_1904 else 0) <= LAST_SERIAL:
        raise UnclearError(f"“{shorten(cell.text, 40)}” is a number, not a date.", _DO)
    day = (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(days=int(number))
    return Read(When(day), f"the number {cell.text} is {show(day)}")


def _done(text: str, rest: str, after: date) -> Read:
    """Read “Completed”, with a date or without."""
    try:
        on = _written(rest, after).value.due if rest.strip() else None
    except UnclearError:
        on = None
    said = f"“{text}” says that it is done" + (f", on {show(on)}" if on else "")
    return Read(When(on, "" if on else text, done=True), said)


def _written(text: str, after: date) -> Read:
    if (remark := _REMARK.search(text)) and remark.start():
        read = _written(text[: remark.start()].strip(), after)
        return Read(read.value, f"“{text}” is read as {show(read.value.due)}")
    plain = _WEEKDAY.sub("", _WITH_TIME.sub("", _BEFORE.sub("", text)).strip(" .,;"))
    if len(_SECOND.findall(text)) > 1:
        raise UnclearError(f"“{shorten(text, 60)}” holds more than one date.", "Keep the date that holds now.")
    if found := _NUMBERS.fullmatch(plain):
        return _numbers(found, text)
    if found := _DAY_MONTH.fullmatch(plain):
        return _day_month(found, text, after)
    if (quarter := quarter_end(plain)) is not None:
        return _noted(quarter, text)
    if found := _PART_OF_MONTH.fullmatch(plain):
        return _part(found, text, after)
    if _A_QUARTER.fullmatch(plain):
        said = f"“{shorten(text, 40)}” may be a quarter of the calendar year or of the financial year."
        raise UnclearError(said, "Write it as Q3 2013/14, or write the day.")
    if _A_STRETCH.fullmatch(plain):
        raise UnclearError(f"“{shorten(text, 40)}” does not say which day.", "Write the day, such as 31 Mar 2013.")
    try:
        return Read(When(parse_date(_ORDINAL.sub("", plain), after)))
    except ValueError as problem:
        raise UnclearError(_first_sentence(str(problem), text), _DO) from problem


def _numbers(found: re.Match[str], text: str) -> Read:
    day, month, year = int(found["day"]), int(found["month"]), _year(found["year"])
    if month > 12:
        raise UnclearError(f"“{text}”: there is no month {month}.", "The day comes first here: write 14/01/2013.")
    return Read(When(_day(day, month, year, text)))


def _day_month(found: re.Match[str], text: str, after: date) -> Read:
    day, month = int(found["day"]), _month(found["month"])
    if found["year"]:
        return Read(When(_day(day, month, _year(found["year"]), text)))
    return _noted(_next(day, month, after, text), text, f", the next after {show(after)}")


def _part(found: re.Match[str], text: str, after: date) -> Read:
    """Read a month or a part of one; “Nov 13” is November 2013, as the day comes first here."""
    month = _month(found["month"])
    part = (found["part"] or "").casefold()
    if found["year"]:
        year = _year(found["year"])
        if len(found["year"]) == 2 and abs(year - after.year) > 10:
            raise UnclearError(f"In “{text}” the month comes first.", "Write the day first, as in 14 Jan 2013.")
        return _noted(_in_month(part, month, year, text), text)
    year = after.year if _in_month(part, month, after.year, text) > after else after.year + 1
    return _noted(_in_month(part, month, year, text), text, f", the next after {show(after)}")


def quarter_end(text: str) -> date | None:
    """Return the last day of the quarter of a financial year that a text names (`Q3 2013/14`), or None.

    Raises UnclearError where the two years do not follow each other.
    """
    found = next((match for form in _QUARTERS if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    year, quarter = _year(found["year"]), int(found["quarter"])
    if (year + 1) % 100 != int(found["to"]):
        raise UnclearError(f"“{text}” is no financial year.", "Write it as Q3 2013/14, or a date.")
    month, of = {1: (6, year), 2: (9, year), 3: (12, year), 4: (3, year + 1)}[quarter]
    return date(of, month, monthrange(of, month)[1])


def _in_month(part: str, month: int, year: int, text: str) -> date:
    return _day(_PARTS.get(part, monthrange(year, month)[1]), month, year, text)


def _next(day: int, month: int, after: date, text: str) -> date:
    for year in range(after.year, after.year + 5):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found > after:
            return found
    raise UnclearError(f"“{text}” is not a day there is.", _DO)


def _noted(day: date, text: str, adds: str = "") -> Read:
    return Read(When(day), f"“{text}” is read as {show(day)}{adds}")


def _day(day: int, month: int, year: int, text: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise UnclearError(f"“{text}” is not a day there is.", _DO) from None
    return _possible(found, text)


def _possible(day: date, text: str) -> date:
    if not EARLIEST <= day.year <= LATEST:
        raise UnclearError(f"The year {day.year} of “{text}” cannot be right.", _DO)
    return day


def _year(digits: str) -> int:
    plain = digits.lstrip("'’")
    return int(plain) if len(plain) == 4 else 2000 + int(plain)


def _month(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(word[:3].casefold()))


def _first_sentence(said: str, text: str) -> str:
    return said.partition(":")[0] + "." if ":" in said else said or f"“{text}” is not a date."
