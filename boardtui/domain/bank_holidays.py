"""England bank holidays for days that are worked out while Home opens.

Rule 1 takes them from the `holidays` package, which needs longer to load than Home to open. These are its days,
copied out for the years a Board is likely to look at; a test holds the two against each other, and any other year
is asked of the package.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from boardtui.domain.working_days import closed_because, weekend

_COPIED = """
2010 0101 0402 0405 0503 0531 0830 1227 1228
2011 0103 0422 0425 0429 0502 0530 0829 1226 1227
2012 0102 0406 0409 0507 0604 0605 0827 1225 1226
2013 0101 0329 0401 0506 0527 0826 1225 1226
2014 0101 0418 0421 0505 0526 0825 1225 1226
2015 0101 0403 0406 0504 0525 0831 1225 1228
2016 0101 0325 0328 0502 0530 0829 1226 1227
2017 0102 0414 0417 0501 0529 0828 1225 1226
2018 0101 0330 0402 0507 0528 0827 1225 1226
2019 0101 0419 0422 0506 0527 0826 1225 1226
2020 0101 0410 0413 0508 0525 0831 1225 1228
2021 0101 0402 0405 0503 0531 0830 1227 1228
2022 0103 0415 0418 0502 0602 0603 0829 0919 1226 1227
2023 0102 0407 0410 0501 0508 0529 0828 1225 1226
2024 0101 0329 0401 0506 0527 0826 1225 1226
2025 0101 0418 0421 0505 0526 0825 1225 1226
2026 0101 0403 0406 0504 0525 0831 1225 1228
2027 0101 0326 0329 0503 0531 0830 1227 1228
2028 0103 0414 0417 0501 0529 0828 1225 1226
2029 0101 0330 0402 0507 0528 0827 1225 1226
2030 0101 0419 0422 0506 0527 0826 1225 1226
2031 0101 0411 0414 0505 0526 0825 1225 1226
2032 0101 0326 0329 0503 0531 0830 1227 1228
2033 0103 0415 0418 0502 0530 0829 1226 1227
2034 0102 0407 0410 0501 0529 0828 1225 1226
2035 0101 0323 0326 0507 0528 0827 1225 1226
2036 0101 0411 0414 0505 0526 0825 1225 1226
2037 0101 0403 0406 0504 0525 0831 1225 1228
2038 0101 0423 0426 0503 0531 0830 1227 1228
2039 0103 0408 0411 0502 0530 0829 1226 1227
2040 0102 0330 0402 0507 0528 0827 1225 1226
"""
"""A year, then its bank holidays that fall on a weekday, as month and day."""


def no_working_day(day: date) -> str | None:
    """Say why nothing is sent on this day: the weekend or an England bank holiday."""
    copied = _by_year().get(day.year)
    if copied is None:
        return closed_because(day)
    return weekend(day) or ("a bank holiday" if day in copied else None)


@cache
def _by_year() -> dict[int, frozenset[date]]:
    found = {}
    for line in _COPIED.split("\n"):
        if line:
            year, *days = line.split()
            found[int(year)] = frozenset(date(int(year), int(day[:2]), int(day[2:])) for day in days)
    return found
