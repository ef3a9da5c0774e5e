"""How agreements, packages of support and versions of the instrument read, as lines of a list and in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from boardtui.domain.assured import Support
from boardtui.domain.dates import show
from boardtui.domain.instrument import Agreement, Body, InstrumentVersion
from boardtui.domain.text import plural
from boardtui.domain.typed_words import has_words
from boardtui.ui.widgets.literal import cell, hanging, line
from boardtui.ui.widgets.record_list import Column, Row

AGREED = (
    Column("Ref", 4),
    Column("On", 11),
    Column("What was agreed", 0),
    Column("By", 18),
    Column("Minuted", 14),
)
_SHORT = {Body.SAFEGUARDING_BOARD: "Safeguarding Board", Body.DEPARTMENT: "Department", Body.SECTOR: "Sector"}
"""Bodies whose names are too long for a column; the record has them in full."""
SUPPORT = (
    Column("Ref", 4),
    Column("Package", 0),
    Column("Provider", 22),
    Column("Agreed", 13),
    Column("Ends", 11),
    Column("Answers", 7, 100),
)
VERSIONS = (Column("No", 2), Column("Title", 0), Column("Issued", 11), Column("Commenced", 11), Column("State", 20))


def agreement_rows(words: str, found: Sequence[Agreement]) -> list[Row]:
    """Return agreements, oldest first."""
    return [
        Row(
            a.ref,
            (
                a.ref,
                show(a.agreed_on),
                cell(a.subject),
                cell(_SHORT.get(Body(a.body), a.body)),
                a.decision or cell(a.reference),
            ),
        )
        for a in found
        if has_words(words, a.ref, a.subject, a.body, a.decision, a.reference, a.note)
    ]


def agreement(found: Agreement, width: int) -> Content:
    """Return an agreement in full."""
    said = [hanging(f"{found.ref}  ", _opened(found.subject), width, "bold")]
    said.append(hanging("", f"Agreed by the {found.body} on {show(found.agreed_on)}.", width))
    minuted = f"decision {found.decision}" if found.decision else found.reference
    for name, text in (("Minuted: ", minuted), ("Note: ", found.note)):
        if text:
            said.append(hanging(name, text, width))
    return Content("\n").join(said)


def support_rows(words: str, found: Sequence[Support]) -> list[Row]:
    """Return packages of support in order of number."""
    return [
        Row(
            s.ref,
            (
                s.ref,
                cell(s.package),
                cell(s.provider),
                f"✓ {show(s.agreed_on)}" if s.agreed_on else cell("✗ not agreed", "bold"),
                show(s.ends) if s.ends else "",
                s.requirement or "",
            ),
        )
        for s in found
        if has_words(words, s.ref, s.package, s.provider, s.outcome, s.requirement)
    ]


def counted_support(found: Sequence[Support], today: date) -> str:
    """Say how many packages there are, and how many ended without a word on what they changed."""
    silent = sum(1 for s in found if s.ends and s.ends < today and not s.outcome)
    return f"{plural(len(found), 'package')}, {silent} ended without an outcome"


def support(found: Support, width: int) -> Content:
    """Return a package of support in full."""
    said = [hanging(f"{found.ref}  ", found.package, width, "bold"), line(f"From {found.provider}.")]
    days = [
        f"{word} {show(day)}"
        for word, day in (("agreed", found.agreed_on), ("starts", found.starts), ("ends", found.ends))
        if day
    ]
    facts = _opened(", ".join(days)) if found.agreed_on else ", ".join(["Not agreed yet", *days])
    said.append(line(f"{facts}." + (f" Comes from {found.requirement}." if found.requirement else "")))
    if found.outcome:
        said.append(hanging("What it changed: ", found.outcome, width))
    else:
        said.append(Content.styled("What it changed is not said yet: e.", "$foreground-muted"))
    return Content("\n").join(said)


def version_rows(found: Sequence[InstrumentVersion], closed_on: date | None) -> list[Row]:
    """Return the versions of the instrument, the first one first, and the Board's closing when it is closed."""
    rows = [
        Row(
            str(v.number),
            (
                str(v.number),
                cell(v.title),
                show(v.issued_on) if v.issued_on else "",
                show(v.commenced) if v.commenced else "",
                cell(_state(v, found), "bold" if v is found[-1] else ""),
            ),
        )
        for v in found
    ]
    if closed_on:
        rows.append(Row("closed", (cell(f"The Board was closed on {show(closed_on)}", "bold"),), heading=True))
    return rows


def version(found: InstrumentVersion, versions: Sequence[InstrumentVersion], width: int) -> Content:
    """Return a version of the instrument in full, with how it was lifted."""
    said = [hanging(f"Version {found.number}  ", found.title, width, "bold")]
    by = f"issued by the {found.issued_by}" if found.issued_by else ""
    on = f"issued on {show(found.issued_on)}" if found.issued_on else ""
    since = f"commenced on {show(found.commenced)}" if found.commenced else ""
    said.append(
        hanging("", _opened(", ".join(part for part in (_state(found, versions), by, on, since) if part)), width)
    )
    lifted = f"By {found.lifted_by}: {found.lifted_because}" if found.lifted_on else ""
    for name, text in (("Amended because: ", found.because), ("Lifted: ", lifted), ("Note: ", found.note)):
        if text:
            said.append(hanging(name, text, width))
    return Content("\n").join(said)


def _state(found: InstrumentVersion, versions: Sequence[InstrumentVersion]) -> str:
    if found.lifted_on:
        return f"lifted {show(found.lifted_on)}"
    return "in force" if found == versions[-1] else "amended"


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
