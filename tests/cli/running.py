"""Running the command line: in this process for most tests, as a process of its own where that is the point."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from boardtui import cli


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the one JSON document that was printed."""
        return json.loads(self.out)


@dataclass
class Boardtui:
    """The command line in this process, with its output caught."""

    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *arguments: object, stdin: bytes | str = b"") -> Ran:
        self.monkeypatch.setattr(sys, "argv", ["boardtui", *map(str, arguments)])
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = self.capsys.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, printed.out, printed.err)


def process(*arguments: object, stdin: bytes = b"", **environment: str) -> Ran:
    """Run the command line as a person's shell does."""
    done = subprocess.run(
        [sys.executable, "-m", "boardtui", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env=os.environ | environment,
        cwd=Path(__file__).parents[2],
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def refused(ran: Ran, code: int = 1) -> str:
    """Check that a command was refused in words, on stderr alone and without a traceback; return the words."""
    assert (ran.code, ran.out) == (code, "")
    assert "Traceback" not in ran.err
    assert ran.err.strip()
    return ran.err
