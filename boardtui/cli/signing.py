"""What was signed, on the command line: whether a Word file still says it, its editions, and what differs."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import Board, Json
from boardtui.domain.preflight import PaperKind
from boardtui.domain.text import one_line, plural
from boardtui.errors import BoardError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boardtui.domain.editions import Passage
    from boardtui.domain.seals import Sealed
    from boardtui.services.verifying import Verified

Against = Annotated[
    str | None, typer.Option("--against", metavar="SEAL", help="A seal, or head of the journal, printed in a footer.")
]


def verify(
    document: Annotated[Path, typer.Argument(metavar="DOCUMENT.docx", help="The Word file.")],
    file: Board,
    as_json: Json = False,
) -> None:
    """Say who signed a Word file and when, and whether it still says what was signed.

    The exit code is 0 when it is unchanged, 1 when it is changed or not of this Board.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.services.verifying import Verdict
    from boardtui.services.verifying import verify as run_verify

    with closing(open_desk(file)) as desk:
        found = run_verify(desk, document)
    if as_json:
        _print_json(found)
    else:
        for line in _lines(found):
            print(line)
    raise typer.Exit(0 if found.verdict is Verdict.UNCHANGED else 1)


def editions(
    file: Board,
    paper: Annotated[PaperKind, typer.Argument(metavar="PAPER", help="minutes, letter, report or scrutiny.")],
    number: Annotated[int, typer.Argument(metavar="N", help="The meeting's, letter's or report's number.")],
    first: Annotated[int | None, typer.Option("--from", metavar="E", help="Compare from this edition …")] = None,
    second: Annotated[int | None, typer.Option("--to", metavar="E", help="… to this one.")] = None,
    as_json: Json = False,
) -> None:
    """List the editions of a signed paper with their seals; with --from and --to, what differs between two."""
    from boardtui.bootstrap import open_desk
    from boardtui.cli.shapes import print_json
    from boardtui.store.reading.seals import seals

    with closing(open_desk(file)) as desk:
        found = desk.read(lambda db: seals(db, paper, number))
    if not found:
        raise NotFoundError(
            f"{paper.capitalize()} {number} is not signed.",
            "There is no edition of it yet.",
            "Sign it off first; until then export it to read it.",
        )
    if (first is None) != (second is None):
        raise typer.BadParameter("--from and --to go together.")
    if first is not None and second is not None:
        _compare(found, first, second, as_json)
    elif as_json:
        print_json([_shape(one) for one in found])
    else:
        for one in found:
            print("\t".join((f"edition {one.edition}", one.told, one.printed)))


def _compare(found: Sequence[Sealed], first: int, second: int, as_json: bool) -> None:
    from boardtui.cli.shapes import print_json
    from boardtui.domain.editions import differences

    of = {one.edition: one for one in found}
    for wanted in (first, second):
        if wanted not in of:
            raise BoardError(f"There is no edition {wanted}.", "", f"There are: {', '.join(map(str, of))}.")
    changed = differences(of[first].full_text, of[second].full_text)
    if as_json:
        print_json([_passage(one) for one in changed])
        return
    print(
        f"Edition {first} to edition {second}: {plural(len(changed), 'paragraph')} differ{'s' * (len(changed) == 1)}."
    )
    for line in _differences(changed):
        print(line)


def _lines(found: Verified) -> Iterator[str]:
    if found.sealed is not None:
        one = found.sealed
        edition = f", edition {one.edition}" if one.edition > 1 else ""
        yield f"{one.paper.capitalize()} {one.number}{edition}, {found.version} version. {one.told}"
    yield f"{found.verdict}: {plural(len(found.changed), 'paragraph')}" if found.changed else str(found.verdict)
    yield from _differences(found.changed)
    if found.note:
        yield found.note


def _differences(changed: Sequence[Passage]) -> Iterator[str]:
    for one in changed:
        yield f"{one.difference}: {one.named}"
        if one.before:
            yield f"  - {one_line(one.before)}"
        if one.now:
            yield f"  + {one_line(one.now)}"


def _print_json(found: Verified) -> None:
    from boardtui.cli.shapes import print_json

    print_json(
        {
            "verdict": str(found.verdict),
            "version": found.version or None,
            "signed": _shape(found.sealed) if found.sealed else None,
            "changed": [_passage(one) for one in found.changed],
            "note": found.note or None,
        }
    )


def _shape(one: Sealed) -> dict[str, object]:
    names = ("paper", "number", "edition", "because", "signed_by", "signed_on", "signed_how", "recorded_by", "entry")
    return {**{name: getattr(one, name) for name in names}, "chain_head": one.chain_head, "seal": one.seal}


def _passage(one: Passage) -> dict[str, object]:
    return {"difference": str(one.difference), "place": one.named, "before": one.before or None, "now": one.now or None}
