"""What a returned Word file changes, record by record: comments, tracked changes, retyped words, new and removed ones.

A difference is told apart from the text as it was exported; a `Patch` finds its place in the record as it is now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from boardtui.domain.aligning import Aligned, aligned
from boardtui.domain.folding import fold, place_in, same
from boardtui.domain.returned import Paragraph, Returned, Stretch, Stretches, after, before, cut, first_tracked, joined

_NUMBER = re.compile(r"\s*\d+(?:\.\d+)*\.?\t")
_PARAGRAPH = re.compile(r"[^\n]+")


class PointKind(StrEnum):
    """What somebody did to a paper in Word."""

    COMMENT = "comment"
    TRACKED = "tracked change"
    RETYPED = "retyped"
    REMOVED = "removed"
    NEW = "new"
    MOVED = "moved"
    BESIDE = "beside the words"


@dataclass(frozen=True)
class Printed:
    """A record as a paper prints it: its words, and for an entry what stands before and after them."""

    mark: str
    words: str
    before: str = ""
    after: str = ""
    in_paragraphs: bool = False


@dataclass(frozen=True)
class Patch:
    """A stretch of a record's words as they were exported, and what stands in its place."""

    base: str
    start: int
    end: int
    new: str

    @property
    def result(self) -> str:
        """Return the words with the stretch replaced."""
        return self.base[: self.start] + self.new + self.base[self.end :]

    def whole(self) -> Patch:
        """Return the patch of the whole paragraph that the stretch stands in."""
        start = self.base.rfind("\n", 0, self.start) + 1
        end = self.base.find("\n", self.end)
        end = len(self.base) if end < 0 else end
        return Patch(self.base, start, end, self.base[start : self.start] + self.new + self.base[self.end : end])

    def applied(self, words: str) -> str | None:
        """Return these words with the stretch replaced; None where it does not stand in them as it did."""
        found = place_in(self.base, self.start, self.end, words)
        return None if found is None else words[: found[0]] + self.new + words[found[1] :]

    def stands_in(self, words: str) -> bool:
        """Say whether these words already read as the patch would have them."""
        if same(self.result, words):
            return True
        if not self.new.strip():
            return False
        return place_in(self.result, self.start, self.start + len(self.new), words) is not None and (
            self.start < self.end or place_in(self.base, self.start, self.end, words) is None
        )


@dataclass(frozen=True)
class Difference:
    """One thing that differs: in which record (its mark), the paragraph before and after, by whom, when.

    `after` and `before` are the records that a new paragraph stands directly behind or in front of; `said` are the
    words that a comment is on.
    """

    kind: PointKind
    mark: str
    old: str
    new: str
    author: str = ""
    on: date | None = None
    patch: Patch | None = None
    after: str = ""
    before: str = ""
    said: str = ""


def differences(base: Returned, printed: Mapping[str, Printed], back: Returned) -> list[Difference]:
    """Return what a returned file changes against the same paper as it was exported, in the paper's order."""
    pairs = aligned(base, back)
    order = {mark: place for place, mark in enumerate(pairs.marks)}
    found: list[tuple[float, Difference]] = []
    for mark, one in printed.items():
        changed = _of_record(one, pairs.exported.get(mark, ()), pairs.returned.get(mark, ()))
        found += [(order.get(mark, 0), difference) for difference in changed]
    for mark in pairs.moved:
        if mark in printed and not any(
            one.mark == mark and one.kind is PointKind.REMOVED and not one.patch for _, one in found
        ):
            found.append((order[mark], Difference(PointKind.MOVED, mark, printed[mark].words, printed[mark].words)))
    found += [(order.get(near, -1) + 0.5, one) for near, one in _beside(pairs)]
    found += [(order.get(one.mark, -1) + 0.7, one) for one in _comments(back, pairs)]
    return _moves([one for _, one in sorted(found, key=lambda pair: pair[0])])


def _of_record(one: Printed, exported: Sequence[Paragraph], returned: Sequence[Paragraph]) -> Iterator[Difference]:
    if not exported:
        return
    if not any(paragraph.before.strip() or paragraph.after.strip() for paragraph in returned):
        yield Difference(PointKind.REMOVED, one.mark, one.words, "")
        return
    if one.in_paragraphs:
        said = _block(returned)
    else:
        head, said, tail = _entry(one, _one_paragraph(returned))
        yield from _around(one, head, said, tail)
    if not after(said).strip():
        change = first_tracked(said)
        yield Difference(
            PointKind.REMOVED, one.mark, one.words, "", change.author if change else "", change.on if change else None
        )
        return
    for patch, kind, change_of in _patches(one.words, said):
        whole = patch.whole()
        if kind is PointKind.RETYPED and not patch.new.strip():
            kind = PointKind.REMOVED
        elif kind is PointKind.RETYPED and patch.start == patch.end:
            kind = PointKind.NEW
        yield Difference(
            kind,
            one.mark,
            patch.base[whole.start : whole.end],
            whole.new,
            change_of.author if change_of else "",
            change_of.on if change_of else None,
            patch,
        )


