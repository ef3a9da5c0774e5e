"""Figures as a sentence writes them, with their unit: `61%`, `6.4 percentage points`, `45 days` (DESIGN 2)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_PERCENT = ("%", "per cent", "percent")
_COUNTED = ("day", "week", "month", "year", "hour", "case", "visit", "child")
_IRREGULAR = {"child": "children"}
_IN_WORDS = ("no", "one", "two", "three", "four", "five", "six")


def rounded(value: Decimal, places: int = 1) -> Decimal:
    """Round a worked-out figure half up, as people do."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def places_of(value: Decimal) -> int:
    """Return how many decimal places a figure was given with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def number(value: Decimal) -> str:
    """Write a number without idle zeros: `61`, `67.4`, `1,250`."""
    written = f"{value:,f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def figure(value: Decimal, unit: str) -> str:
    """Write a value with its unit: `61%`, `£1,250`, `45 days`, `1 day`, `312 per 10,000`."""
    if unit in _PERCENT:
        return f"{number(value)}%"
    if unit == "£":
        return f"{'-' if value < 0 else ''}£{number(abs(value))}"
    return f"{number(value)} {_noun(abs(value), unit)}".rstrip()


def difference(value: Decimal, unit: str, places: int = 1) -> str:
    """Write how far apart two values are, without a sign: two percentages are percentage points apart."""
    apart = rounded(abs(value), places)
    least = apart == 0 and value != 0
    shown = Decimal(1).scaleb(-places) if least else apart
    if unit in _PERCENT:
        said = f"{number(shown)} percentage {'point' if shown == 1 else 'points'}"
    else:
        said = figure(shown, unit)
    return f"less than {said}" if least else said


def in_words(count: int) -> str:
    """Write a small number in words, as prose does: `two`, `six`; larger ones in figures."""
    return _IN_WORDS[count] if 0 <= count < len(_IN_WORDS) else str(count)


def _noun(amount: Decimal, unit: str) -> str:
    """Put a unit that is counted into the singular or plural; any other stays as it was entered."""
    for one in _COUNTED:
        many = _IRREGULAR.get(one, f"{one}s")
        if unit in (one, many):
            return one if amount == 1 else many
    return unit
