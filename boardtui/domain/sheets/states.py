"""What sheets say of where an action stands: open, in progress, complete, closed; and who plays which part."""

from __future__ import annotations

import re

from boardtui.domain.measures import Frequency, Polarity
from boardtui.domain.sheets.cells import Read, UnclearError
from boardtui.domain.states import ActionState, PersonKind
from boardtui.domain.text import listed, shorten

_BEGINS = r"^(now |fully |action |all |recommended to be |to be )?"
_STATES: tuple[tuple[ActionState, str], ...] = (
    (
        ActionState.OPEN,
        r"^(not (yet )?(complete|done|started|achieved|met)|incomplete|part(ly|ially)?\b)|\b[0-9]{1,2} ?%",
    ),
    (
        ActionState.WITHDRAWN,
        _BEGINS + r"(withdrawn|cancelled|deleted|removed|superseded|duplicate|merged"
        r"|no longer (required|needed))",
    ),
    (ActionState.CLOSED, _BEGINS + r"(closed|discharged|archived|signed off|agreed (as )?(closed|complete))"),
    (
        ActionState.DONE,
        _BEGINS + r"(completed?|done|achieved|implemented|finished|delivered|actioned|blue|100 ?%)\b"
        r"|^(propose|recommend)(d|ed)?\b.*\bclos(e|ed|ure)\b|^(c|y|yes|b|✓|✔)$",
    ),
    (
        ActionState.OPEN,
        r"open|returned|on[- ]?going|in progress|progress|started|under ?way|on track|on target|off track|delayed|"
        r"overdue|late|outstanding|live|active|carried forward|c/?fwd|new|pending|awaiting|slipped|slippage|behind|"
        r"at risk|to do|paused|on hold|parked|deferred|carried over|rolled over|continu(e|es|ing)|extended|"
        r"in hand|on (the )?agenda|agenda item|due (at )?(the )?next|"
        r"\b(red|amber|green|yellow|grey)\b|^[ragnotwy]$|^no$|not due|tb[cad]|n/?a|^-+$",
    ),
)
_PARTS: tuple[tuple[PersonKind, str], ...] = (
    (PersonKind.VICE_CHAIR, r"vice|deputy chair"),
    (PersonKind.CHAIR, r"\bchair"),
    (PersonKind.OBSERVER, r"observer|df[eE]|department"),
    (PersonKind.OFFICER, r"officer|attend|support|advis|non[- ]?voting|secretar|clerk|minute|admin|deputy|substitute"),
    (PersonKind.GROUP, r"^group$"),
    (PersonKind.MEMBER, r"member|voting|core|partner|full|permanent|representative|statutory|^(y|yes)$"),
)
_HIGH = re.compile(r"(high|higher|bigger|increase|increasing|up|↑|▲|more|maximi[sz]e)\b.*|↑|▲", re.IGNORECASE)
_LOW = re.compile(r"(low|lower|smaller|decrease|decreasing|down|reduce|reduction|less|fewer|minimi[sz]e)\b.*|↓|▼", re.I)
_FREQUENCIES: tuple[tuple[Frequency, str], ...] = (
    (Frequency.MONTHLY, r"month(ly)?|m"),
    (Frequency.QUARTERLY, r"quarter(ly)?|q"),
    (Frequency.SIX_MONTHLY, r"(six|6)[- ]?month(ly)?|half[- ]?year(ly)?|bi-?annual(ly)?|termly"),
    (Frequency.ANNUAL, r"annual(ly)?|year(ly)?|a"),
)
_PART_HEADINGS: tuple[tuple[PersonKind, str], ...] = (
    (PersonKind.MEMBER, r"((core|full|voting|permanent|statutory|standing) )?(board )?members(hip)?"),
    (PersonKind.OBSERVER, r"(participant )?observers?"),
    (
        PersonKind.OFFICER,
        r"(officers |those |also )?in attendance|attendees|(officers|advis[eo]rs)( to the board)?"
        r"|non[- ]voting( members)?|(deputies|substitutes)|(secretariat|administrative|board|business)( support)?",
    ),
)
_CHAIR = re.compile(
    r"(independent )?(board )?chair(man|woman|person)?( of (the )?(improvement )?board)?", re.IGNORECASE
)
_VICE_CHAIR = re.compile(r"(vice|deputy)[- ]chair(man|woman|person)?( of (the )?(improvement )?board)?", re.IGNORECASE)
_DEPARTMENT = re.compile(r"\bdfe\b|department for education", re.IGNORECASE)
_YES = re.compile(r"(y|yes|x|✓|true|restricted|confidential|exempt|private|part (2|ii))\.?", re.IGNORECASE)
_ENDED = re.compile(r"(y|yes|x|✓|✔|true|done|complete[d]?)\.?", re.IGNORECASE)
_NO = re.compile(r"(n|no|false|open|public|none|n/?a|-+)\.?", re.IGNORECASE)
_CONFIDENTIAL = "Confidential in the log it came from"


