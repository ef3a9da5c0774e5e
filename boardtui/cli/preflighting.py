"""The before-you-issue check on the command line: what is found, how to mend it, what was let stand (rule 11)."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardtui.cli.options import As, AsAt, Board, By, Json
from boardtui.domain.preflight import PaperKind
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.text import one_line, plural

if TYPE_CHECKING:
    from boardtui.domain.preflight import Finding

_NUMBERED_BY = {
    PaperKind.AGENDA: "--meeting",
    PaperKind.MINUTES: "--meeting",
    PaperKind.LETTER: "--letter",
    PaperKind.PLAN: "--meeting",
}


def preflight(
    file: Board,
    paper: Annotated[PaperKind, typer.Argument(metavar="PAPER", help=f"Which paper: {', '.join(PaperKind)}.")],
    meeting: Annotated[int | None, typer.Option("--meeting", metavar="N", help="Of which meeting.")] = None,
    letter: Annotated[int | None, typer.Option("--letter", metavar="N", help="Which letter.")] = None,
    report: Annotated[int | None, typer.Option("--report", metavar="N", help="Which report.")] = None,
    version: Annotated[PaperVersion, typer.Option("--version", help="The version that leaves.")] = PaperVersion.OPEN,
    key: Annotated[str | None, typer.Option("--override", metavar="KEY", help="Let this finding stand.")] = None,
    because: Annotated[str | None, typer.Option("--because", metavar="TEXT", help="Why it may stand.")] = None,
    as_json: Json = False,
    by: By = None,
    role: As = None,
    as_at: AsAt = None,
) -> None:
    """Check a paper before it leaves: actions, figures, quorum, what is restricted, a child's identity.

    The exit code is 0 when nothing is left open, 1 otherwise.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.store.reading import preflight as reading

    number = _number(paper, {"--meeting": meeting, "--letter": letter, "--report": report})
    if (key is None) != (because is None):
        raise typer.BadParameter("--override and --because go together.")
    with closing(open_desk(file, by=by, role=role, as_at=as_at)) as desk:
        if key is not None and because is not None:
            from boardtui.services import preflight as service

            desk.do(lambda work: service.override(work, paper, number, key, because))
        of = desk.read(lambda db: reading.numbered(db, paper, number, desk.today))
        findings = desk.read(lambda db: reading.preflight(db, paper, of, desk.today, version))
    _print(reading.paper_name(paper, of), version, findings, as_json)
    raise typer.Exit(1 if any(one.let_stand is None for one in findings) else 0)


def _number(paper: PaperKind, given: dict[str, int | None]) -> int | None:
    """Return the number that goes with a paper; refuse one that goes with another."""
    option = _NUMBERED_BY.get(paper, "--report")
    for name, number in given.items():
        if number is not None and name != option:
            raise typer.BadParameter(f"{name} does not go with {paper}; {option} does.", param_hint=name)
    return given[option]


def _print(name: str, version: PaperVersion, findings: list[Finding], as_json: bool) -> None:
    from boardtui.cli.shapes import print_json
    from boardtui.domain.preflight import still_open

    left = still_open(findings)
    if as_json:
        shape = {"paper": name, "version": version, "open": len(left), "findings": [_shape(one) for one in findings]}
        print_json(shape)
        return
    for one in findings:
        print(one_line(f"{'stands' if one.let_stand else 'open'}: {one.check.words}, key {one.key}"))
        print(f"  {one_line(f'{one.where}: {one.said}')}")
        print(f"  {one_line(_afterwards(one))}")
    stands = len(findings) - len(left)
    let = f" {plural(stands, 'finding')} let stand." if stands else ""
    said = f"{plural(len(left), 'finding')} left open." if left else "Nothing is left open."
    print(f"{name.capitalize()}, {version} version: {said}{let}")


def _afterwards(one: Finding) -> str:
    from boardtui.domain.dates import show

    if one.let_stand is None:
        return one.fix
    by = f" by {one.let_stand.by}" if one.let_stand.by else ""
    return f"Let stand{by} on {show(one.let_stand.on)}: {one.let_stand.because}"


def _shape(one: Finding) -> dict[str, Any]:
    stands = one.let_stand
    let = {"because": stands.because, "by": stands.by, "on": stands.on} if stands else None
    return {
        "key": one.key,
        "check": one.check,
        "where": one.where,
        "said": one.said,
        "fix": one.fix,
        "overridden": let,
    }
