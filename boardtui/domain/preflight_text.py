"""What must not leave in the text of a paper: restricted words, a child's identity, small counts (rules 11 and 12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.domain import views
from boardtui.domain.identity import signs
from boardtui.domain.papers import AgendaPaper, MinutesPaper
from boardtui.domain.preflight import Concern, Finding, Passage, found
from boardtui.domain.quoting import Quotations
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.small_counts import small_counts
from boardtui.domain.states import EntryKind, RatingStatus
from boardtui.domain.text import listed

_AGENDA, _MINUTES = (
    "Meetings ({meetings}), open the meeting, {meeting-edit}.",
    "Meetings ({meetings}), open the meeting, {meeting-filter} finds the line, {meeting-edit}.",
)
_ACTION, _LINE, _LETTER = (
    "Actions ({actions}), {actions-reword}.",
    "Plan ({plan}), open the line, {line-rate}.",
    "Letters ({letters}), open it, {letter-edit}.",
)


def of_text(passages: Iterable[Passage], secrets: Quotations, version: PaperVersion) -> Iterator[Finding]:
    """Find what must not leave in the passages that everybody reads.

    Restricted words and small counts matter in an open version only; a child's identity belongs in neither, outside
    what is restricted.
    """
    for passage in passages:
        if version == PaperVersion.OPEN:
            yield from _quoted(passage, secrets)
        if known := signs(passage.text):
            said = f"A child could be known by it: it gives {listed(known)}."
            fix = f"Take it out, or restrict it: {passage.mend}"
            yield found(Concern.IDENTITY, passage.where, said, fix, passage.text)
        if version == PaperVersion.OPEN and (counts := small_counts(passage.text)):
            said = f"It counts fewer than five: {listed([f'“{one}”' for one in counts])}."
            fix = f"Say “fewer than five” or leave the number out: {passage.mend}"
            yield found(Concern.SMALL_COUNT, passage.where, said, fix, passage.text)


def agenda_passages(paper: AgendaPaper) -> list[Passage]:
    """Return what an agenda prints of its items and of the matters arising."""
    return [
        *(passage for item in paper.items for passage in _item(item)),
        *(passage for one in paper.arising for passage in _action(one, updated=False)),
    ]


def minutes_passages(paper: MinutesPaper) -> list[Passage]:
    """Return what the open minutes print: items, entries, interests, matters arising, ratings, corrections."""
    updated = {entry.action_ref for entry in paper.entries if entry.kind == EntryKind.UPDATE}
    corrected = (one for one in paper.corrected if not one.restricted)
    return [
        *(passage for item in paper.items for passage in _item(item)),
        *(
            Passage(entry.ref, entry.text, _MINUTES)
            for entry in paper.entries
            if not entry.restricted and (entry.kind != EntryKind.REGISTER or entry.to_tidy)
        ),
        *(Passage(f"interest of {one.who}", one.nature, _MINUTES) for one in paper.interests if not one.restricted),
        *(passage for one in paper.arising for passage in _action(one, updated=one.ref in updated)),
        *(passage for one in paper.ratings if one.status == RatingStatus.AGREED for passage in _rating(one)),
        *(Passage(f"correction of {one.ref}", f"{one.old}\n{one.new}", _MINUTES) for one in corrected),
    ]


def letter_passages(letter: views.Letter, lines: Iterable[views.PlanLine]) -> list[Passage]:
    """Return what a letter or report prints: its blocks paragraph by paragraph, and the plan in its annex."""
    blocks = [
        Passage(f"{letter.name}: {block.heading or block.key}", part.strip(), _LETTER)
        for block in letter.blocks
        for part in f"{block.heading}\n\n{block.text}".split("\n\n")
        if part.strip()
    ]
    annex = plan_passages(lines, f"{letter.name}: ")
    return [
        Passage(letter.name, letter.subject, "Letters ({letters}), open it, {letter-particulars}."),
        *blocks,
        *annex,
    ]


def plan_passages(lines: Iterable[views.PlanLine], within: str = "") -> list[Passage]:
    """Return the words that a plan report, or the annex of a letter, prints of the plan's lines."""
    return [
        Passage(f"{within}line {line.ref}", text, _LINE)
        for line in lines
        if not line.restricted
        for text in (line.reason, line.path)
        if text
    ]


def _item(item: views.Item) -> list[Passage]:
    said = (item.title, item.paper, item.urgent_because, "" if item.restricted else item.deferred_because)
    return [Passage(f"item {item.number}", text, _AGENDA) for text in said if text]


def _action(one: views.Action, *, updated: bool) -> list[Passage]:
    """Return what matters arising print of an action; its evidence only where no paragraph says what became of it."""
    if one.restricted:
        return []
    said = (one.text, "" if updated or one.evidence_restricted else one.evidence)
    return [Passage(f"action {one.ref}", text, _ACTION) for text in said if text]


def _rating(one: views.Rating) -> list[Passage]:
    if one.restricted:
        return []
    return [Passage(f"line {one.line}", text, _LINE) for text in (one.reason, one.path, one.evidence) if text]


def _quoted(passage: Passage, secrets: Quotations) -> Iterator[Finding]:
    if (ref := secrets.of(passage.text)) is not None:
        said = f"It repeats words of {ref}, which is restricted."
        fix = f"Take them out, or restrict it as well: {passage.mend}"
        yield found(Concern.RESTRICTED, passage.where, said, fix, passage.text)
