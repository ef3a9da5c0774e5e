"""The command line: every command over the same services as the screens; heavy imports inside the commands."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import NoReturn

import typer

from boardtui.cli import (
    adding,
    adding_assurance,
    adding_dataset,
    adding_notice,
    adding_reports,
    asking,
    backing_up,
    confirming,
    encrypting,
    handing,
    listing,
    opening,
    papers,
    preflighting,
    reading_back,
    recovering,
    searching,
    signing,
    telling,
    templates,
    tracing,
)
from boardtui.domain.text import clean
from boardtui.errors import BoardError, EncryptedError

app = typer.Typer(
    name="boardtui",
    help="Run a council's Improvement Board: agendas, live minutes, actions, ratings and Word papers.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
opening.register(app)
listing.register(app)
searching.register(app)
for part in (adding_dataset, adding_notice, adding_assurance, adding_reports):
    part.register(adding.app)
app.add_typer(adding.app, name="add")
papers.register(app)
tracing.register(app)
preflighting.register(app)
reading_back.register(app)
signing.register(app)
confirming.register(app)
asking.register(app)
handing.register(app)
telling.register(app)
recovering.register(app)
backing_up.register(app)
app.add_typer(templates.app, name="templates")
encrypting.register(app)


def _run() -> None:
    """Run the command; where a file turns out to be encrypted, ask for its passphrase and run it again."""
    try:
        app()
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
        print(clean(str(problem)), file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. What was saved is safe.", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    except Exception as problem:
        from boardtui.crash import explained

        print(explained(problem), file=sys.stderr)
    sys.exit(1)
