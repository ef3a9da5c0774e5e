"""What was done, told once it has been: `Issue the agenda` is what is undone, `Issued the agenda` is what is said then.

The journal keeps the sentence of a change as a person would ask for it, so that it can be undone by name.
"""

from __future__ import annotations

_OTHERWISE = {
    "Bring": "Brought",
    "Defer": "Deferred",
    "Go": "Went",
    "Lay": "Laid",
    "Leave": "Left",
    "Let": "Let",
    "Make": "Made",
    "Plan": "Planned",
    "Put": "Put",
    "Redo:": "Made again:",
    "Send": "Sent",
    "Set": "Set",
    "Take": "Took",
    "Undo:": "Undone:",
    "Withdraw": "Withdrew",
}
_BY_RULE = {
    "Accept", "Add", "Adopt", "Agree", "Amend", "Ask", "Challenge", "Change", "Close", "Draft", "Edit",
    "Enter", "Group", "Hand", "Issue", "Lift", "Link", "Load", "Mark", "Minute", "Move", "Note", "Open",
    "Prepare", "Propose", "Raise", "Record", "Redraft", "Remove", "Reopen", "Report", "Restate", "Restore",
    "Restrict", "Resume", "Return", "Reword", "Sign", "Start", "Update", "Use", "Warn",
}  # fmt: skip
"""Verbs that only take an ending; a word that is in neither list is left as it is."""


def done(sentence: str) -> str:
    """Put the verb that a change's sentence begins with into the past."""
    verb, _, rest = sentence.partition(" ")
    return f"{past(verb)} {rest}" if rest else past(verb)


def past(verb: str) -> str:
    """Return the past of a verb that changes begin with: `Close` gives `Closed`."""
    if verb in _BY_RULE:
        return f"{verb.removesuffix('e')}ed"
    return _OTHERWISE.get(verb, verb)
