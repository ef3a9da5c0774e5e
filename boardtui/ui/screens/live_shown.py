"""What the middle of live mode shows: the entries read, and the lines on their way among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from boardtui.domain.dates import show
from boardtui.domain.live import Live
from boardtui.domain.states import EntryKind
from boardtui.domain.views import Action, Entry
from boardtui.ui.screens.live_saving import Line
from boardtui.ui.widgets.live_entries import ON_DISK, UNSAVED, WAITING, Said

NOTHING_DOUBTED: Mapping[str, tuple[str, ...]] = MappingProxyType({})
"""No word is in doubt."""

_BY_SIGN = {
    "!": EntryKind.ACTION,
    "=": EntryKind.DECISION,
    "?": EntryKind.CHALLENGE,
    ">": EntryKind.UPDATE,
}


def shown(
    live: Live,
    lines: Sequence[Line],
    editing: Entry | Line | None,
    doubted: Mapping[str, tuple[str, ...]] = NOTHING_DOUBTED,
) -> list[Said]:
    """Return the entries in order; a line on its way stands where it will be, words in doubt under their line."""
    instead = {line.replaces.id: line for line in lines if line.replaces is not None}
    there = {entry.id for entry in live.entries}
    raised = {action.ref: action for action in live.raised}
    said = [
        _under_way(instead[entry.id], editing, entry) if entry.id in instead else _read(entry, raised, editing, doubted)
        for entry in live.entries
    ]
    return said + [
        _under_way(line, editing)
        for line in lines
        if line.replaces is None and (not line.entry_id or line.entry_id not in there)
    ]


def _read(
    entry: Entry, raised: dict[str, Action], editing: Entry | Line | None, doubted: Mapping[str, tuple[str, ...]]
) -> Said:
    notes, warnings = [], []
    if entry.kind == EntryKind.ACTION and entry.action_ref in raised:
        notes.append(_owned(raised[entry.action_ref]))
    elif entry.decision_ref:
        notes.append(f"Decision {entry.decision_ref}")
    elif entry.answered_by:
        notes.append(f"answered at {entry.answered_by}")
    if words := doubted.get(entry.id):
        notes.append(f"spelling? {', '.join(words)}")
    if entry.restricted:
        warnings.append(f"RESTRICTED: {entry.restricted}")
    if entry.inquorate:
        warnings.append(f"⚠ {entry.inquorate}")
    if entry.to_tidy:
        warnings.append(f"✎ to tidy: {entry.to_tidy}")
    return Said(
        entry.id,
        f"{entry.item}.{entry.paragraph}" if entry.paragraph is not None else "",
        EntryKind(entry.kind),
        entry.text,
        ON_DISK,
        tuple(notes),
        tuple(warnings),
        isinstance(editing, Entry) and editing.id == entry.id,
    )


def _under_way(line: Line, editing: Entry | Line | None, entry: Entry | None = None) -> Said:
    where = UNSAVED if line.failed else ON_DISK if line.commit else WAITING
    return Said(
        line.key,
        f"{entry.item}.{entry.paragraph}" if entry is not None and entry.paragraph is not None else "",
        _BY_SIGN.get(line.typed.strip()[:1], EntryKind.NOTE),
        line.typed if line.typed.strip() else "(removed)",
        where,
        warnings=("not saved: press Enter to try again",) if line.failed else (),
        in_the_box=line is editing,
    )


def _owned(action: Action) -> str:
    helping = f" with {', '.join(action.supporters)}" if action.supporters else ""
    due = f"due {show(action.due)}" if action.due else "due at the next meeting"
    return f"{action.ref} · {', '.join(action.leads)}{helping} · {due}"
