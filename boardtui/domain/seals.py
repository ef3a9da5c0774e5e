"""Seals: the one number that a signed paper's words lead to, and how it is printed and typed (DESIGN 8).

Tamper-evident, not tamper-proof: whoever owns the file can replace all of it, and the printed seal will not fit.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date
from typing import Any

from boardtui.domain.dates import show
from boardtui.domain.states import SignedHow
from boardtui.domain.text import one_line

SHOWN = 16
"""Hexadecimal digits of a seal, and of the chain's head, that a paper's footer prints."""

PRINTED = re.compile(r"Seal ((?:[0-9a-f]{4}-){3}[0-9a-f]{4}) · journal ([0-9]+)-([0-9a-f]{4,16})")
"""How a seal and the chain's head stand in a footer: `Seal 9f3a-12cd-77b0-41e2 · journal 512-0c4d8e21`."""

_HEAD = 8
_LEAST = 8


@dataclass(frozen=True)
class Sealed:
    """One edition of a signed paper: who signed it and when, and where the journal stood.

    `open_text` and `full_text` are every paragraph as rendered, without and with what is restricted; `entry` is the
    journal entry that signed it, `chain_head` the hash of the entry before.
    """

    paper: str
    number: int
    edition: int
    because: str
    sealed_on: date
    signed_on: date
    signed_by: str
    signed_how: str
    recorded_by: str
    entry: int
    chain_head: str
    seal: str
    open_text: tuple[str, ...]
    full_text: tuple[str, ...]

    @property
    def printed(self) -> str:
        """Return what the footer of the signed paper prints."""
        return f"Seal {short(self.seal)} · journal {self.entry - 1}-{self.chain_head[:_HEAD]}"

    @property
    def told(self) -> str:
        """Say who signed it, when and how, and what made it an edition of its own."""
        way = {SignedHow.PAPER: "on paper", SignedHow.EMAIL: "by e-mail"}.get(SignedHow(self.signed_how))
        recorded = f", recorded by {self.recorded_by}" if way and self.recorded_by else ""
        how = f", given {way}{recorded}" if way else ""
        because = f". {self.because.rstrip('.')}" if self.because else ""
        return one_line(f"Signed by {self.signed_by} on {show(self.signed_on)}{how}{because}.")


def canonical(value: Any) -> str:
    """Return a value as canonical JSON: keys sorted, no spaces, dates in ISO; equal values give equal text."""
    return json.dumps(value, default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def seal_of(facts: Mapping[str, object]) -> str:
    """Return the SHA-256 over what was signed: its facts, the snapshot, and both texts."""
    return hashlib.sha256(canonical(facts).encode("utf-8", "surrogatepass")).hexdigest()


def short(seal: str) -> str:
    """Return a seal as it is printed: `9f3a-12cd-77b0-41e2`."""
    return "-".join(seal[start : start + 4] for start in range(0, SHOWN, 4))


def typed(text: str) -> str | None:
    """Return the digits of a seal or chain head as somebody typed it from paper; None if it is none."""
    digits = re.sub(r"^\s*(?:seal|journal)?\s*(?:[0-9]+-(?=[0-9a-f]{8}\s*$))?|[\s-]", "", text.casefold())
    return digits if re.fullmatch(f"[0-9a-f]{{{_LEAST},64}}", digits) else None


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
