"""The one registry of commands: footer, help, palette, keymap and README's key table are made from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType

EVERYWHERE = "everywhere"
_ONLY_READS = (
    *("open", "filter", "export", "section", "section-back", "view"),
    *("mark", "mark-to-here", "mark-all", "views", "saved-view"),
    *("hand-over", "take-over"),
    *("thread", "walk", "across", "record", "mend", "preflight", "see-draft", "editions", "whole"),
    *("forward", "brief", "words", "spelling", "room", "leave", "meeting", "queue", "later", "next", "previous"),
    *("readback", "history", "older", "newer", "as-at", "changed", "between"),
    *("undo-list", "deleted", "backups", "keep", "about", "picture", "read", "tour", "another"),
)

_MANY = (
    *(f"actions-{verb}" for verb in ("update", "done", "close", "give-back", "move", "owners", "withdraw")),
    *(f"plan-{verb}" for verb in ("move", "owners")),
    *("meeting-defer", "meeting-remove", "people-edit", "people-group"),
)
"""Commands that are done to all marked rows of a list."""

_OF_A_RECORD = ("open", "edit", "rate", "thread", "query", "filter")
"""Commands of a list that nothing can be done with while it is empty."""

_ON_LISTS = ("add", "export", "bring-in", "mark", "mark-to-here", "mark-all")
"""Commands of a list that are not about the record in hand."""

MARKS = (
    ("mark", "space", "mark", "Mark the row, or take the mark off: a command is then done to all that are marked"),
    ("mark-to-here", "M", "mark to here", "Mark every row from the one marked last to this one"),
    ("mark-all", "A", "mark all", "Mark all that is shown, or take the marks off"),
)
"""How rows are marked, the same in every list with commands for many."""

VIEWS = (
    ("views", "V", "views", "The saved views of this list: show one, save the filter as one, remove one"),
    ("saved-view", "f2,f3,f4,f5,f6", "saved view", "Show a saved view: the first, the second, and so on"),
)
"""How a filter is kept and got back, the same in every list with a filter of more than words."""

DUPLICATE = "Make a new one like it, with its particulars filled in"
"""Said of the key that duplicates a record, which is the same wherever there is one."""

OWNERS = "Change who leads it"
"""Said of the key that changes who leads an action or a plan line."""

IN_EVERY_PALETTE = (
    *("home-undo-list", "home-deleted", "home-hand-over", "home-take-over", "home-backups", "home-tour", "home-about"),
)
"""Commands of Home that the palette offers on every screen; the application does them."""

THREAD = "Follow the golden thread: what it comes from, what it leads to"
"""Said of the thread's key, which is the same wherever there is one (rule 4)."""

PACK = "Write the pack: agenda, the minutes before, action log and plan report, as a zip and a PDF"
FORWARD = "See meeting by meeting what will come: items, actions, plan lines, duties, figures"
BRIEF = "Read the Chair's private brief: one page of what to press on at the meeting"
ROOM = "Show only what the room may see, large, for a projector: nothing restricted; the same key comes back"
HISTORY = "Tell who changed what of it, when and in which role"
"""Said of the history's key, which is the same wherever there is one."""

RESTRICT = "Restrict it, with a reason; or open it again"
"""Said of the key that restricts an action."""

READBACK = "Read back a Word file: what was changed and commented in it"
"""Said of the key that reads a Word file back, which is the same wherever papers go out (DESIGN 6)."""


ABOUT = "Tell the versions, the folders and the licence of this program"
"""Said of the key that tells about the program."""

TOUR = "Be shown round a sample Board in seven steps"
"""Said of the key of the tour."""

BRING_IN = "Bring in a sheet you have: Excel, CSV or a table in Word"
"""Said of the key that brings in a sheet, which is the same wherever there is one."""


