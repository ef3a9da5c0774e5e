"""Passphrases are asked for in the terminal, unseen, and a wrong one is a calm sentence."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.cli.running import process, refused

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
PASSPHRASE = "four long words"


def typed(*arguments: object, answers: tuple[str, ...]) -> tuple[int, str]:
    """Run a command in a terminal, answer each time a passphrase is asked for, and return its end and its words."""
    child: Any = pexpect.spawn(
        sys.executable,
        ["-m", "boardtui", *map(str, arguments)],
        env=dict(os.environ),
        cwd=str(Path(__file__).parents[2]),
        encoding="utf-8",
        timeout=60,
    )
    said = ""
    for answer in answers:
        child.expect(r"(Passphrase of [^:]+|The new passphrase|The same again): ")
        child.waitnoecho()
        said += child.before
        child.sendline(answer)
    child.expect(pexpect.EOF)
    said += child.before
    child.close()
    return child.exitstatus, " ".join(said.split())


def test_encrypted_asked_for_rekeyed_and_decrypted(built_small: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(built_small, tmp_path / "small.board"))
    code, said = typed("encrypt", path, answers=(PASSPHRASE, PASSPHRASE))
    assert code == 0
    assert "a lost passphrase is a lost Board" in said
    assert "small.board is encrypted now" in said
    assert PASSPHRASE not in said
    assert b"welcomed" not in path.read_bytes()

    code, said = typed("status", path, answers=("something else", PASSPHRASE))
    assert code == 0
    assert "That passphrase does not open small.board. Nothing was changed." in said
    assert "Improvement Board" in said

    code, said = typed("check", path, answers=("a", "b", "c"))
    assert code == 1
    assert "Traceback" not in said

    code, said = typed("rekey", path, answers=(PASSPHRASE, "other long words", "other long words"))
    assert (code, "has its new passphrase" in said) == (0, True)
    code, said = typed("decrypt", path, answers=("other long words",))
    assert (code, "is plain now" in said) == (0, True)
    assert process("check", path).code == 0


def test_without_a_terminal_no_passphrase_is_read(built_small: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(built_small, tmp_path / "small.board"))
    typed("encrypt", path, answers=(PASSPHRASE, PASSPHRASE))
    assert "typed in a terminal, and only there" in refused(process("status", path, stdin=PASSPHRASE.encode()))


def test_two_that_differ_change_nothing(built_small: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(built_small, tmp_path / "small.board"))
    code, said = typed("encrypt", path, answers=(PASSPHRASE, "another"))
    assert (code, "The two are not the same." in said) == (1, True)
    assert path.read_bytes() == built_small.read_bytes()
