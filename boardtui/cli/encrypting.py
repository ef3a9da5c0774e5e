"""Encrypting a Board, decrypting it, changing its passphrase; passphrases are typed unseen, never an argument."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from boardtui.cli.confirming import asked
from boardtui.cli.options import Board
from boardtui.domain.text import plural
from boardtui.errors import BoardError


def encrypt(file: Board) -> None:
    """Encrypt a Board and its backups under a passphrase that is asked for; a lost passphrase is a lost Board."""
    from boardtui.services import encrypting

    encrypting.must_be(file, encrypted=False)
    print(encrypting.LOST, file=sys.stderr)
    _done(file, "is encrypted now", lambda: encrypting.encrypt(file, _new()))
    print("Copies made earlier, papers in Word, and what the disk keeps of deleted files are not.")


def decrypt(file: Board) -> None:
    """Write an encrypted Board and its backups plain, so that they open without a passphrase."""
    from boardtui.services import encrypting

    encrypting.must_be(file, encrypted=True)
    _done(file, "is plain now: whoever can read the file can read the Board", lambda: encrypting.decrypt(file))


def rekey(file: Board) -> None:
    """Change the passphrase of an encrypted Board and of its backups."""
    from boardtui.services import encrypting

    encrypting.must_be(file, encrypted=True)
    _done(file, "has its new passphrase", lambda: encrypting.rekey(file, _new()))


def _done(file: Path, what: str, act: Callable[[], int]) -> None:
    backups = act()
    with_them = f", with {plural(backups, 'backup')}" if backups else ""
    print(f"{file.name} {what}{with_them}.")


def _new() -> str:
    new = asked("The new passphrase: ")
    if asked("The same again: ") != new:
        raise BoardError("The two are not the same.", "Nothing was changed.", "Type it again.")
    return new
