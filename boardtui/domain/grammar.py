"""The grammar of meeting lines: one parser for live mode and for notes typed in any editor (DESIGN 5)."""

from __future__ import annotations

import re
from collections.abc import Callable

from boardtui.domain import lines as ln
from boardtui.domain.grammar_named import ProblemError, all_named, day, due_before, due_by, one_named
from boardtui.domain.known import Known
from boardtui.domain.ratings import check_rating
from boardtui.domain.restriction import reason_text
from boardtui.domain.states import AttendanceStatus, EntryKind
from boardtui.domain.text import clean, listed

NUMBER = re.compile(r"^[0-9]{1,6}$")
ACTION_REF = re.compile(r"^[0-9]{1,6}/[0-9]{1,4}$")
PARAGRAPH_REF = re.compile(r"^[0-9]{1,6}/[0-9]{1,6}\.[0-9]{1,6}$")
_RESTRICTED = re.compile(r"^\(restricted:\s*(?P<why>[^)]*)\)\s*(?P<rest>.*)$", re.I | re.S)
_KEYWORD = re.compile(
    r"^(?P<word>present|apologies|absent|deputy|arrived|left|in the chair|interest|confirmed|restricted)\s*:"
    r"\s*(?P<rest>.*)$",
    re.I | re.S,
)
_STEP_WITHOUT_COLON = re.compile(r"^(?:done|close|closed|return|returned)\b(?!\s*:)", re.I)
_UNKNOWN_STEP = re.compile(r"^([^\W\d_]+)\s*:")
_ANSWERED = re.compile(r"^answered\b", re.I)
_CONFIRMED = re.compile(
    r"^(?:as presented|as (?:an? )?(?:(?:true|correct|accurate)(?: and )?){1,2} record(?:,? (?P<amended>as amended))?"
    r"|(?P<only>as amended))\.?$",
    re.I,
)
_WHO_BY_WHEN = re.compile(
    r"^(?P<who>.+?)(?:\s+by\s+(?P<due>.+)|\s+(?P<soon>(?:(?:with)?in\s+(?:[0-9]+|[a-z]+)\s+(?:day|week|month)s?|"
    r"(?:with)?in\s+a\s+fortnight)(?:['’]?s?['’]?\s+time)?|as\s+soon\s+as\s+possible|asap))?$",
    re.I,
)
_WHO_BEFORE = re.compile(r"^(?P<who>.+?)\s+before\s+(?P<day>.+)$", re.I)
_AMEND = re.compile(r"^amend\s+(?P<ref>\d+/\S+?)\s*:\s*(?P<rest>.*)$", re.I | re.S)


def parse(typed: str, known: Known) -> ln.Parsed | None:
    """Say what a typed line means; None for a blank one. Never refuses: what is not understood is `Untidy`."""
    text = clean(typed).strip()
    if not text:
        return None
    restricted = None
    if found := _RESTRICTED.match(text):
        restricted, text = reason_text(found["why"]), found["rest"].strip()
        if not restricted:
            return ln.Parsed(typed, ln.Untidy(EntryKind.NOTE, text, "Say why it is restricted."), "other")
        if not text:
            return ln.Parsed(
                typed, ln.Untidy(EntryKind.NOTE, clean(typed).strip(), "Nothing follows the restriction."), restricted
            )
    return ln.Parsed(typed, _line(text, known), restricted)


def _line(text: str, known: Known) -> ln.Line:
    if text.startswith("\\") and len(text) > 1:
        return ln.Note(text[1:])
    kind, read = _reader(text)
    try:
        return read(text, known)
    except ProblemError as problem:
        return ln.Untidy(kind, text, str(problem))


def _reader(text: str) -> tuple[EntryKind, Callable[[str, Known], ln.Line]]:
    first = text[0]
    if first in _BY_SIGN:
        return _BY_SIGN[first]
    if found := _KEYWORD.match(text):
        return _BY_WORD[found["word"].lower()]
    if _AMEND.match(text):
        return EntryKind.AMENDMENT, _amend
    if text.lower() == "open":
        return EntryKind.NOTE, lambda _text, _known: ln.Reopens()
    return EntryKind.NOTE, lambda text, _known: ln.Note(text)


def _item(text: str, known: Known) -> ln.Line:
    rest = text[1:].strip()
    if NUMBER.match(rest):
        number = int(rest)
        if not known.has_item(number):
            raise ProblemError(f"There is no item {number} on this agenda.")
        return ln.GoTo(number)
    if found := re.match(r"^\+\s*(?P<title>.+?)\s*\(urgent:\s*(?P<why>[^)]+)\)\s*$", rest, re.I):
        return ln.AddUrgent(found["title"], found["why"].strip())
    if rest.startswith("+"):
        raise ProblemError("An urgent item needs its reason: # + Title (urgent: reason).")
    if found := re.match(r"^defer\s+to\s+(?P<meeting>[0-9]{1,6})\s*:\s*(?P<why>.+)$", rest, re.I):
        number = int(found["meeting"])
        if not known.can_defer_to(number):
            raise ProblemError(
                f"There is no later meeting {number} that is planned: plan it under Meetings, then tidy this line."
            )
        return ln.Defer(number, found["why"].strip())
    if rest.lower().startswith("defer"):
        raise ProblemError("Deferring needs a meeting and a reason: # defer to 7: reason.")
    raise ProblemError("After # comes an item's number, “+ Title (urgent: reason)” or “defer to 7: reason”.")


