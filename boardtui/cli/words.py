"""The Board's own words on the command line: abbreviations with what they mean, and words spelt as they are."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardtui.cli.options import As, Board, By, Json

if TYPE_CHECKING:
    from boardtui.store.reading.reader import Database


def words(
    file: Board,
    word: Annotated[str | None, typer.Argument(metavar="WORD", help="The word to enter, change or remove.")] = None,
    means: Annotated[str | None, typer.Option(metavar="TEXT", help="What the abbreviation means.")] = None,
    spelt_out: Annotated[
        bool | None, typer.Option("--spelt-out/--as-it-is", help="Whether minutes spell the abbreviation out.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take it out of the Board's own words.")] = False,
    as_json: Json = False,
    by: By = None,
    role: As = None,
) -> None:
    """List the Board's abbreviations and own words, enter or change one, or remove it.

    A WORD alone is one that the spelling check knows from now on; with --means it is an abbreviation that the Word
    minutes spell out where it is first used.
    """
    if word is None and (means or remove or spelt_out is not None):
        raise typer.BadParameter("Say which word is meant.", param_hint="WORD")
    if word is not None:
        _change(file, by, role, word, means, spelt_out, remove=remove)
    from boardtui.bootstrap import open_desk
    from boardtui.cli.shapes import print_json, print_table

    with closing(open_desk(file)) as desk:
        found = desk.read(_listed)
    if word is not None:
        found = [one for one in found if one["text"].casefold() == word.strip().casefold()]
    (print_json if as_json else print_table)(found)


def _change(
    file: Board, by: str | None, role: As, word: str, means: str | None, spelt_out: bool | None, *, remove: bool
) -> None:
    from boardtui.cli.changing import change
    from boardtui.services.terms import remove_term, set_term
    from boardtui.store.unit import Work

    def act(work: Work) -> None:
        if remove:
            remove_term(work, word)
            return
        own = next((one for one in _listed(work.db) if one["text"] == word.strip() and one["own"]), None)
        meaning = means if means is not None else own["means"] if own else ""
        spelt = spelt_out if spelt_out is not None else own is None or own["spelt_out"]
        set_term(work, word, meaning, spelt_out=spelt)

    change(file, by, role, act)


def _listed(db: Database) -> list[dict[str, Any]]:
    """Return the Board's own words first, then the abbreviations that are known already."""
    from boardtui.store.reading.terms import meanings, terms

    own, known = terms(db), meanings(db)
    rows = [
        {"text": one.text, "means": one.means or known.get(one.text, ""), "spelt_out": one.spelt_out, "own": True}
        for one in own
    ]
    named = {one.text for one in own}
    others = sorted((found for found in known.items() if found[0] not in named), key=lambda found: found[0].casefold())
    return [*rows, *({"text": text, "means": said, "spelt_out": True, "own": False} for text, said in others)]
