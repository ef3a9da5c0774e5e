"""The open version of a paper: what is restricted is taken out before any document is made from it (rule 12).

Only its place and the reason stay: `4.3 Withheld: Staffing.` Identities of restricted records go with their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Generic, TypeVar

from boardtui.domain import assured, forward, instrument, papers, plan_papers, views
from boardtui.domain.states import OPEN_ACTIONS, ActionState, EntryKind
from boardtui.domain.text import listed, plural

_PAPERS = (
    papers.AgendaPaper,
    papers.MinutesPaper,
    papers.ActionLogPaper,
    papers.LetterPaper,
    plan_papers.PlanPaper,
    plan_papers.ScrutinyPaper,
    forward.ForwardPaper,
    forward.ComingMeeting,
)
_ON_FACTS = (papers.LetterPaper, plan_papers.ScrutinyPaper)
"""Papers that count what the Board did: a restricted action is counted in them, and never described."""

_PUBLIC = (EntryKind.MOVEMENT, EntryKind.REGISTER)
"""Who came, left and withdrew is minuted whatever is restricted (rule 12)."""

_PLURALS = {
    "piece of evidence": "pieces of evidence",
    "letter received": "letters received",
    "reason of a moved date": "reasons of moved dates",
    "note of an agreement": "notes of agreements",
}

Paper = TypeVar("Paper")


@dataclass(frozen=True)
class Withheld:
    """What an open version leaves out: how many records of each kind, and all the reasons there are."""

    counts: Mapping[str, int]
    reasons: tuple[str, ...]

    @property
    def number(self) -> int:
        """Return how many records are left out."""
        return sum(self.counts.values())

    @property
    def said(self) -> str:
        """Say what is left out: `2 paragraphs and 1 action`; nothing if there is nothing."""
        return listed([plural(count, kind, _PLURALS.get(kind, "")) for kind, count in self.counts.items()])


@dataclass(frozen=True)
class Opened(Generic[Paper]):
    """The open version of a paper, and what it leaves out."""

    paper: Paper
    withheld: Withheld


def open_version(paper: Paper) -> Opened[Paper]:
    """Return the open version of a paper, or of a list of records: without the words of what is restricted in it."""
    taking = _Taking(facts_stay=isinstance(paper, _ON_FACTS))
    opened: Paper = taking.out_of(paper)
    counts = Counter(kind for kind, _ in taking.found)
    return Opened(opened, Withheld(counts, tuple(dict.fromkeys(taking.reasons))))


def withheld_line(reason: str) -> str:
    """Return the line that stands in the place of what is restricted, and says why."""
    return f"Withheld: {reason.strip().rstrip('.')}."


@dataclass
class _Taking:
    """A paper being opened, and what was found restricted in it, each record once."""

    facts_stay: bool
    found: dict[tuple[str, str], None] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    def out_of(self, value: Any) -> Any:
        """Return a value, with all that it holds, without what is restricted."""
        match value:
            case tuple() | list() if not hasattr(value, "_fields"):
                return type(value)(self.out_of(one) for one in value)
            case Mapping():
                return {key: self.out_of(one) for key, one in value.items()}
            case views.Entry():
                return self._entry(value)
            case views.Action():
                return self._action(value)
            case views.PlanLine():
                return self._line(value)
            case views.Item():
                return self._item(value)
            case views.Rating() | views.Update() | views.Interest() | views.Amendment():
                return self._worded(value) if value.restricted else value
            case views.LineMove():
                return self._move(value) if value.restricted else value
            case views.Obligation():
                return self._duty(value) if value.restricted else value
            case instrument.Agreement():
                return self._agreed(value) if value.restricted else value
            case assured.Assurance() | assured.Evidence() | instrument.Correspondence():
                return self._registered(value) if value.restricted else value
        if isinstance(value, _PAPERS):
            return replace(value, **{one.name: self.out_of(getattr(value, one.name)) for one in fields(value)})
        return value

    def _say(self, kind: str, which: str, reason: str) -> str:
        """Remember that something is taken out, and return the line in its place."""
        self.found[(kind, which)] = None
        self.reasons.append(reason)
        return withheld_line(reason)

    def _entry(self, entry: views.Entry) -> views.Entry:
        if entry.restricted is None:
            return entry
        if entry.kind in _PUBLIC and not entry.to_tidy:
            return replace(entry, id="", typed="", restricted=None)
        said = self._say("paragraph", f"{entry.meeting} {entry.position}", entry.restricted)
        gone = replace(entry, id="", text=said, typed="", to_tidy=None, withheld=True)
        if self.facts_stay:
            return gone
        kind = entry.kind if entry.kind in _PUBLIC else EntryKind.NOTE
        nothing: dict[str, Any] = dict.fromkeys(
            ("decision_ref", "inquorate", "action_ref", "line_ref", "answers", "answered_by")
        )
        return replace(gone, kind=kind, said_at="", **nothing)

    def _action(self, action: views.Action) -> views.Action:
        if action.restricted is None:
            return self._partly(action)
        said = self._say("action", action.ref, action.restricted)
        gone = replace(action, id="", text=said, evidence="", last_update="", item_title="", withheld=True)
        if self.facts_stay:
            return gone
        is_open = action.state in OPEN_ACTIONS
        return replace(
            gone,
            leads=(),
            supporters=(),
            item=None,
            due=None,
            original_due=None,
            due_meeting=None,
            slips=0,
            state=ActionState.OPEN if is_open else action.state,
            rating=None,
            days_late=0,
            done_on=None,
            closed_on=None,
            closed_at=None,
            lines=(),
        )

    def _partly(self, action: views.Action) -> views.Action:
        """Take out what was said under a restriction of an action that itself is open."""
        evidence, update = action.evidence, action.last_update
        if action.evidence_restricted and evidence:
            evidence = self._say("update", f"{action.ref} evidence", action.evidence_restricted)
        if action.update_restricted and update:
            update = self._say("update", f"{action.ref} {'evidence' if update == action.evidence else 'update'}",
                               action.update_restricted)  # fmt: skip
        return replace(action, evidence=evidence, last_update=update)

    def _line(self, line: views.PlanLine) -> views.PlanLine:
        """Take out why a line is rated as it is, and which restricted actions are late; the rating itself stays."""
        overdue = tuple(ref for ref in line.overdue_actions if ref not in line.restricted_actions)
        if line.restricted is None:
            return replace(line, overdue_actions=overdue)
        said = self._say("rating", line.ref, line.restricted)
        return replace(line, overdue_actions=overdue, reason=said, path="", since=(), withheld=True)

    def _item(self, item: views.Item) -> views.Item:
        """Leave an item's title, paper and presenter as they are; what is restricted is what was said of it."""
        if item.restricted is None:
            return item
        self.reasons.append(item.restricted)
        return replace(item, deferred_because="")

    def _worded(self, one: views.Rating | views.Update | views.Interest | views.Amendment) -> Any:
        """Take the words out of a record whose other fields are public."""
        reason = one.restricted or ""
        match one:
            case views.Rating():
                said = self._say("rating", one.line, reason)
                return replace(one, reason=said, path="", evidence="", recheck_on=None, withheld=True)
            case views.Update():
                return replace(one, text=self._say("update", f"{one.on} {one.kind} {one.text}", reason))
            case views.Interest():
                return replace(one, nature=self._say("interest", f"{one.who} {one.item}", reason))
        said = self._say("correction", f"{one.ref} {one.agreed_at} {one.new}", reason)
        return replace(one, old="", new=said, because="")

    def _move(self, move: views.LineMove) -> views.LineMove:
        """Take out why a line's due date moved; the dates stay, and where facts are told, nothing is said of why."""
        said = self._say("reason of a moved date", f"{move.meeting} {move.on} {move.after}", move.restricted or "")
        return replace(move, reason="" if self.facts_stay else said)

    def _agreed(self, one: instrument.Agreement) -> instrument.Agreement:
        """Take out what was noted of something agreed; that it was agreed, by whom and when stays."""
        said = self._say("note of an agreement", one.ref, one.restricted or "")
        return replace(one, id="", note=said if one.note else "", reference=said if one.reference else "")

    def _duty(self, duty: views.Obligation) -> views.Obligation:
        """Take out how a restricted letter was answered; the duty that it brought, and its day, stay."""
        said = withheld_line(duty.restricted or "")
        return replace(duty, evidence=said if duty.evidence else "", note=said if duty.note else "")

    def _registered(self, one: assured.Assurance | assured.Evidence | instrument.Correspondence) -> Any:
        """Take the words out of a record of a register; of a review its title stays."""
        reason = one.restricted or ""
        match one:
            case assured.Assurance():
                said = self._say("review", one.ref, reason)
                findings = tuple(replace(each, id="", text=said) for each in one.findings)
                return replace(one, id="", summary=said, kept="", findings=findings)
            case assured.Evidence():
                return replace(one, id="", title=self._say("piece of evidence", one.ref, reason), kept="")
        said = self._say("letter received", one.ref, reason)
        return replace(one, id="", sender="", subject=said, asks="", kept="", summary="", answered_how="")
