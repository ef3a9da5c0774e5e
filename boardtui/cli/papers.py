"""Notes in, papers out, and the check that the file is sound."""

from __future__ import annotations

import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from boardtui.cli.options import As, AsAt, Board, By, Meeting
from boardtui.cli.signing import Against
from boardtui.domain.progress import telling
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.terminal import Telling

if TYPE_CHECKING:
    from boardtui.services.export import Kind


class Paper(StrEnum):
    """What can be exported: a Word file each, invitations for calendars, a pack and the archive as one zip."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    ACTIONS = "actions"
    LETTER = "letter"
    REPORT = "report"
    PLAN = "plan"
    SCRUTINY = "scrutiny"
    FORWARD_PLAN = "forward-plan"
    BRIEF = "brief"
    SHEETS = "sheets"
    CHANGES = "changes"
    INVITATIONS = "invitations"
    PACK = "pack"
    ARCHIVE = "archive"


def minute(
    file: Board,
    meeting: Meeting,
    notes: Annotated[str, typer.Argument(metavar="NOTES.txt|-", help="The notes, or - for standard input.")] = "-",
    by: By = None,
    role: As = None,
) -> None:
    """Load a meeting's notes, typed in any editor in the grammar of live mode; all or nothing."""
    from boardtui.bootstrap import open_desk
    from boardtui.domain.text import plural
    from boardtui.services import notes as service

    text = text_of(notes)
    with closing(open_desk(file, by=by, role=role)) as desk:
        outcome = desk.do(lambda work: service.load_notes(work, meeting, text))
    print(f"{plural(outcome.value.entries, 'entry', 'entries')} minuted at meeting {meeting}.")
    for said in outcome.told:
        print(said, file=sys.stderr)


def export(
    paper: Annotated[Paper, typer.Argument(metavar="PAPER", help=f"Which paper: {', '.join(Paper)}.")],
    file: Board,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help="The folder it goes to; else the one of your settings.")
    ] = None,
    meeting: Annotated[int | None, typer.Option("--meeting", metavar="N")] = None,
    letter: Annotated[int | None, typer.Option("--letter", metavar="N", help="Which letter.")] = None,
    report: Annotated[
        int | None, typer.Option("--report", metavar="N", help="Which report, or report to the committee.")
    ] = None,
    lead: Annotated[str | None, typer.Option("--lead", metavar="XX", help="One lead's actions only.")] = None,
    edition: Annotated[int | None, typer.Option("--edition", metavar="E", help="Which signed edition.")] = None,
    version: Annotated[
        PaperVersion, typer.Option("--version", help="For everybody, or with what is restricted.")
    ] = PaperVersion.OPEN,
    since: Annotated[
        str | None, typer.Option("--from", metavar="N", help="What changed since: a meeting (4) or a date.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="N", help="… and up to when; by default now.")] = None,
    opened: Annotated[bool, typer.Option("--open", help="Open it in the word processor.")] = False,
    as_at: AsAt = None,
) -> None:
    """Write a paper as a Word file (invitations for calendars, pack and archive as a zip) and print where it is.

    By default it is the open version, in which what is restricted is absent; a line in its place says why.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.services.export import render

    if paper is not Paper.CHANGES and (since or until):
        raise typer.BadParameter("It goes with changes.", param_hint="--from" if since else "--until")
    if to is None:
        from boardtui.config import load

        to = load().papers()
    number = {Paper.LETTER: letter, Paper.REPORT: report, Paper.SCRUTINY: report}.get(paper, meeting)
    with closing(open_desk(file, as_at=as_at)) as desk, Telling() as told, telling(told):
        if paper is Paper.CHANGES:
            from boardtui.services.changes import export as export_changes

            path = export_changes(desk, to, since, until)
            print(path)
            if opened:
                typer.launch(str(path))
            return
        if paper is Paper.BRIEF:
            from boardtui.services.brief import export as export_brief

            path = export_brief(desk, meeting, to)
            print(path)
            if opened:
                typer.launch(str(path))
            return
        if paper is Paper.SHEETS:
            from boardtui.services.action_sheets import export as export_sheets

            print(*export_sheets(desk, to, version).paths, sep="\n")
            return
        if paper is Paper.INVITATIONS:
            from boardtui.services.invitations import export as export_invitations

            print(*export_invitations(desk, to, meeting), sep="\n")
            return
        if paper is Paper.PACK:
            from boardtui.services.pack import export as export_pack

            print(*export_pack(desk, meeting, to, version), sep="\n")
            return
        made = render(desk, cast("Kind", paper.value), number, lead, edition, version)
        path = made.save(to)
    print(path)
    if version == PaperVersion.OPEN and made.withheld.number:
        print(f"Withheld: {made.withheld.said}. With them: --version restricted", file=sys.stderr)
    if opened:
        typer.launch(str(path))


def check(file: Board, against: Against = None) -> None:
    """Check that the file is sound: links, the journal's chain, every row against its replay, every seal.

    With --against, also that the record reaches as far as a seal printed in a signed paper: an end that was cut off
    leaves no other trace. The search index of a sound file is made anew where it does not agree with the records.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.services.check import check as run_check
    from boardtui.services.check import counted, search_index

    with closing(open_desk(file)) as desk, Telling() as told:
        problems, counts = desk.read(lambda db: (run_check(db, against, told), counted(db)))
        searched = "" if problems else search_index(desk)
    for problem in problems:
        print(one_line(f"{problem.place}: {problem.message}"))
    if problems:
        raise BoardError(
            f"{file} is not sound.",
            "What is named above was not written by the program, or was changed or lost since.",
            "Keep this file, and compare it with a backup.",
        )
    print(f"{file} is sound.", *counts.said, searched, sep="\n")


def text_of(notes: str) -> str:
    """Return what a text file holds, `-` for what is piped in; refuse in words what is no text."""
    try:
        raw = sys.stdin.buffer.read() if notes == "-" else Path(notes).read_bytes()
    except OSError as problem:
        raise BoardError(
            f"{notes} cannot be read: {problem.strerror}.",
            "Nothing was loaded.",
            "Check the name of the file, and that you may read it.",
        ) from problem
    for encoding in ("utf-8-sig", "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252" and "\0" in text:  # bytes of a picture or a program, not of a text
            break
        return text
    raise BoardError(f"{notes} is not text.", "Nothing was loaded.", "Save it as plain text (UTF-8) and try again.")
