"""Verifying a Word file against the Board: who signed it, and whether it still says what was signed (DESIGN 8)."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.etree.ElementTree import ParseError

from boardtui.documents.package import unpack
from boardtui.documents.reopening import footers, paragraphs
from boardtui.domain.editions import Passage, differences, likeness
from boardtui.domain.seals import PRINTED, Sealed, short
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.store.reading.seals import seals

_LARGEST = 50 * 1024 * 1024
_ALIKE = 0.6
"""The part of the paragraphs that must be the same for a file without a seal to count as one of ours."""

_UNKNOWN = "is not in this record: it is of another Board or copy, or the end of this file was cut off."
_WITHOUT = "Its footer bears no seal: it is a draft, or the seal was removed."


class Verdict(StrEnum):
    """What a Word file is, beside what was signed."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FOREIGN = "not of this Board"


@dataclass(frozen=True)
class Verified:
    """The verdict on a file: the edition it is, which version of it, the paragraphs that differ, and what to know."""

    verdict: Verdict
    sealed: Sealed | None = None
    version: str = ""
    changed: tuple[Passage, ...] = ()
    note: str = ""


def verify(desk: Desk, document: Path) -> Verified:
    """Compare a Word file with what was signed; raises BoardError when it cannot be read as a Word file."""
    said, printed = _read(document)
    return judged(said, printed, desk.read(seals))


def judged(said: Sequence[str], printed: str, signed: Sequence[Sealed]) -> Verified:
    """Judge a file by its paragraphs and the seal that its footer prints, among all that this Board signed."""
    if printed:
        mine = next((one for one in signed if short(one.seal) == printed), None)
        if mine is None:
            return Verified(Verdict.FOREIGN, note=f"Its seal {printed} {_UNKNOWN}")
        return _compared(said, mine)
    alike = max(signed, key=lambda one: _likeness(said, one), default=None)
    if alike is None or _likeness(said, alike) < _ALIKE:
        return Verified(Verdict.FOREIGN, note="It bears no seal, and nothing like it was signed here.")
    found = _compared(said, alike)
    return Verified(
        Verdict.CHANGED,
        alike,
        found.version,
        found.changed,
        "Its footer bears no seal: it is a draft, or the seal was removed.",
    )


def _compared(said: Sequence[str], sealed: Sealed) -> Verified:
    versions = {"open": sealed.open_text, "restricted": sealed.full_text}
    version = max(versions, key=lambda name: likeness(versions[name], said))
    changed = tuple(differences(versions[version], said))
    return Verified(Verdict.CHANGED if changed else Verdict.UNCHANGED, sealed, version, changed)


def _likeness(said: Sequence[str], sealed: Sealed) -> float:
    return max(likeness(sealed.open_text, said), likeness(sealed.full_text, said))


def _read(document: Path) -> tuple[tuple[str, ...], str]:
    """Return every paragraph of a Word file, and the seal its footers print."""
    try:
        if document.stat().st_size > _LARGEST:
            raise ValueError("it is too large")
        data = document.read_bytes()
        if "word/document.xml" not in unpack(data):
            raise ValueError("it is no Word file")
        found = next((match for text in footers(data) if (match := PRINTED.search(text))), None)
        return paragraphs(data), found[1] if found else ""
    except (OSError, ValueError, KeyError, ParseError, zipfile.BadZipFile) as problem:
        why = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
        raise BoardError(
            f"{document} could not be read as a Word file: {why}.",
            "Nothing was compared.",
            "Give a .docx file that boardtui exported.",
        ) from problem