@dataclass(frozen=True)
class Command:
    """Something a person can do: `where` names the screen, `does` the action it runs there.

    `footer` commands are hinted at in the last line; the others are in help and in the palette.
    One that is heard `in_dialogs` works while one is open too.
    """

    id: str
    key: str
    label: str
    help: str
    where: str = EVERYWHERE
    does: str = ""
    footer: bool = False
    in_dialogs: bool = False

    @property
    def changes(self) -> bool:
        """Say whether it changes the Board, and so cannot be done to the Board as at an earlier date."""
        if self.where == EVERYWHERE:
            return self.id in ("undo", "redo")
        return self.id.removeprefix(f"{self.where}-") not in _ONLY_READS and self.where not in ("welcome", "adopt")

    @property
    def takes_many(self) -> bool:
        """Say whether it is done to all marked rows of its list."""
        return self.id in _MANY

    @property
    def of_a_record(self) -> bool:
        """Say whether it is about a record of the list, so that an empty one has no use for it."""
        return self.takes_many or self.id.removeprefix(f"{self.where}-") in _OF_A_RECORD

    @property
    def only_one(self) -> bool:
        """Say whether it changes the record in hand alone, so that it does nothing while several are marked."""
        verb = self.id.removeprefix(f"{self.where}-")
        return self.changes and not self.takes_many and verb not in _ON_LISTS

    @property
    def action(self) -> str:
        """Return the Textual action to run: named after the command unless said otherwise."""
        return self.does or self.id.removeprefix(f"{self.where}-").replace("-", "_")


def _in(where: str, *rows: tuple[str, str, str, str]) -> tuple[Command, ...]:
    """Make a screen's commands; a label that begins with `+` is hinted at in the footer."""
    return tuple(
        Command(f"{where}-{verb}", key, label.removeprefix("+"), text, where, "", label.startswith("+"))
        for verb, key, label, text in rows
    )


def _place(number: int, place: str, text: str) -> Command:
    return Command(place, str(number), place.capitalize(), text, does=f"place('{place}')")


