"""Handing the Board over and adopting what comes back, on the command line: no network, one file each way."""

from __future__ import annotations

import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import As, Board, By, Json
from boardtui.domain.states import Role
from boardtui.domain.text import clean, one_line, shorten
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardtui.domain.adopting import Adopted, Comparison, RecordDiffers, Side


class Take(StrEnum):
    """Which side counts where both changed the same record."""

    OURS = "ours"
    THEIRS = "theirs"


def handover(
    file: Board,
    to: Annotated[Role | None, typer.Option("--to", help="To whom the Board is handed, with the pen.")] = None,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Their name.")] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What they are asked to do.")] = "",
    out: Annotated[Path | None, typer.Option("--out", metavar="COPY", help="Where to write the copy.")] = None,
    take_back: Annotated[
        bool,
        typer.Option("--take-back", help="Take the pen back without the copy; what is changed in it is adopted apart."),
    ] = False,
    by: By = None,
    role: As = None,
) -> None:
    """Write a copy for the other side and give the pen away: this file is only read until the copy is adopted."""
    from boardtui.bootstrap import open_desk
    from boardtui.services import handover as service

    if (to is None) != take_back:
        raise typer.BadParameter("Give either --to or --take-back.", param_hint="--to")
    with closing(open_desk(file, by=by, role=role)) as desk:
        if to is None:
            outcome = desk.do(service.take_back, penless=True)
            print(clean(f"{outcome.said}."))
            for said in outcome.told:
                print(clean(said))
            return
        done = service.hand_over(desk, to, name=name, note=note, out=out, told=_progress)
        pen = desk.pen()
    print(clean(f"Handed over to {done.to}. Send them {done.copy}"))
    print(clean(f"{pen.said} When it comes back: boardtui adopt RETURNED {file}"))


def adopt(
    returned: Annotated[Path, typer.Argument(metavar="RETURNED", help="The copy that came back.")],
    file: Board,
    take: Annotated[
        Take | None, typer.Option("--take", help="Which side counts for every record that both changed.")
    ] = None,
    choose: Annotated[
        Path | None,
        typer.Option(
            "--choose", metavar="FILE.json", help="Choices: an object of “choice” (see --list) to ours, theirs."
        ),
    ] = None,
    only_list: Annotated[bool, typer.Option("--list", help="Print what differs and change nothing.")] = False,
    as_json: Json = False,
    by: By = None,
    role: As = None,
) -> None:
    """Take a returned copy back: entry by entry if it continues this file, else record by record; nothing is lost."""
    from boardtui.bootstrap import open_desk
    from boardtui.services import adopting

    chosen = _choices(choose)
    with closing(open_desk(file, by=by, role=role)) as desk, adopting.returned(desk, returned, _progress) as copy:
        compared = copy.comparison
        if only_list:
            _print_comparison(compared, as_json)
            return
        every: dict[str, Side] = {**(dict.fromkeys(compared.choices, take.value) if take else {}), **chosen}
        _all_chosen(compared, every, file, returned)
        done = adopting.adopt(desk, copy, every, _progress)
    _print_adopted(done, as_json)


def _choices(path: Path | None) -> dict[str, Side]:
    from boardtui.domain.adopting import read_choices

    if path is None:
        return {}
    try:
        return read_choices(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as problem:
        raise BoardError(
            f"{path} could not be read: {problem}.",
            "Nothing was adopted.",
            'Write it like {"action:…": "theirs"}; --list --json names what is chosen.',
        ) from problem


def _all_chosen(compared: Comparison, chosen: dict[str, Side], file: Path, returned: Path) -> None:
    unknown = [one for one in chosen if one not in compared.choices]
    if unknown:
        raise BoardError(f"There is nothing to choose about “{unknown[0]}”.", "Nothing was adopted.", "See --list.")
    left = compared.open([*chosen])
    if not left:
        return
    for one in compared.differs:
        if one.choice in left:
            for line in _lines(one):
                print(clean(line), file=sys.stderr)
    raise BoardError(
        f"Changed on both sides and not chosen yet: {len(left)}.",
        "Nothing was adopted.",
        f"Choose on the screen (boardtui open {file}, then {{home-hand-over}}), or: "
        f"boardtui adopt {returned} {file} --take ours (or theirs, or --choose FILE.json).",
    )


def _print_comparison(compared: Comparison, as_json: bool) -> None:
    from boardtui.cli.shapes import print_json

    if as_json:
        print_json(
            {
                "way": compared.way,
                "from": compared.whom,
                "our_entries": compared.ours,
                "their_entries": compared.theirs,
                "differs": [_shape(one) for one in compared.differs],
            }
        )
        return
    print(clean(compared.said))
    for one in compared.differs:
        for line in _lines(one):
            print(clean(line))


def _lines(one: RecordDiffers) -> Iterator[str]:
    yield f"{one.record}: {one.where}{f', choose {one.choice}' if one.choice else ''}{_gone(one)}"
    if one.words:
        yield f"  “{shorten(one.words, _WORDS)}”"
    for text in one.texts:
        yield f"  {text.field}: ours: {one_line(text.ours) or '–'} | theirs: {one_line(text.theirs) or '–'}"


_WORDS = 90
"""Characters of a record's words in a list."""


def _gone(one: RecordDiffers) -> str:
    return "" if one.gone is None else f", removed {'here' if one.gone == 'ours' else 'in the copy'}"


def _shape(one: RecordDiffers) -> dict[str, object]:
    return {
        **{"kind": one.kind, "ref": one.ref, "record": one.record, "changed": one.changed},
        **{"choice": one.choice or None, "removed": one.gone, "settled": one.settled or None},
        "words": one.words or None,
        "texts": [{"field": text.field, "ours": text.ours, "theirs": text.theirs} for text in one.texts],
    }


def _print_adopted(done: Adopted, as_json: bool) -> None:
    from boardtui.cli.shapes import print_json
    from boardtui.domain.adopting import page

    if not as_json:
        for line in page(done):
            print(clean(line))
        return
    print_json(
        {
            **{"way": done.way, "sentence": done.sentence, "changes": done.changes},
            "renumbered": [
                {"kind": one.kind, "old": one.old, "new": one.new, "words": one.words or None}
                for one in done.renumbered
            ],
            "mentions": [
                {"record": one.record, "names": one.names, "now": one.now, "text": one.text} for one in done.mentions
            ],
            **{"stays": list(done.kept), "not_taken_over": list(done.left_out), "copy": done.copy or None},
        }
    )


def _progress(what: str, done: int, of: int) -> None:
    """Tell how far it is, where somebody looks at a terminal."""
    if sys.stderr.isatty():
        end = "\n" if done >= of else ""
        print(f"\r{what} … {100 * done // max(of, 1)} %\x1b[K", end=end, file=sys.stderr, flush=True)