def _one_paragraph(paragraphs: Sequence[Paragraph]) -> Stretches:
    """Return an entry's stretches; where Enter was pressed in it, a line break stands there."""
    kept = [one for one in paragraphs if one.before.strip() or one.after.strip()]
    return joined([one.stretches for one in kept], lambda n: Stretch("\n", kept[n].end))


def _block(paragraphs: Sequence[Paragraph]) -> Stretches:
    """Return a block's stretches as its text is written: an empty line between paragraphs, `- ` before an item."""
    kept = [one for one in paragraphs if one.before.strip() or one.after.strip()]
    parts = [_bulleted(_unnumbered(one.stretches), one) for one in kept]
    return joined(parts, lambda n: Stretch("\n" if kept[n].bullet and kept[n + 1].bullet else "\n\n", kept[n].end))


def _unnumbered(stretches: Stretches) -> Stretches:
    """Leave out the number that a report's paragraph begins with."""
    if found := _NUMBER.match(before(stretches)):
        return cut(stretches, found.end())[1]
    if stretches and (found := _NUMBER.match(stretches[0].text)):
        return (Stretch(stretches[0].text[found.end() :], stretches[0].tracked), *stretches[1:])
    return stretches


def _bulleted(stretches: Stretches, paragraph: Paragraph) -> Stretches:
    if not paragraph.bullet:
        return stretches
    changes = {one.tracked for one in stretches}
    return (Stretch("- ", changes.pop() if len(changes) == 1 else None), *stretches)


def _entry(one: Printed, stretches: Stretches) -> tuple[Stretches, Stretches, Stretches]:
    """Tell what stands before an entry's words, the words, and what stands after them."""
    exported = f"{one.before}{one.words}{one.after}"
    text = before(stretches)
    start = _place(exported, len(one.before), text)
    head, rest = cut(stretches, start)
    if not one.after:
        return head, rest, ()
    end = max(_place(exported, len(one.before) + len(one.words), text), start)
    said, tail = cut(rest, end - start, insertions_after=False)
    return head, said, tail


def _place(exported: str, at: int, text: str) -> int:
    """Return where a place of the exported paragraph is in the returned one, retyped as it may be."""
    ours, theirs = fold(exported), fold(text)
    place = ours.at(at)
    if theirs.text[:place] == ours.text[:place]:
        return theirs.places[place]
    blocks = SequenceMatcher(None, ours.text, theirs.text, autojunk=False).get_matching_blocks()
    for mine, yours, length in blocks:
        if mine <= place < mine + length:
            return theirs.places[yours + place - mine]
    ended = [yours + length for mine, yours, length in blocks if mine + length <= place]
    return theirs.places[max(ended, default=0)]


def _around(one: Printed, head: Stretches, _said: Stretches, tail: Stretches) -> Iterator[Difference]:
    """Yield what was changed in what the program itself puts before and after the words."""
    for printed, stretches in ((one.before, head), (one.after, tail)):
        old, new = _NUMBER.sub("", printed).strip(), _NUMBER.sub("", after(stretches)).strip()
        if not same(old, new):
            change = first_tracked(stretches)
            by, on = (change.author, change.on) if change else ("", None)
            yield Difference(PointKind.BESIDE, one.mark, old, new, by, on)


def _patches(words: str, said: Stretches) -> Iterator[tuple[Patch, PointKind, _Change | None]]:
    """Yield the changes of a record's words: tracked ones each, retyped paragraphs each."""
    original = before(said)
    ours, theirs = list(_PARAGRAPH.finditer(words)), list(_PARAGRAPH.finditer(original))
    changes = list(_changes(said))
    matcher = SequenceMatcher(
        None, [fold(one[0]).text for one in ours], [fold(one[0]).text for one in theirs], autojunk=False
    )
    for kind, i, j, k, m in matcher.get_opcodes():
        first, last = _span(ours, i, j, len(words)), _span(theirs, k, m, len(original))
        if kind == "equal":
            yield from _tracked(words, first, original, last, changes)
            continue
        if j - i == m - k:
            for n in range(j - i):
                yield from _retyped(words, ours[i + n].span(), said, theirs[k + n].span())
        else:
            yield from _retyped(words, first, said, last)


