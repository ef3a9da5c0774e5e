"""The command line: every command over the same services as the screens; heavy imports inside the commands."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer
from typer.core import TyperGroup

from boardtui.cli.commands import with_commands
from boardtui.errors import BoardError, EncryptedError

app = typer.Typer(
    name="boardtui",
    help="Run a council's Improvement Board: agendas, live minutes, actions, ratings and Word papers.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def last(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the versions and the folders.")] = False,
) -> None:
    """Open the last Board, or a welcome that offers the sample, a new Board or a file."""
    if version:
        from boardtui.services.about import folders, versions

        print(*(f"{name} {said}" for name, said in (*versions(), *folders())), sep="\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from boardtui.bootstrap import run_last

        run_last()


def program() -> TyperGroup:
    """Return the whole command line."""
    return with_commands(typer.main.get_group(app))


STOPPED = 130
"""The exit code of a command that ctrl+c ended; Typer gives it, and says nothing."""
SAFE = "Stopped. What was saved is safe."


def _run() -> None:
    """Run the command; where a file turns out to be encrypted, ask for its passphrase and run it again."""
    try:
        program()()
    except EncryptedError as problem:
        from boardtui.bootstrap import unlock

        unlock(problem)
        _run()


def main() -> NoReturn:
    """Run the command line; what went wrong is one clear message and exit code 1, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        _run()
    except BoardError as problem:
        from boardtui.domain.text import clean

        print(clean(str(problem)), file=sys.stderr)
    except SystemExit as ended:
        if ended.code == STOPPED:
            print(SAFE, file=sys.stderr)
        raise
    except KeyboardInterrupt:
        print(SAFE, file=sys.stderr)
        sys.exit(STOPPED)
    except BrokenPipeError:
        sys.stderr.close()
    except Exception as problem:
        from boardtui.crash import explained

        print(explained(problem), file=sys.stderr)
    sys.exit(1)
