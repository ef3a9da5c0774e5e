"""What a paper that is about to be signed comes down to: what its signer reads first, before all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.domain.papers import MinutesPaper
from boardtui.domain.states import EntryKind, RatingStatus
from boardtui.domain.text import plural
from boardtui.domain.views import Action, Letter


@dataclass(frozen=True)
class Short:
    """One thing of a paper: its title with how many there are, and a line for each, its reference in front."""

    title: str
    lines: tuple[tuple[str, str], ...] = ()


def minutes_in_short(paper: MinutesPaper) -> tuple[Short, ...]:
    """Return the decisions, the actions raised, the challenges, and how many lines got which rating."""
    raised = tuple((one.ref, f"{_who(one)}: {one.text}") for one in paper.actions)
    decided, asked = (_entries(paper, kind) for kind in (EntryKind.DECISION, EntryKind.CHALLENGE))
    parts = (
        Short(plural(len(decided), "decision"), decided),
        Short(f"{plural(len(raised), 'action')} raised", raised),
        Short(plural(len(asked), "challenge"), asked),
    )
    rated = ", ".join(_rated(paper))
    return (*(part for part in parts if part.lines), *([Short(rated)] if rated else ()))


def letter_in_short(letter: Letter, judgement: str, outdated: tuple[str, ...]) -> tuple[Short, ...]:
    """Return the author's own judgement, word for word, and what the records say otherwise since it was drafted."""
    own = [block.text for block in letter.blocks if block.key == judgement and block.text.strip()]
    stale = tuple(
        (one.said, f"is now {one.now if one.now is not None else 'gone'} ({one.ref})")
        for block in letter.blocks
        for one in block.figures
        if one.stale
    )
    parts = [Short("The judgement", tuple(("", text) for text in own))] if own else []
    if stale:
        parts.append(Short(f"{plural(len(stale), 'figure')} changed since it was drafted", stale))
    if outdated:
        title = f"{plural(len(outdated), 'part')} would be drafted otherwise now: leave, and redraft"
        parts.append(Short(title, tuple(("", heading) for heading in outdated)))
    return tuple(parts)


def _entries(paper: MinutesPaper, kind: EntryKind) -> tuple[tuple[str, str], ...]:
    found = (one for one in paper.entries if one.kind == kind and not one.to_tidy)
    told = tuple((one.decision_ref or one.ref, one.text) for one in found)
    return tuple(sorted(told)) if kind == EntryKind.DECISION else told


def _who(action: Action) -> str:
    return ", ".join(action.leads) or "nobody"


def _rated(paper: MinutesPaper) -> Iterator[str]:
    """Say how many lines were agreed at which rating, in the order of the scheme."""
    counted = Counter(one.level for one in paper.ratings if one.status == RatingStatus.AGREED)
    for level in paper.scheme:
        if counted[level.letter]:
            yield f"{plural(counted[level.letter], 'line')} {level.word}"