def _span(paragraphs: Sequence[re.Match[str]], first: int, last: int, end: int) -> tuple[int, int]:
    if first < last:
        return paragraphs[first].start(), paragraphs[last - 1].end()
    at = paragraphs[first].start() if first < len(paragraphs) else end
    return at, at


def _tracked(
    words: str, ours: tuple[int, int], original: str, theirs: tuple[int, int], changes: Sequence[_Change]
) -> Iterator[tuple[Patch, PointKind, _Change | None]]:
    mine, yours = fold(words[ours[0] : ours[1]]), fold(original[theirs[0] : theirs[1]])
    for change in changes:
        if theirs[0] <= change.start and change.end <= theirs[1]:
            start = ours[0] + mine.places[min(yours.at(change.start - theirs[0]), len(mine.text))]
            end = ours[0] + mine.places[min(yours.at(change.end - theirs[0]), len(mine.text))]
            patch = Patch(words, start, end, change.new)
            if not same(words[start:end], change.new) or "\n" in change.new.strip(" "):
                yield patch, PointKind.TRACKED, change


def _retyped(
    words: str, ours: tuple[int, int], said: Stretches, theirs: tuple[int, int]
) -> Iterator[tuple[Patch, PointKind, _Change | None]]:
    _, rest = cut(said, theirs[0])
    inside, _ = cut(rest, theirs[1] - theirs[0], insertions_after=False)
    new = after(inside).strip()
    if same(words[ours[0] : ours[1]], new):
        return
    if ours[0] == ours[1]:
        new = f"{new}\n\n" if ours[0] < len(words) else f"\n\n{new}"
    change = first_tracked(inside)
    at = _Change(0, 0, "", change.author, change.on) if change else None
    yield Patch(words, *ours, new), PointKind.RETYPED, at


@dataclass(frozen=True)
class _Change:
    """A tracked change of the text: where it stood, and what takes its place."""

    start: int
    end: int
    new: str
    author: str
    on: date | None


def _changes(said: Stretches) -> Iterator[_Change]:
    """Yield the tracked changes; those of one person with nothing but a blank between them are one."""
    waiting: _Change | None = None
    place, gap = 0, ""
    for one in said:
        length = len(one.text) if one.was else 0
        if one.tracked is None:
            place += length
            gap += one.text
            continue
        new = one.text if one.tracked.inserted else ""
        if waiting and waiting.author == one.tracked.author and gap in ("", " "):
            waiting = _Change(
                waiting.start, place + length, waiting.new + gap + new, waiting.author, waiting.on or one.tracked.on
            )
        else:
            if waiting:
                yield waiting
            waiting = _Change(place, place + length, new, one.tracked.author, one.tracked.on)
        place, gap = place + length, ""
    if waiting:
        yield waiting


def _beside(pairs: Aligned) -> Iterator[tuple[str, Difference]]:
    """Yield what was done to paragraphs that belong to no record, and the new ones; each with the record near it."""
    for one in pairs.beside:
        change = one.returned.tracked if one.returned else None
        by, on = (change.author, change.on) if change else ("", None)
        old = one.exported.before.strip() if one.exported else ""
        new = one.returned.after.strip() if one.returned else ""
        if one.exported is None:
            kind = PointKind.NEW
            new = f"- {new}" if one.returned and one.returned.bullet else new
            if not new:
                continue
        else:
            kind = PointKind.BESIDE
        yield one.near, Difference(kind, "", old, new, by, on, after=one.after, before=one.before)


def _comments(back: Returned, pairs: Aligned) -> Iterator[Difference]:
    for one in back.comments:
        mark = pairs.near(one.paragraph) if one.paragraph is not None else ""
        yield Difference(PointKind.COMMENT, mark, "", one.text, one.author, one.on, said=one.words)


def _moves(found: list[Difference]) -> list[Difference]:
    """Tell a paragraph that was cut and put elsewhere from one removed and one new."""
    new = [one for one in found if one.kind is PointKind.NEW and one.patch is None]
    made: list[Difference] = []
    for one in found:
        gone = one.kind is PointKind.REMOVED and one.patch is None
        again = next((other for other in new if gone and _ends_with(other.new, one.old)), None)
        if again is not None:
            new.remove(again)
            one = Difference(PointKind.MOVED, one.mark, one.old, one.old, again.author, again.on)
        made.append(one)
    used = [one for one in found if one.kind is PointKind.NEW and one.patch is None and one not in new]
    return [one for one in made if one not in used]


def _ends_with(text: str, words: str) -> bool:
    return bool(words.strip()) and fold(text).text.endswith(fold(words).text)
