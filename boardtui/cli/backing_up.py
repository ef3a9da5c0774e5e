"""Backups on the command line: made, listed and restored, of a Board that opens and of one that does not."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import As, Board, By
from boardtui.domain.text import clean
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from boardtui.domain.backups import Backup

    Shape = dict[str, object]


def backup(
    file: Board,
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", help="Put a copy into this folder.")] = None,
) -> None:
    """Make a backup, checked, beside the Board, or with --to a copy in another folder; print where it is."""
    from boardtui.bootstrap import open_desk
    from boardtui.services import backups

    with closing(open_desk(file)) as desk:
        print(backups.keep(desk, told=progress) if to is None else backups.copy_out(desk.path, to, progress))


def restore(
    file: Board,
    which: Annotated[
        str, typer.Argument(metavar="[WHICH]", help="Its number in boardtui list backups, 1 for the newest, or a file.")
    ] = "",
    by: By = None,
    role: As = None,
) -> None:
    """Restore a backup, also into a file that is damaged or gone; what it takes the place of is kept first."""
    from boardtui.bootstrap import signature
    from boardtui.services import backups

    if not which:
        raise BoardError(
            "Which backup?",
            "Nothing was changed.",
            f"See: boardtui list backups {file}; then: boardtui restore {file} 1",
        )
    one = backups.which(file, which)
    change = backups.compared(file, one)
    done = backups.restore(file, one.path, signature(by, role), progress)
    for line in change.said[:-1] if change.readable else ():
        print(clean(line))
    print(clean(done.said))
    if done.saved is not None and done.saved.suffix != ".damaged":
        print(clean(f"To take this back: boardtui restore {file} 1"))


def listed(file: Path) -> list[Shape]:
    """Return a Board's backups for the list, the newest first; the Board itself need not open."""
    from boardtui.services import backups

    return [_shape(number, one) for number, one in enumerate(backups.listed(file), 1)]


def _shape(number: int, one: Backup) -> Shape:
    holds = one.holds
    return {
        **{"number": number, "made": one.at.isoformat(sep=" "), "why": one.why.said, "bytes": one.size},
        **{"entries": holds.entries if holds else None, "last": holds.last if holds else one.problem},
        **{"last_at": holds.at if holds else None, "meetings": holds.meetings if holds else None},
        **{"actions": holds.actions if holds else None, "file": str(one.path)},
    }


def progress(what: str, done: int, of: int) -> None:
    """Tell how far it is, where somebody looks at a terminal."""
    if sys.stderr.isatty():
        print(f"\r{what} … {100 * done // max(of, 1)} %\x1b[K", end="", file=sys.stderr, flush=True)
        if done >= of:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