def _register(text: str, known: Known) -> ln.Line:
    word, rest = _word(text)
    status = {
        "present": AttendanceStatus.PRESENT,
        "apologies": AttendanceStatus.APOLOGIES,
        "absent": AttendanceStatus.ABSENT,
    }[word]
    named = all_named(rest, known)
    offices = tuple(dict.fromkeys(member for who in named for member in known.members(who)))
    return ln.Register(status, offices)


def _deputy(text: str, known: Known) -> ln.Line:
    _, rest = _word(text)
    found = re.match(r"^(?P<who>.+?)\s+for\s+(?P<office>[^,]+)$", rest, re.I)
    if not found:
        raise ProblemError("Say for whom: deputy: DDN for CCG.")
    office = one_named(found["office"], known)
    initials = known.person(found["who"].strip())
    name, _, title = found["who"].partition(",")
    return ln.Deputy(initials, name.strip(), title.strip(), office)


def _moved(text: str, known: Known) -> ln.Line:
    word, rest = _word(text)
    return ln.Moved(one_named(rest, known), word == "arrived")


def _presides(text: str, known: Known) -> ln.Line:
    return ln.Presides(one_named(_word(text)[1], known))


def _interest(text: str, known: Known) -> ln.Line:
    _, rest = _word(text)
    found = re.match(
        r"^(?P<who>.+?)\s+item\s+(?P<item>[0-9]{1,6})\s*:\s*(?P<nature>.+?)(?P<leaves>\s*;\s*leaves\.?)?$", rest, re.I
    )
    if not found:
        raise ProblemError("Write who, on which item and what: interest: POL item 7: nature; leaves.")
    number = int(found["item"])
    if not known.has_item(number):
        raise ProblemError(f"There is no item {number} on this agenda.")
    return ln.Declares(one_named(found["who"], known), number, found["nature"].strip(), bool(found["leaves"]))


def _confirmed(text: str, known: Known) -> ln.Line:  # noqa: ARG001  (every reader is called alike)
    if found := _CONFIRMED.match(" ".join(_word(text)[1].split())):
        return ln.Confirms(bool(found["amended"] or found["only"]))
    raise ProblemError("Write “confirmed: as presented” or “confirmed: as amended”.")


def _restrict(text: str, known: Known) -> ln.Line:  # noqa: ARG001  (every reader is called alike)
    reason = reason_text(_word(text)[1])
    if not reason:
        raise ProblemError("Say why it is restricted: restricted: reason.")
    return ln.Restricts(reason)


def _raise(text: str, known: Known) -> ln.Line:
    head, colon, said = text[1:].partition(":")
    if not colon or not said.strip():
        raise ProblemError("An action needs a lead, a date and a text: ! DCS by 14 Jan: text.")
    found = _WHO_BY_WHEN.match(head.strip())
    if not found:
        raise ProblemError("An action needs a lead: ! DCS by 14 Jan: text.")
    due = found["due"] or found["soon"]
    before = None if due else _WHO_BEFORE.match(head.strip())
    leading, *supporting = re.split(r"\s+with\s+", (before or found)["who"], maxsplit=1, flags=re.I)
    leads = all_named(leading, known)
    supporters = all_named(supporting[0], known) if supporting else ()
    if before:
        return ln.Raises(leads, supporters, due_before(before["day"], known), said.strip())
    if not due:
        raise ProblemError(f"When is it due? Write “by 14 Jan” or “by next meeting” after {listed(leads)}.")
    return ln.Raises(leads, supporters, due_by(due, known), said.strip())


def _decide(text: str, known: Known) -> ln.Line:  # noqa: ARG001  (every reader is called alike)
    return ln.Decides(_said(text[1:], "What was decided? Write = and the decision."))


def _challenge(text: str, known: Known) -> ln.Line:  # noqa: ARG001  (every reader is called alike)
    return ln.Challenges(_said(text[1:], "What was challenged? Write ? and the challenge."))


def _update(text: str, known: Known) -> ln.Line:
    found = re.match(r"^>\s*(?P<ref>\S+)\s+(?P<rest>.+)$", text, re.S)
    if not found:
        raise ProblemError("Write what it updates, then what happened: > 5/03 done: text.")
    ref, rest = found["ref"], found["rest"].strip()
    if PARAGRAPH_REF.match(ref):
        return _answer(ref, rest, known)
    if ACTION_REF.match(ref):
        return _update_action(ref, rest, known)
    if _ANSWERED.match(rest) and (whole := known.challenge_here(ref)):
        return _answer(whole, rest, known)
    return _update_line(ref, rest, known)


