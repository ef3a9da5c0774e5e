"""Which paragraph of a returned Word file is which of the exported one, whatever became of the bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from boardtui.domain.folding import fold
from boardtui.domain.returned import Paragraph, Returned

_ALIKE = 0.6
"""How alike two paragraphs must be for one to be the other retyped."""


@dataclass(frozen=True)
class Beside:
    """A paragraph of no record that was changed, is new, or is gone; `near` is the record before it.

    `after` and `before` name the record it directly follows, or stands directly in front of.
    """

    exported: Paragraph | None
    returned: Paragraph | None
    near: str
    after: str = ""
    before: str = ""


@dataclass(frozen=True)
class Aligned:
    """Exported and returned paragraphs by record, those beside the records that differ, and records that moved."""

    marks: tuple[str, ...]
    exported: dict[str, list[Paragraph]]
    returned: dict[str, list[Paragraph]]
    beside: tuple[Beside, ...]
    moved: tuple[str, ...]
    back: tuple[Paragraph, ...]

    def near(self, place: int) -> str:
        """Return the record that a paragraph belongs to: its own, the one it is a heading of, or one just above.

        Nothing outside all of them: that is about the paper as a whole.
        """
        marked = [n for n, one in enumerate(self.back) if one.mark]
        if not marked or not marked[0] <= place <= marked[-1]:
            return ""
        above = max(n for n in marked if n <= place)
        below = min(n for n in marked if n >= place)
        return self.back[above if self.back[place].in_table else below].mark


def aligned(base: Returned, back: Returned) -> Aligned:
    """Align a returned file with the same paper as it was exported."""
    ours = [one for one in base.paragraphs if one.before.strip() or one.mark]
    known = {one.mark for one in ours}
    foreign = [one if one.mark in known else replace(one, mark="") for one in back.paragraphs]
    theirs = _recognised(ours, foreign)
    exported, returned = _by_record(ours), _by_record(theirs)
    return Aligned(
        tuple(exported), exported, returned, tuple(_beside(ours, theirs)), tuple(_moved(exported, returned)),
        tuple(theirs),
    )  # fmt: skip


def _by_record(paragraphs: Sequence[Paragraph]) -> dict[str, list[Paragraph]]:
    made: dict[str, list[Paragraph]] = {}
    for one in paragraphs:
        if one.mark:
            made.setdefault(one.mark, []).append(one)
    return made


def _recognised(ours: Sequence[Paragraph], theirs: list[Paragraph]) -> list[Paragraph]:
    """Give paragraphs that lost their bookmark the one they had, by their words."""
    kept = {one.mark for one in theirs}
    for lost in (one for one in ours if one.mark and one.mark not in kept):
        wanted = fold(lost.before).text
        free = [n for n, one in enumerate(theirs) if not one.mark and one.before.strip() and not one.in_table]
        found = next((n for n in free if fold(theirs[n].before).text == wanted), None)
        if found is None and (likely := [(_likeness(wanted, theirs[n]), -n) for n in free]):
            most, place = max(likely)
            found = -place if most > _ALIKE else None
        if found is not None:
            theirs[found] = replace(theirs[found], mark=lost.mark)
    return theirs


def _likeness(wanted: str, paragraph: Paragraph) -> float:
    matcher = SequenceMatcher(None, wanted, fold(paragraph.before).text, autojunk=False)
    if matcher.real_quick_ratio() <= _ALIKE or matcher.quick_ratio() <= _ALIKE:
        return 0.0
    return matcher.ratio()


def _beside(ours: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> Iterator[Beside]:
    matcher = SequenceMatcher(None, [_key(one) for one in ours], [_key(one) for one in theirs], autojunk=False)
    near = ""
    for kind, i, j, k, m in matcher.get_opcodes():
        before, now = ours[i:j], theirs[k:m]
        if kind == "equal":
            for n, (was, one) in enumerate(zip(before, now, strict=True)):
                near = one.mark or near
                if not one.mark and fold(one.after).text != fold(one.before).text:
                    yield Beside(was, one, near, *_neighbours(theirs, k + n))
            continue
        waiting = [one for one in before if not one.mark and not one.in_table]
        for n, one in enumerate(now):
            near = one.mark or near
            if one.mark or (one.in_table and not one.tracked) or not (one.before + one.after).strip():
                continue
            likely = next((old for old in waiting if _likeness(fold(old.before).text, one) > _ALIKE), None)
            if likely is not None:
                waiting.remove(likely)
            yield Beside(likely, one, near, *_neighbours(theirs, k + n))
        for gone in waiting:
            yield Beside(gone, None, near)


def _key(paragraph: Paragraph) -> str:
    return f"\0{paragraph.mark}" if paragraph.mark else fold(paragraph.before).text


def _neighbours(paragraphs: Sequence[Paragraph], place: int) -> tuple[str, str]:
    """Return the record that a paragraph directly follows, and the one it stands directly in front of.

    Several new paragraphs in a row follow the same one.
    """
    back = place - 1
    while back >= 0 and not paragraphs[back].mark and not paragraphs[back].before.strip():
        back -= 1
    following = place + 1
    while following < len(paragraphs) and not paragraphs[following].mark and not paragraphs[following].before.strip():
        following += 1
    after = paragraphs[back].mark if back >= 0 else ""
    return after, paragraphs[following].mark if following < len(paragraphs) else ""


def _moved(exported: dict[str, list[Paragraph]], returned: dict[str, list[Paragraph]]) -> list[str]:
    """Return the records that stand elsewhere in the order: as few as explain it."""
    order = {mark: n for n, mark in enumerate(exported)}
    marks = [mark for mark in returned if mark in order]
    longest: list[list[str]] = []
    for mark in marks:
        runs = [run for run in longest if order[run[-1]] < order[mark]]
        longest.append([*_longest(runs), mark])
    stay = set(_longest(longest))
    return [mark for mark in marks if mark not in stay]


def _longest(runs: Sequence[list[str]]) -> list[str]:
    return max(runs, key=len) if runs else []
