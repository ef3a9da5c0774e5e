"""Making one change from the command line, and saying on stderr what the person should hear about it."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from boardtui.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardtui.cli.options import As
    from boardtui.store.unit import Work

T = TypeVar("T")


def change(file: Path, by: str | None, role: As, service: Callable[[Work], T]) -> T:
    """Do one thing to the Board, committed whole, and return what came of it."""
    from boardtui.bootstrap import open_desk

    with closing(open_desk(file, by=by, role=role)) as desk:
        outcome = desk.do(service)
    for said in outcome.told:
        print(clean(said), file=sys.stderr)
    return outcome.value
