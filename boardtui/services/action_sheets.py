"""Action sheets out: for each lead a Word file of what is open, and the words of an e-mail to go with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from boardtui import paths
from boardtui.documents.writing import save
from boardtui.domain.covering import covering
from boardtui.domain.emails import Email, signed
from boardtui.domain.restriction import PaperVersion
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.services.export import render
from boardtui.store.reading.papers import action_log_paper


@dataclass(frozen=True)
class Sheets:
    """What was written: the sheets and the text with every e-mail's words, and the e-mails one by one."""

    paths: tuple[Path, ...]
    emails: tuple[Email, ...]


def export(desk: Desk, folder: Path | None = None, version: PaperVersion = PaperVersion.OPEN) -> Sheets:
    """Write a sheet for each office that leads an open action, and one text file with the words to go with them.

    The words never name what is restricted, whichever version the sheets are. Raises BoardError if no action is open.
    """
    folder = folder or paths.documents_folder()
    log = desk.read(lambda db: action_log_paper(db, desk.today))
    leads = [initials for initials in log.people if any(initials in one.leads for one in log.open)]
    if not leads:
        raise BoardError("No action is open.", "There is no sheet to write.", "Look at the action log.")
    papers = {lead: desk.read(partial(action_log_paper, today=desk.today, lead=lead)) for lead in leads}
    signs = signed(desk.who, desk.role)
    emails = tuple(covering(paper, lead, signs) for lead, paper in papers.items())
    sheets = [render(desk, "actions", lead=lead, version=version).save(folder) for lead in leads]
    words = "\n---\n\n".join(email.text for email in emails).encode()
    return Sheets((*sheets, save(words, folder, f"covering-words-{desk.today.isoformat()}.txt")), emails)
