"""What is shown of the program itself: versions, folders, licence, and that it sends nothing."""

from __future__ import annotations

from textual.content import Content

from boardtui import services
from boardtui.ui.modals.reader import Reader
from boardtui.ui.widgets.literal import DIALOG, hanging, literal

_NAMES = 12


def about() -> Reader:
    """Return a page about the program."""
    facts = [*services.about.versions(), *services.about.folders()]
    lines = [hanging(literal(f"{name:<{_NAMES}}", "bold"), said, DIALOG) for name, said in facts]
    lines += [
        Content(""),
        *(hanging("", said, DIALOG) for said in (services.about.SENDS_NOTHING, services.about.LICENCE + ".")),
    ]
    return Reader(Content("About boardtui"), Content("\n").join(lines))
