"""The registry of the command line: each command by name, where it is, and what it does; loaded when it is called.

Help over all of them is made from this table alone, so that it costs what a small program's does.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

GROUPS = {
    "add": "Add a record of any kind; its reference is printed.",
    "templates": "The Word templates and the standing agenda, which a council may change.",
}
"""The commands that have commands of their own."""

COMMANDS = {
    "open": ("opening:open_board", "Open a Board on the screen, if asked as it stood at an earlier meeting or date."),
    "demo": ("opening:demo", "Look at a sample Board; it is built the first time, and kept with what you do to it."),
    "new": (
        "opening:new",
        "Start a new Board with its instrument's standard duties and checks, and its first meeting's agenda.",
    ),
    "config": (
        "configuring:config",
        "Open your settings in your editor, made first if there are none, and check them; --check only checks.",
    ),
    "thresholds": (
        "thresholds:thresholds",
        "Show from when things are pressing in this Board, or change it for all who read it; the Notice’s rules stay.",
    ),
    "particulars": (
        "particulars:particulars",
        "Show the Board's name, place, quorum, addressee and letterhead, or change them.",
    ),
    "words": (
        "words:words",
        "List the Board's abbreviations and own words, enter or change one, or remove it.",
    ),
    "letterhead": (
        "heading:letterhead",
        "Put a picture at the head of every paper but the Chair's own, or with --none take it off.",
    ),
    "status": (
        "opening:status",
        "Print the Board's state in short: next meeting, ratings, overdue actions, compliance.",
    ),
    "list": ("listing:list_records", "List records of one kind: as a table, or with --json as one document."),
    "show": (
        "showing:show",
        "Show a picture in letters, in sentences (--text) or as JSON: who came, ratings, duties, actions, indicators.",
    ),
    "search": (
        "searching:search",
        "Search everything: minutes, actions, plan, ratings, requirements, people, letters, evidence; nearest first.",
    ),
    "minute": (
        "papers:minute",
        "Load a meeting's notes, typed in any editor in the grammar of live mode; all or nothing.",
    ),
    "step": (
        "stepping:step",
        "Take a meeting, a letter or a report one step further; print what was done.",
    ),
    "redraft": (
        "redrafting:redraft",
        "Draft a letter or report again from the records, and name the parts that read otherwise.",
    ),
    "update": (
        "updating:update",
        "Enter between meetings what became of an action: an update, done, closed, returned to its lead, or moved.",
    ),
    "import": (
        "importing:import_sheet",
        "Bring in a sheet as councils keep them: all of it or nothing, and undone in one step.",
    ),
    "export": (
        "papers:export",
        "Write a paper as a Word file (invitations for calendars, pack and archive as a zip) and print where it is.",
    ),
    "check": (
        "papers:check",
        "Check that the file is sound: links, the journal's chain, every row against its replay, every seal.",
    ),
    "trace": (
        "tracing:trace",
        "Follow the golden thread both ways from any record; of a letter, report or figure, name its sources.",
    ),
    "preflight": (
        "preflighting:preflight",
        "Check a paper before it leaves: actions, figures, quorum, what is restricted, a child's identity.",
    ),
    "readback": (
        "reading_back:readback",
        "Show what was changed and commented in a paper in Word, point by point, and take it over or leave it.",
    ),
    "verify": ("signing:verify", "Say who signed a Word file and when, and whether it still says what was signed."),
    "editions": (
        "signing:editions",
        "List the editions of a signed paper with their seals; with --from and --to, what differs between two.",
    ),
    "passphrase": (
        "confirming:passphrase",
        "Set, change or remove the passphrase that is asked for when the Chair signs in the program.",
    ),
    "queries": ("asking:queries", "Print the Chair's open queries as e-mails to paste, one for each lead."),
    "handover": (
        "handing:handover",
        "Write a copy for the other side and give the pen away: this file is only read until the copy is adopted.",
    ),
    "adopt": (
        "handing:adopt",
        "Take a returned copy back: entry by entry if it continues this file, else record by record; nothing is lost.",
    ),
    "history": (
        "telling:history",
        "Print who changed what, when and in which role, of the whole Board or of one record, newest first.",
    ),
    "recover": (
        "recovering:recover",
        "Restore what was deleted, by its number in “boardtui list deleted”, with what hung on it.",
    ),
    "backup": (
        "backing_up:backup",
        "Make a backup, checked, beside the Board, or with --to a copy in another folder; print where it is.",
    ),
    "restore": (
        "backing_up:restore",
        "Restore a backup, also into a file that is damaged or gone; what it takes the place of is kept first.",
    ),
    "encrypt": (
        "encrypting:encrypt",
        "Encrypt a Board and its backups under a passphrase that is asked for; a lost passphrase is a lost Board.",
    ),
    "decrypt": (
        "encrypting:decrypt",
        "Write an encrypted Board and its backups plain, so that they open without a passphrase.",
    ),
    "rekey": ("encrypting:rekey", "Change the passphrase of an encrypted Board and of its backups."),
    "add person": ("adding:person", "Add an office and who holds it."),
    "add item": ("adding:item", "Add an item to a meeting's agenda, before any other business."),
    "add action": ("adding:action", "Raise an action of a meeting."),
    "add line": ("adding:line", "Add a line to the Improvement Plan."),
    "add rating": (
        "adding:rating",
        "Give a plan line a rating at a meeting: agreed, or with --proposed proposed by its lead.",
    ),
    "add meetings": ("adding:meetings", "Continue the series of meetings; print each date and what moved it."),
    "add indicator": (
        "adding_dataset:indicator",
        "Add an indicator to the dataset, with its baseline and both targets.",
    ),
    "add value": (
        "adding_dataset:value",
        "Enter an indicator's value for a period; a second one restates it and says why.",
    ),
    "add evidence": (
        "adding_dataset:evidence",
        "Enter a piece of evidence for a plan line: where it is kept, of what date, who verified it.",
    ),
    "add source": ("adding_notice:source", "Add a published document that holds requirements."),
    "add requirement": ("adding_notice:requirement", "Add one thing a document requires, by its paragraph."),
    "add obligation": ("adding_notice:obligation", "Add a dated duty, once or again and again."),
    "add variation": (
        "adding_notice:variation",
        "Record another interval between meetings that the department agreed beforehand (Notice 7.2).",
    ),
    "add agreement": (
        "adding_notice:agreement",
        "Record that a body agreed what the Notice asks to be agreed (Notice 5.1, 5.8, 6.1, 7.1, 7.3).",
    ),
    "add correspondence": ("adding_notice:correspondence", "Enter a letter received, and what it asks by when."),
    "add assurance": ("adding_assurance:assurance", "Enter an audit, review, visit or inspection, planned or done."),
    "add finding": (
        "adding_assurance:finding",
        "Enter a finding of an audit or review; with --becomes it is a requirement as well.",
    ),
    "add support": ("adding_assurance:support", "Enter a package of support from outside (Notice 7.1)."),
    "add letter": (
        "adding_reports:letter",
        "Start the Chair's next letter to the Minister, drafted from the meetings since the last one.",
    ),
    "add report": (
        "adding_reports:report",
        "Start one of the Chair's reports, or the Leader's, drafted from the records (Notice 8.1, 8.2).",
    ),
    "add scrutiny": (
        "adding_reports:scrutiny",
        "Start a report to the scrutiny committee, drafted under its own headings.",
    ),
    "templates list": (
        "templates:list_",
        "List the templates: shipped or your own, and whether yours was checked as it is now.",
    ),
    "templates copy": (
        "templates:copy",
        "Copy a shipped template into your own folder, to be changed there, and print where it is.",
    ),
    "templates check": (
        "templates:check",
        "Check your own templates, or one, by its name or its file: what is wrong in it, and where.",
    ),
}
"""Each command with its module and function, and the first line of that function's docstring."""


class Listed(TyperCommand):
    """A command as the help lists it; what it takes and does is imported when it is called."""

    def __init__(self, name: str, where: str, does: str) -> None:
        super().__init__(name, help=does, rich_markup_mode=None)
        self._where = where

    @cached_property
    def loaded(self) -> Any:
        """The command itself, with its arguments and options."""
        module, _, function = self._where.partition(":")
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(self.name)(getattr(import_module(f"boardtui.cli.{module}"), function))
        return get_command(alone)

    def make_context(self, *told: Any, **named: Any) -> Any:
        """Begin the command itself."""
        return self.loaded.make_context(*told, **named)


def with_commands(root: TyperGroup) -> TyperGroup:
    """Add every command to the root of the command line."""
    groups = {name: TyperGroup(name=name, help=does, rich_markup_mode=None) for name, does in GROUPS.items()}
    for call, (where, does) in COMMANDS.items():
        group, _, name = call.rpartition(" ")
        groups.get(group, root).add_command(Listed(name, where, does))
    for one in groups.values():
        root.add_command(one)
    return root
