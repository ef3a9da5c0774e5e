"""The Chair's sign-off passphrase on the command line: it is typed unseen, and never an argument."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from boardtui.cli.options import As, Board, By
from boardtui.errors import BoardError


def passphrase(
    file: Board,
    remove: Annotated[bool, typer.Option("--remove", help="Remove it.")] = False,
    by: By = None,
    role: As = None,
) -> None:
    """Set, change or remove the passphrase that is asked for when the Chair signs in the program."""
    from boardtui.bootstrap import open_desk
    from boardtui.domain.roles import Step, require
    from boardtui.services import passphrase as service
    from boardtui.store.reading.passphrase import is_set

    with closing(open_desk(file, by=by, role=role)) as desk:
        require(desk.role, Step.SET_PASSPHRASE)
        old = asked("The passphrase now: ") if desk.read(is_set) else None
        if remove:
            done = desk.do(lambda work: service.remove_passphrase(work, old))
        else:
            new = asked("The new passphrase: ")
            if asked("The same again: ") != new:
                raise BoardError("The two are not the same.", "Nothing was changed.", "Type it again.")
            done = desk.do(lambda work: service.set_passphrase(work, new, old))
    print(done.said)


def asked(prompt: str) -> str:
    """Ask for something that is not shown while it is typed."""
    import getpass

    return getpass.getpass(prompt)
