"""How a passphrase is kept and compared, and how wrong tries are slowed (DESIGN 8)."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST = 8
"""Characters a passphrase has at least."""

FREE_TRIES = 2
"""Wrong tries after which the next one may follow at once."""

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
"""How long the next try waits after the first wrong one that counts, and at most; it doubles with each."""

_MEMORY = 64 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What scrypt is made to cost; kept beside the digest, so that it can be raised later."""

    n: int = 1 << 15
    r: int = 8
    p: int = 1

    def __str__(self) -> str:
        return f"scrypt n={self.n} r={self.r} p={self.p}"

    @classmethod
    def read(cls, kept: str) -> Cost:
        """Read a cost as it is kept."""
        told = dict(part.split("=") for part in kept.split()[1:])
        return cls(*(int(told[name]) for name in ("n", "r", "p")))


def digest(passphrase: str, salt: str, cost: Cost) -> str:
    """Return the scrypt digest of a passphrase under a salt, both hexadecimal."""
    made = hashlib.scrypt(
        passphrase.encode(errors="surrogatepass"),
        salt=bytes.fromhex(salt),
        n=cost.n,
        r=cost.r,
        p=cost.p,
        maxmem=_MEMORY,
        dklen=32,
    )
    return made.hex()


def same(one: str, other: str) -> bool:
    """Compare two digests in a time that does not tell where they differ."""
    return hmac.compare_digest(one, other)


def next_try(wrong: int, last: datetime) -> datetime:
    """Return when the next try may be made after so many wrong ones in a row, the last one then."""
    counted = wrong - FREE_TRIES
    if counted <= 0:
        return last
    wait: timedelta = FIRST_WAIT * (1 << min(counted - 1, 20))
    return last + min(wait, LONGEST_WAIT)
