"""Records as a CSV file that a spreadsheet opens as text and figures, never as a formula (DESIGN 8, *Imports*)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from boardtui.domain.text import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file with a BOM, so that a spreadsheet reads its accents; dates are ISO."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return made.getvalue().encode("utf-8-sig")


def cell(value: object) -> str:
    """Write one value; text that a spreadsheet would take for a formula is given an apostrophe in front."""
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case Decimal() | int():
            return str(value)
        case tuple() | list():
            return cell(", ".join(str(getattr(one, "ref", one)) for one in value))
    text = clean(str(value))
    if text.lstrip(" ").startswith(_FORMULA) and not _FIGURE.fullmatch(text):
        return f"'{text}"
    return text