COMMANDS: tuple[Command, ...] = (
    _place(1, "home", "Where the Board stands today"),
    _place(2, "meetings", "The series of meetings, agendas and minutes"),
    _place(3, "actions", "The action log"),
    _place(4, "plan", "The Improvement Plan and its ratings"),
    _place(5, "indicators", "The performance dataset"),
    _place(6, "notice", "Requirements, dated duties and compliance"),
    _place(7, "letters", "Letters, reports, and the letters received"),
    _place(8, "people", "Members, officers, groups and attendance"),
    Command("back", "escape", "back", "Go back one step"),
    Command("undo", "ctrl+z", "undo", "Take back the last change"),
    Command("redo", "ctrl+y", "redo", "Make the change again that was taken back"),
    Command(
        "find",
        "ctrl+f",
        "search",
        "Search everything: minutes, actions, plan, Notice, people, letters, evidence",
        footer=True,
    ),
    Command("list-out", "X", "list out", "Take out the list shown: Excel, CSV, JSON, or text to paste"),
    Command("copy-text", "C", "copy", "Copy the record in hand as text, to paste into an e-mail"),
    Command("palette", "ctrl+p", "commands", "Choose from everything that can be done here", footer=True),
    Command(
        "jump",
        "ctrl+o",
        "jump",
        "Show a letter on each part of the screen and each record in sight; that letter goes there",
        in_dialogs=True,
    ),
    Command("role", "f7", "act as", "Act as … the administrator, the secretary or the Chair"),
    Command("theme", "f12", "colours", "Choose the colours: dark, light, high contrast, safe for the colour-blind"),
    Command("help", "question_mark", "keys", "Show the keys of this screen"),
    Command("quit", "q,ctrl+q", "quit", "Leave; everything is saved"),
    *_in(
        "home",
        ("open", "enter", "+open", "Open the list behind the figure"),
        ("as-at", "t", "+as at", "Read the whole Board as at an earlier meeting or date; from there, come back to now"),
        ("queue", "c", "+queue", "Go through what waits for the Chair, one thing at a time"),
        ("changed", "w", "+changed", "See what changed since the last meeting, or between two"),
        ("hand-over", "o", "+hand over", "Hand the Board over, adopt a file that came back, or take the pen back"),
        ("take-over", "g", "take over", "Take the Board over from a program that has it open elsewhere"),
        ("history", "h", "+history", "Tell who changed what in this Board, when and in which role"),
        ("undo-list", "z", "undo list", "List what can be undone or made again, to go several steps at once"),
        ("deleted", "d", "deleted", "List what was deleted, to read or restore it"),
        ("backups", "b", "backups", "List the backups with what each holds, to make or restore one"),
        ("bring-in", "i", "from a sheet", BRING_IN),
        ("particulars", "p", "the Board", "Change the Board's name, place, quorum, addressee and letterhead"),
        ("put-away", "y", "+hide checklist", "Put away the list of what a new Board still needs"),
        ("tour", "r", "tour", TOUR),
        ("another", "n", "another Board", "Leave this Board for the welcome, to open another or start a new one"),
        ("about", "v", "about", ABOUT),
        (
            "thresholds",
            "e",
            "thresholds",
            "Change from when a duty is due soon, an action amber, the Chair asked",
        ),
    ),
    *_in(
        "backups",
        ("open", "enter", "+what would change", "Read what would leave the Board, and come back, if it were restored"),
        ("restore", "r", "+restore", "Restore it; what is there now is kept first, so this can be taken back"),
        ("keep", "a", "+back up now", "Make a backup now"),
        ("filter", "slash", "+filter", "Show only what has these words"),
    ),
    *_in(
        "undo-list",
        ("open", "enter", "+go back to here", "Undo this and all that was done after it; or make again up to this"),
        ("filter", "slash", "+filter", "Show only what has these words"),
    ),
    *_in(
        "deleted",
        ("open", "enter", "+read in full", "Read in full what was deleted with it"),
        ("restore", "r", "+restore", "Restore it, with what hung on it"),
        ("filter", "slash", "+filter", "Show only what has these words"),
    ),
    *_in(
        "history",
        ("open", "enter", "+whole entry", "Read everything that was changed in one go, before and after"),
        ("filter", "slash", "+filter", "Show only some: words, who:name, role:chair, kind:rating, since:2013-03-01"),
        ("older", "n", "+older", "Show what was done before these"),
        ("newer", "p", "+newer", "Show what was done after these"),
        ("export", "x", "+export", "Export what is shown, and all its pages, as a CSV file"),
    ),
    *_in(
        "queue",
        ("agree", "a", "+agree", "Agree: close an action reported done; accept a slip or a rating as it stands"),
        ("sign", "s", "+sign", "Show exactly what will be signed, and sign it"),
        ("query", "y", "+query", "Ask something about it, of its lead; or record the answer that came"),
        ("give-back", "r", "+return", "Return it, saying why"),
        ("later", "l", "+later", "Leave it for the end of this sitting"),
        ("thread", "o", "+evidence", THREAD),
        ("reword", "e", "reword", "Change an action's words; the log shows them as the Chair's"),
        ("open", "enter", "+open", "Open the record itself"),
        ("export", "x", "+queries", "The queries as e-mails to copy, one for each lead"),
        ("history", "h", "history", HISTORY),
        ("brief", "t", "+brief", BRIEF),
        ("next", "right", "next", "The next thing in the queue"),
        ("previous", "left", "previous", "The thing before"),
    ),
    *_in(
        "changes",
        ("between", "t", "+other meetings", "Choose the two meetings or days to compare"),
        ("export", "x", "+export", "Export what changed to Word"),
    ),
    *_in(
        "meetings",
        ("open", "enter", "+open", "Open the meeting: its agenda, or its minutes"),
        ("add", "a", "+add", "Add meetings to the series"),
        ("step", "n", "+next step", "Take the meeting one step further"),
        ("move", "m", "+move", "Move the meeting to another date"),
        ("cancel", "c", "+cancel", "Cancel the meeting"),
        ("forward", "f", "+forward plan", FORWARD),
        ("brief", "t", "Chair's brief", BRIEF),
        ("deadlines", "d", "deadlines", "Say how many working days before and after papers, agenda, minutes are due"),
        ("history", "h", "history", HISTORY),
        ("export", "x", "+export", "Export the agenda or the minutes to Word"),
        ("pack", "g", "pack", PACK),
        ("invitations", "i", "invitations", "Write the meetings to come as a calendar file, to be sent round"),
        ("readback", "r", "from Word", READBACK),
        ("filter", "slash", "filter", "Show only what has these words"),
        *VIEWS,
    ),
    *_in(
        "meeting",
        (
            "open",
            "enter",
            "+lines",
            "Show the lines minuted under the item; change a line, or an item to come",
        ),
        ("edit", "e", "+edit", "Change the item, or the line of its minutes"),
        ("filter", "slash", "+find", "Show only the items and lines that have these words; lines by is:decision"),
        *VIEWS,
        ("start", "s", "+start", "Start the meeting, or return to it, in live mode"),
        ("add", "a", "+add", "Add an item after this one"),
        ("duplicate", "D", "duplicate", DUPLICATE),
        ("defer", "d", "+defer", "Defer the item to a later meeting"),
        ("remove", "delete", "remove", "Remove the item, or the line of its minutes"),
        *MARKS,
        ("issue", "i", "+issue", "Issue the agenda"),
        ("export", "x", "+export", "Export the agenda or the minutes to Word"),
        ("pack", "g", "pack", PACK),
        ("step", "n", "+next step", "Take the meeting one step further"),
        ("up", "left_square_bracket,shift+up", "+up", "Move the item up"),
        ("down", "right_square_bracket,shift+down", "+down", "Move the item down"),
        ("particulars", "p", "time, place", "Change the meeting's time and place"),
        ("forward", "f", "forward plan", FORWARD),
        ("brief", "t", "Chair's brief", BRIEF),
        ("room", "l", "projector", ROOM),
        ("spelling", "u", "spelling", "List the words that may be misspelt, with what they may have been meant to be"),
        ("preflight", "b", "before it leaves", "Look the agenda or the minutes through before they leave"),
        ("editions", "c", "editions", "Read and compare what was signed, edition by edition"),
        ("amend", "w", "amend", "Amend a paragraph of signed minutes, saying why"),
        ("readback", "r", "from Word", READBACK),
        ("restrict", "v", "+restrict", "Restrict the item or a paragraph, with a reason; or open it again"),
        ("thread", "o", "thread", THREAD),
        ("history", "h", "history", HISTORY),
        ("query", "y", "query", "Record the answer to the Chair's query; the Chair asks one"),
    ),
    *_in(
        "words",
        ("edit", "e,enter", "+edit", "Say what the abbreviation means"),
        ("add", "a", "+abbreviation", "Add an abbreviation with what it means"),
        ("word", "w", "+word", "Add a word that is spelt as it is"),
        ("switch", "n", "+spelt out or not", "Spell the abbreviation out in the minutes, or leave it as it is"),
        ("remove", "delete", "remove", "Take the word out of the Board's own"),
        ("filter", "slash", "+filter", "Show only what has these words"),
    ),
    *_in(
        "room",
        ("leave", "l", "+back", "Go back to the meeting"),
    ),
    *_in(
        "brief",
        ("whole", "m", "+all / one page", "Show all of it; or again what fits on one page"),
        ("export", "x", "+export", "Write it as a Word file of one page, marked private"),
    ),
    *_in(
        "forward",
        ("open", "enter", "+open", "Open what the cursor stands on: an action, a plan line, a duty, an item"),
        ("add", "a", "+add an item", "Add an item to the agenda of the meeting the cursor stands in"),
        ("meeting", "m", "+meeting", "Open the meeting the cursor stands in"),
        ("export", "x", "+export", "Export the forward plan to Word"),
        ("filter", "slash", "+filter", "Show only what has these words"),
    ),
    *_in(
        "live",
        ("card", "f1", "+help", "Every kind of line that can be typed, and every key"),
        ("previous", "f2", "item before", "Go to the item before"),
        ("next", "f3", "+next", "Go to the item after"),
        ("items", "f4", "+item", "Choose the item to go to"),
        ("register", "f5,ctrl+r", "+register", "Mark who is here"),
        ("earlier", "f6", "+earlier", "Everything said and done earlier on this item, action or line"),
        ("tidy", "f8", "+tidy", "The lines that were not understood, to put right"),
        ("readback", "f9", "+close", "Read back the meeting's actions, then close it"),
        ("room", "ctrl+l", "projector", ROOM),
        (
            "convert",
            "ctrl+t",
            "+type",
            "Turn the line, or the last entry, into an action, a decision, a challenge, a note",
        ),
    ),
    *_in(
        "actions",
        ("open", "enter", "+open", "Open the action with its log"),
        ("add", "a", "+add", "Raise an action"),
        ("update", "u", "+update", "Add to the action's log"),
        ("done", "d", "+done", "Report it done, as its owner says"),
        ("close", "c", "+close", "Close it: the Board or Chair accepts it, with evidence"),
        ("give-back", "r", "+return", "Return it to its lead, saying why"),
        ("move", "m", "move", "Move its due date, saying why"),
        ("duplicate", "D", "duplicate", DUPLICATE),
        ("owners", "l", "lead", OWNERS),
        ("reword", "w", "reword", "Change its words"),
        ("withdraw", "delete", "withdraw", "Withdraw it, saying why"),
        ("restrict", "v", "restrict", RESTRICT),
        *MARKS,
        ("thread", "o", "thread", THREAD),
        ("history", "h", "history", HISTORY),
        ("filter", "slash", "+filter", "Show only some: words, is:open, owner:DCS, due:<30d"),
        *VIEWS,
        ("export", "x", "+export", "Export the action log to Word, whole or for one lead"),
        ("bring-in", "i", "+from a sheet", BRING_IN),
        ("picture", "p", "picture", "See the actions from meeting to meeting: open, raised, ended"),
    ),
    *_in(
        "action",
        ("update", "u", "+update", "Add to the action's log"),
        ("done", "d", "+done", "Report it done, as its owner says"),
        ("close", "c", "+close", "Close it: the Board or Chair accepts it, with evidence"),
        ("give-back", "r", "+return", "Return it to its lead, saying why"),
        ("move", "m", "+move", "Move its due date, saying why"),
        ("duplicate", "D", "duplicate", DUPLICATE),
        ("owners", "l", "lead", OWNERS),
        ("reword", "w", "+reword", "Change its words"),
        ("withdraw", "delete", "withdraw", "Withdraw it, saying why"),
        ("restrict", "v", "restrict", RESTRICT),
        ("thread", "o", "thread", THREAD),
        ("history", "h", "history", HISTORY),
        ("query", "y", "query", "Record the answer to the Chair's query; the Chair asks one"),
    ),
    *_in(
        "plan",
        ("open", "enter", "+open", "Open the line: outcome, success, actions, ratings"),
        ("section", "t,right", "+next section", "Lines, challenge, evidence"),
        ("section-back", "left", "section before", "Evidence, challenge, lines"),
        ("rate", "g", "+rate", "Give the line a rating"),
        ("add", "a", "+add", "Add a line"),
        ("edit", "e", "+edit", "Change the line"),
        ("move", "m", "+move due", "Move its due date, saying why"),
        ("duplicate", "D", "duplicate", DUPLICATE),
        ("owners", "l", "lead", OWNERS),
        ("evidence", "v", "evidence", "Add a piece of evidence for the line"),
        *MARKS,
        ("thread", "o", "+thread", THREAD),
        ("history", "h", "history", HISTORY),
        ("query", "y", "+query", "Record the answer to the Chair's query; the Chair asks one"),
        ("filter", "slash", "+filter", "Show only what has these words"),
        *VIEWS,
        ("export", "x", "export", "Export the plan report to Word: ratings, what changed, red and amber"),
        ("bring-in", "i", "+from a sheet", BRING_IN),
        ("picture", "p", "picture", "See how every line was rated at every meeting"),
    ),
    *_in(
        "line",
        ("rate", "g", "+rate", "Give the line a rating"),
        ("edit", "e", "+edit", "Change the line"),
        ("move", "m", "+move due", "Move its due date, saying why"),
        ("duplicate", "D", "duplicate", DUPLICATE),
        ("owners", "l", "lead", OWNERS),
        ("evidence", "v", "+evidence", "Add a piece of evidence"),
        ("thread", "o", "+thread", THREAD),
        ("history", "h", "history", HISTORY),
        ("query", "y", "+query", "Record the answer to the Chair's query; the Chair asks one"),
    ),
    *_in(
        "indicators",
        ("open", "enter", "+open", "Open the indicator: chart, values, what they say"),
        ("add", "a", "+add value", "Add a value, or restate one"),
        ("new", "n", "+new indicator", "Add an indicator with its baseline and targets"),
        ("edit", "e", "+edit", "Change the indicator"),
        ("duplicate", "D", "duplicate", DUPLICATE),
        ("thread", "o", "+thread", THREAD),
        ("history", "h", "history", HISTORY),
        ("filter", "slash", "+filter", "Show only some: words, is:failing, owner:ADC"),
        *VIEWS,
        ("bring-in", "i", "from a sheet", BRING_IN),
    ),
    *_in(
        "indicator",
        ("add", "a", "+add value", "Add a value, or restate one"),
        ("edit", "e", "+edit", "Change the indicator"),
        ("new", "n", "new indicator", "Add an indicator with its baseline and targets"),
        ("duplicate", "D", "duplicate", DUPLICATE),
        ("thread", "o", "+thread", THREAD),
        ("history", "h", "history", HISTORY),
    ),
    *_in(
        "thread",
        ("walk", "enter", "+walk there", "Put the record the cursor stands on in the middle"),
        ("record", "o", "+open", "Open the record the cursor stands on; on neither side, the one in the middle"),
        ("across", "left,right", "+other side", "Go between what it comes from and what it leads to"),
        ("history", "h", "+history", HISTORY),
    ),
    *_in(
        "notice",
        ("open", "enter", "+open", "Read it in full"),
        ("mend", "g", "+go and mend", "Go to where the check is put right"),
        ("section", "t,right", "+section", "Next: duties, compliance, agreed, assurance, support, versions"),
        ("section-back", "left", "section before", "The section before"),
        ("add", "a", "+add", "Add a requirement, a duty, an agreement, an audit or review, support"),
        ("met", "d", "+met", "Note that the duty was met; that the audit was done and which board was told"),
        ("edit", "e", "+edit", "Change the requirement, the duty, the agreement, the audit or review, the support"),
        ("not-applicable", "u", "+not applicable", "Say why a duty or check does not apply, or that it does after all"),
        ("withdraw", "w", "+withdraw", "Withdraw the requirement, saying why"),
        ("finding", "f", "+finding", "Add something that the audit or review found"),
        ("require", "R", "+require", "Make a requirement of a finding"),
        ("judge", "J", "+judgement", "Add a judgement on its framework's own scale"),
        ("amend", "m", "+amend", "Amend the Notice: a new version, which may re-date what is open"),
        ("lift", "l", "+lift", "Lift the Notice: its open duties end, the Board carries on"),
        ("close", "c", "+close the Board", "Close the Board: it reads everywhere and writes nowhere"),
        ("export", "x", "+archive", "Export the Board's archive: everything it wrote, as one zip"),
        ("remove", "delete", "remove", "Remove what was entered by mistake"),
        ("duplicate", "D", "duplicate", DUPLICATE),
        ("thread", "o", "thread", THREAD),
        ("history", "h", "history", HISTORY),
        ("filter", "slash", "+filter", "Show only what has these words"),
        *VIEWS,
        ("picture", "p", "picture", "See the dated duties by month"),
    ),
    *_in(
        "letters",
        ("open", "enter", "+open", "Open the letter or report"),
        ("step", "n", "+next step", "Take it one step further: fact check, to the Chair, signed, sent"),
        ("section", "t,right", "+section", "The next section: reports, received, committee"),
        ("section-back", "left", "section before", "The section before"),
        ("add", "a", "+add", "Draft the next letter or a report from the records; enter a letter received"),
        ("answered", "d", "+answered", "Note that a letter received was answered"),
        ("edit", "e", "+edit", "Change what is entered of a letter received"),
        ("export", "x", "+export", "Export the letter or report to Word"),
        ("preflight", "b", "+before it leaves", "Look the letter or report through before it leaves"),
        ("editions", "c", "what was signed", "Read what was signed"),
        ("readback", "r", "from Word", READBACK),
        ("remove", "delete", "remove", "Remove a letter received that was entered by mistake"),
        ("thread", "o", "thread", THREAD),
        ("history", "h", "history", HISTORY),
        ("filter", "slash", "filter", "Show only what has these words"),
    ),
    *_in(
        "letter",
        ("edit", "e,enter", "+edit", "Write this block"),
        ("step", "n", "+next step", "Take it one step further: fact check, to the Chair, signed, sent"),
        ("export", "x", "+export", "Export it to Word"),
        ("thread", "o", "+thread", THREAD),
        ("fact-check", "f", "+fact check", "Send the report to the council, record its comments, decide them"),
        ("redraft", "D", "+redraft", "Draft again from the records what nobody has edited"),
        ("see-draft", "v", "see draft", "Read what the records would say in place of the edited words"),
        ("use-draft", "u", "use draft", "Put the drafted words back into this block"),
        ("particulars", "p", "+heading", "Change the date, the addressee, the copies"),
        ("preflight", "b", "+before it leaves", "Look it through before it leaves"),
        ("editions", "c", "what was signed", "Read what was signed"),
        ("readback", "r", "from Word", READBACK),
        ("history", "h", "history", HISTORY),
    ),
    *_in(
        "readback",
        ("accept", "y", "+accept", "Take it over into the record; a comment is kept, to be answered"),
        ("leave-it", "n", "+leave", "Leave the record as it is"),
        ("edit", "e", "+edit first", "Write what shall stand, then take it over"),
        ("all", "A", "+accept all", "Take over everything that can be, in one change"),
    ),
    *_in(
        "people",
        ("edit", "e,enter", "+edit", "Change the office, or who holds it"),
        ("add", "a", "+add", "Add an office"),
        ("bring-in", "i", "+from a sheet", BRING_IN),
        ("group", "g", "+add group", "Add a group such as “All members”, of those who are marked"),
        *MARKS,
        ("view", "t", "+attendance", "Change between people and attendance"),
        ("words", "w", "+words", "The Board's abbreviations and own words: what minutes spell out and spelling knows"),
        ("history", "h", "history", HISTORY),
        ("filter", "slash", "+filter", "Show only what has these words"),
        ("picture", "p", "picture", "See who came to which meeting, as a picture of all of them"),
    ),
    *_in(
        "picture",
        ("read", "enter", "+in words", "Read the same in sentences; they are copied with the key that copies"),
        ("section", "t", "+next picture", "The next picture: attendance, ratings, duties by month, actions"),
        ("older", "left", "+earlier", "Show the columns before these, where there is no room for all"),
        ("newer", "right", "+later", "Show the columns after these"),
    ),
    *_in(
        "import",
        ("bring-in", "y", "+bring in", "Bring all of it in, in one change that can be undone"),
        ("who", "w", "+who", "Say who is meant by a name that nobody here has; or add them"),
        ("columns", "c", "+columns", "Say which column of the sheet is what"),
        (
            "setting",
            "m",
            "+meeting, head",
            "Say at which meeting, in which row the columns are named; of ratings, their reason",
        ),
        ("sheet", "s", "+sheet", "Choose another sheet of the file"),
        ("reread", "r", "+read again", "Read the file again once it was mended; what was said by hand stays"),
        ("open", "enter", "+row in full", "Read in full what is said of the row"),
        ("filter", "slash", "filter", "Show only what has these words"),
    ),
    *_in(
        "adopt",
        ("ours", "o", "+ours", "Take this record as it is here"),
        ("theirs", "t", "+theirs", "Take this record as it is in the copy"),
        ("apply", "enter", "+adopt it", "Adopt the copy as chosen; what is not chosen is kept in the journal"),
        ("all-ours", "O", "+rest", "Take ours wherever nothing is chosen yet"),
        ("all-theirs", "T", "+rest", "Take theirs wherever nothing is chosen yet"),
    ),
    *_in(
        "setting-up",
        ("next", "f3,ctrl+n", "+next", "Go to the next page"),
        ("previous", "f2,ctrl+b", "+back", "Go to the page before; nothing typed is lost"),
        ("start", "ctrl+s", "+start the Board", "Start the Board; what is missing is shown first"),
        ("anew", "f8", "begin again", "Forget every answer and begin again"),
    ),
    *_in(
        "welcome",
        ("sample", "s", "+sample", "Look around in a sample Board"),
        ("new", "n", "+new", "Start a new Board"),
        ("load", "o", "+open", "Open a Board file"),
        ("tour", "t", "+tour", TOUR),
        ("open", "enter", "+open this one", "Open the Board chosen in the list"),
        ("about", "v", "about", ABOUT),
    ),
)
"""Every command, in the order help shows them."""


def commands_of(where: str) -> tuple[Command, ...]:
    """Return the commands of one screen, without those that work everywhere."""
    return tuple(command for command in COMMANDS if command.where == where)


def bindings(where: str) -> list[BindingType]:
    """Return a screen's key bindings for Textual; the id lets the keymap change the key."""
    return [
        Binding(command.key, command.action, command.label, show=False, priority=command.in_dialogs, id=command.id)
        for command in commands_of(where)
    ]
