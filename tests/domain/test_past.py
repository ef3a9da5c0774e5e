"""What a change is called is put into the past when it has been made, whatever verb it begins with."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import boardtui
from boardtui.domain.past import done, past

PAST = {
    "Accept": "Accepted", "Add": "Added", "Agree": "Agreed", "Amend": "Amended", "Ask": "Asked", "Bring": "Brought",
    "Challenge": "Challenged", "Change": "Changed", "Close": "Closed", "Defer": "Deferred", "Draft": "Drafted",
    "Edit": "Edited", "Enter": "Entered", "Go": "Went", "Hand": "Handed", "Issue": "Issued", "Lay": "Laid",
    "Leave": "Left", "Let": "Let", "Lift": "Lifted", "Link": "Linked", "Load": "Loaded", "Make": "Made",
    "Mark": "Marked", "Minute": "Minuted", "Move": "Moved", "Note": "Noted", "Open": "Opened", "Plan": "Planned",
    "Prepare": "Prepared", "Propose": "Proposed", "Put": "Put", "Raise": "Raised", "Record": "Recorded",
    "Redraft": "Redrafted", "Remove": "Removed", "Reopen": "Reopened", "Report": "Reported", "Restate": "Restated",
    "Restore": "Restored", "Restrict": "Restricted", "Resume": "Resumed", "Return": "Returned", "Reword": "Reworded",
    "Send": "Sent", "Set": "Set", "Sign": "Signed", "Start": "Started", "Take": "Took", "Update": "Updated",
    "Use": "Used", "Warn": "Warned", "Withdraw": "Withdrew",
}  # fmt: skip
NO_VERB = {"The"}
"""How a sentence begins that tells something in the past already."""


def firsts(said: ast.expr) -> Iterator[str]:
    """Yield the words that the sentence of a change can begin with, as far as the code names them."""
    match said:
        case ast.Constant(value=str(text)):
            yield text.split()[0]
        case ast.IfExp(body=one, orelse=other):
            yield from firsts(one)
            yield from firsts(other)
        case ast.JoinedStr(values=[first, *_]) | ast.FormattedValue(value=first) | ast.BinOp(left=first):
            yield from firsts(first)


def verbs() -> set[str]:
    """Return every word that the sentence of a change begins with, in the whole package."""
    found: set[str] = set()
    for path in Path(boardtui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="work"), attr="say"), args=[said]):
                    found.update(firsts(said))
                case ast.Call(func=ast.Name(id="Many"), args=[said, *_]):
                    found.update(firsts(said))
    return found


def test_the_past_of_every_verb_that_a_change_begins_with_is_known() -> None:
    found = verbs() - NO_VERB
    assert len(found) > 40
    assert {verb: past(verb) for verb in found} == {verb: PAST.get(verb, "not entered here") for verb in found}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Issue the agenda of meeting 6", "Issued the agenda of meeting 6"),
        ("Undo: issue the agenda of meeting 6", "Undone: issue the agenda of meeting 6"),
        ("Redo: close action 5/03", "Made again: close action 5/03"),
        ("Accept from Word: all of minutes 5", "Accepted from Word: all of minutes 5"),
        ("Accepted comment 2 on report 1", "Accepted comment 2 on report 1"),
        ("The hand-over was not made", "The hand-over was not made"),
        ("", ""),
    ],
)
def test_only_the_verb_is_put_into_the_past(sentence: str, said: str) -> None:
    assert done(sentence) == said
