"""Figures as people type and read them: `73%`, `1,204`, `22.5`; always exact decimals (N 7.3)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from boardtui.domain.figures import figure, places_of, rounded

PERCENT = "%"
_ONES = re.findall(
    r"\w+",
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SPELT = re.compile(
    rf"(?=\w)(?:(?P<tens>{'|'.join(_TENS)})(?:-|\b))?(?P<ones>{'|'.join(sorted(_ONES[1:], key=len, reverse=True))})?\b"
    r"(?=$| [a-z])",
    re.IGNORECASE,
)
_TYPED = re.compile(r"^[-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.[0-9]{1,6})?$")


def amount(typed: str | int | Decimal) -> Decimal:
    """Read a figure as it was typed; raises ValueError with one sentence for whoever typed it."""
    text = " ".join(str(typed).split()).removesuffix("%").strip()
    if not _TYPED.match(text):
        raise ValueError(f"“{text[:40]}” is not a figure that can be read: write 73, 73.5 or 1,204.")
    return Decimal(text.replace(",", "").replace("−", "-"))


def in_figures(text: str) -> str:
    """Write in figures a number that a text spells out at its start: `Thirty-one lines` becomes `31 lines`."""
    found = _SPELT.match(text)
    if found is None:
        return text
    tens, ones = found["tens"] or "", found["ones"] or ""
    value = (_TENS.index(tens.casefold()) + 2) * 10 if tens else 0
    value += _ONES.index(ones.casefold()) if ones else 0
    return f"{value}{text[found.end() :]}" if value else text


def spelt_out(count: int) -> str:
    """Spell out a whole number below a hundred: `four`, `twenty`, `thirty-one`; nothing for any other."""
    if not 0 < count < 100:
        return ""
    if count < len(_ONES):
        return str(_ONES[count])
    tens, ones = divmod(count, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def share(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Return what percentage one figure is of another, to one decimal place; raises ValueError."""
    if denominator <= 0:
        raise ValueError(f"Nothing can be a share of {denominator}: the denominator must be above 0.")
    exact = Fraction(numerator) / Fraction(denominator) * 100
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def is_share(percent: Decimal, numerator: Decimal, denominator: Decimal) -> bool:
    """Say whether a percentage is what the two figures give, rounded to as many places as it was written with."""
    if denominator <= 0:
        raise ValueError(f"Nothing can be a share of {denominator}: the denominator must be above 0.")
    exact = Fraction(numerator) / Fraction(denominator) * 100
    return abs(exact - Fraction(percent)) <= Fraction(1, 2 * 10 ** places_of(percent))


def shown(value: Decimal, unit: str = "", places: int = 1) -> str:
    """Write a figure rounded, with its unit: `73%`, `22.5%`, `1,204`, `12 days`; no empty decimals."""
    return figure(rounded(value, places), unit)