def _update_action(ref: str, rest: str, known: Known) -> ln.Line:
    meeting, sequence = ref.split("/")
    ref = f"{int(meeting)}/{int(sequence):02}"
    if not known.has_action(ref):
        raise ProblemError(f"There is no action {ref}.")
    if found := re.match(r"^(?P<step>done|close|closed|return|returned)\s*:\s*(?P<text>.*)$", rest, re.I | re.S):
        step = {"close": "closed", "return": "returned"}.get(found["step"].lower(), found["step"].lower())
        needed = {"done": "what was done", "closed": "the evidence", "returned": "why it goes back"}[step]
        return ln.UpdatesAction(ref, step, _said(found["text"], f"Say {needed} after the colon."))
    if found := re.match(r"^by\s+(?P<due>[^:]+?)\s*:\s*(?P<text>.*)$", rest, re.I | re.S):
        reason = _said(found["text"], "A new date needs its reason after the colon.")
        return ln.UpdatesAction(ref, "moved", reason, due_by(found["due"], known))
    if _STEP_WITHOUT_COLON.match(rest):
        raise ProblemError(f"Write a colon after the word: > {ref} {rest.split()[0].lower()}: text.")
    if found := _UNKNOWN_STEP.match(rest):
        raise ProblemError(f"“{found[1]}:” is not known: write done:, close:, return:, by 14 Mar: or just the text.")
    return ln.UpdatesAction(ref, "update", rest)


def _update_line(ref: str, rest: str, known: Known) -> ln.Line:
    if not known.has_line(ref):
        raise ProblemError(f"There is no action or plan line {ref}.")
    letters = "|".join(re.escape(level.letter) for level in known.scheme)
    found = re.match(rf"^(?P<level>{letters})\s*:\s*(?P<rest>.*)$", rest, re.I | re.S)
    if not found:
        return ln.RemarksOnLine(ref, rest)
    reason, *others = re.split(r"\s*;\s*(?=(?:path|evidence|again)\s*:)", found["rest"], flags=re.I)
    said = {"path": "", "evidence": "", "again": ""}
    for part in others:
        word, _, value = part.partition(":")
        said[word.strip().lower()] = value.strip()
    again = day(said["again"], known) if said["again"] else None
    level = found["level"].upper()
    problems = check_rating(
        known.scheme, known.rating(ref), level, reason.strip(), said["path"], said["evidence"], again
    )
    if problems:
        raise ProblemError(problems[0])
    return ln.Rates(ref, level, reason.strip(), said["path"], said["evidence"], again)


def _answer(ref: str, rest: str, known: Known) -> ln.Line:
    found = re.match(r"^answered\s*:\s*(?P<text>.*)$", rest, re.I | re.S)
    if not found:
        raise ProblemError("Write “answered:” and what answers it.")
    if not known.is_challenge(ref):
        raise ProblemError(f"No challenge is minuted at {ref}.")
    return ln.AnswersChallenge(ref, _said(found["text"], "Say what answers it after the colon."))


def _amend(text: str, known: Known) -> ln.Line:
    found = _AMEND.match(text)
    if not found:
        raise ProblemError("Write amend 5/4.2: old => new.")
    old, arrow, new = found["rest"].partition("=>")
    if not arrow or not old.strip() or not new.strip():
        raise ProblemError("Write what it says and what it should say: amend 5/4.2: old => new.")
    minuted = known.paragraph(found["ref"])
    if minuted is None:
        raise ProblemError(f"There is no paragraph {found['ref']} in earlier minutes.")
    if old.strip() not in minuted:
        raise ProblemError(f"Paragraph {found['ref']} does not say “{old.strip()}”.")
    return ln.Amends(found["ref"], old.strip(), new.strip())


def _word(text: str) -> tuple[str, str]:
    word, _, rest = text.partition(":")
    return word.strip().lower(), rest.strip()


def _said(text: str, problem: str) -> str:
    if not text.strip():
        raise ProblemError(problem)
    return text.strip()


_BY_SIGN: dict[str, tuple[EntryKind, Callable[[str, Known], ln.Line]]] = {
    "#": (EntryKind.NOTE, _item),
    "!": (EntryKind.ACTION, _raise),
    "=": (EntryKind.DECISION, _decide),
    "?": (EntryKind.CHALLENGE, _challenge),
    ">": (EntryKind.UPDATE, _update),
}

_BY_WORD: dict[str, tuple[EntryKind, Callable[[str, Known], ln.Line]]] = {
    "present": (EntryKind.REGISTER, _register),
    "apologies": (EntryKind.REGISTER, _register),
    "absent": (EntryKind.REGISTER, _register),
    "deputy": (EntryKind.REGISTER, _deputy),
    "arrived": (EntryKind.MOVEMENT, _moved),
    "left": (EntryKind.MOVEMENT, _moved),
    "in the chair": (EntryKind.MOVEMENT, _presides),
    "interest": (EntryKind.INTEREST, _interest),
    "confirmed": (EntryKind.CONFIRMATION, _confirmed),
    "restricted": (EntryKind.NOTE, _restrict),
}