def read_state(text: str) -> Read:
    """Return the state an action is said to be in, None for an empty cell; raises UnclearError."""
    said = text.strip()
    if not said:
        return Read(None)
    for state, words in _STATES:
        if re.search(words, said, re.IGNORECASE):
            return Read(state)
    raise UnclearError(f"“{shorten(said, 40)}” is not a state that is known.", "Write open, done, closed or withdrawn.")


def read_ended(text: str) -> bool | None:
    """Say whether a cell that should hold the day of completion says yes or no; None for anything else."""
    said = text.strip()
    return True if _ENDED.fullmatch(said) else False if not said or _NO.fullmatch(said) else None


def part_headed(heading: str) -> PersonKind | None:
    """Return the part that those below a heading play (`In attendance`), or None where it says something else."""
    said = " ".join(heading.strip(" :").split())
    return next((kind for kind, words in _PART_HEADINGS if re.fullmatch(words, said, re.IGNORECASE)), None)


def part_titled(title: str, organisation: str) -> PersonKind:
    """Return the part that an office plays by its title, where a sheet does not say it."""
    said = " ".join(title.split())
    if _CHAIR.fullmatch(said):
        return PersonKind.CHAIR
    if _VICE_CHAIR.fullmatch(said):
        return PersonKind.VICE_CHAIR
    return PersonKind.OBSERVER if _DEPARTMENT.search(f"{said} {organisation}") else PersonKind.MEMBER


def read_part(text: str) -> Read:
    """Return the part somebody plays at the Board, None for an empty cell; raises UnclearError."""
    said = text.strip()
    if not said:
        return Read(None)
    for kind, words in _PARTS:
        if re.search(words, said, re.IGNORECASE):
            return Read(kind)
    kinds = listed([*PersonKind], joined_by="or")
    raise UnclearError(f"“{shorten(said, 40)}” is not a part that somebody plays.", f"Write {kinds}.")


def read_polarity(text: str) -> Read:
    """Return which way is good, None for an empty cell; raises UnclearError."""
    said = text.strip()
    if not said:
        return Read(None)
    for polarity, words in ((Polarity.HIGH, _HIGH), (Polarity.LOW, _LOW)):
        if words.fullmatch(said):
            return Read(polarity)
    raise UnclearError(f"“{shorten(said, 40)}” does not say which way is good.", "Write high or low.")


def read_frequency(text: str) -> Read:
    """Return how often an indicator is reported, None for an empty cell; raises UnclearError."""
    said = text.strip()
    if not said:
        return Read(None)
    for frequency, words in _FREQUENCIES:
        if re.fullmatch(words, said, re.IGNORECASE):
            return Read(frequency)
    raise UnclearError(
        f"“{shorten(said, 40)}” is not how often something is reported.",
        f"Write {listed([*Frequency], joined_by='or')}.",
    )


def read_restricted(text: str) -> Read:
    """Return the reason to restrict, None where it is open; a bare “yes” says where it came from (rule 12)."""
    said = text.strip()
    if not said or _NO.fullmatch(said):
        return Read(None)
    return Read(_CONFIDENTIAL if _YES.fullmatch(said) else said)
