"""Encrypting a Board file and its backups, decrypting them, changing the passphrase (DESIGN 8, *Encryption*)."""

from __future__ import annotations

import hmac
import secrets
from pathlib import Path

from boardtui.domain.passphrases import SHORTEST
from boardtui.domain.progress import Progress, silent
from boardtui.errors import BoardError
from boardtui.store import backups, library
from boardtui.store.encrypting import written_anew
from boardtui.store.engine import schema_at_rest

LOST = "There is no way back into an encrypted Board without its passphrase: a lost passphrase is a lost Board."
"""What everybody who encrypts a Board has to know."""


def must_be(path: Path, *, encrypted: bool) -> None:
    """Refuse a file that is plain, or that is encrypted, where the other is needed; its passphrase is known then."""
    schema_at_rest(path)
    if encrypted and library.key_of(path) is None:
        raise BoardError(f"{path} is not encrypted.", "Nothing was changed.", f"boardtui encrypt {path.name}")
    if not encrypted and library.key_of(path) is not None:
        raise BoardError(
            f"{path} is encrypted already.",
            "Nothing was changed.",
            f"Its passphrase is changed by: boardtui rekey {path.name}",
        )


def opens(path: Path, passphrase: str) -> bool:
    """Say whether a passphrase is that of an encrypted file that is open; the file is not touched for it."""
    key = library.key_of(path)
    return key is not None and hmac.compare_digest(library.derived(passphrase, library.salt_of(key)), key)


def encrypt(path: Path, passphrase: str, told: Progress = silent) -> int:
    """Encrypt a plain Board file and its backups under a passphrase; return how many backups there were."""
    must_be(path, encrypted=False)
    return _all(path, _new_key(passphrase), told)


def decrypt(path: Path, told: Progress = silent) -> int:
    """Write an encrypted Board file and its backups plain; return how many backups there were."""
    must_be(path, encrypted=True)
    return _all(path, None, told)


def rekey(path: Path, passphrase: str, told: Progress = silent) -> int:
    """Put an encrypted Board file and its backups under another passphrase; return how many backups there were."""
    must_be(path, encrypted=True)
    return _all(path, _new_key(passphrase), told)


def _all(path: Path, key: str | None, told: Progress) -> int:
    """Write the backups anew and then the Board, so that a Board is never more open than its backups say."""
    kept = backups.named_in(path)
    for one in kept:
        written_anew(one.path, key, told)
    written_anew(path, key, told)
    return len(kept)


def _new_key(passphrase: str) -> str:
    if len(passphrase.strip()) < SHORTEST:
        raise BoardError(
            f"A passphrase has at least {SHORTEST} characters.", "Nothing was changed.", "Four words are a good one."
        )
    return library.derived(passphrase, secrets.token_bytes(library.SALT))
