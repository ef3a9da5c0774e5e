"""Putting rows of either side into words: what they are called, what they say, which references became others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from boardtui.domain.adopting import Mention, RecordDiffers, Renumbered, Side, Text
from boardtui.domain.text import one_line
from boardtui.store.adopting.differences import Difference, Key
from boardtui.store.adopting.schema import Image, Rows, Schema
from boardtui.store.reading.naming import Names
from boardtui.store.reading.reader import Database

_NOT_SAID = ("id", "version", "salt", "cost", "digest", "snapshot", "open_text", "full_text", "chain_head")
_SIDES: dict[str, str] = {"ours": "signed here", "theirs": "signed in the copy"}
_EXCERPT = 30


class Telling:
    """Names and tells rows; each side's own file knows the names of what it holds."""

    def __init__(self, ours: Database, theirs: Database) -> None:
        self._ours, self._theirs = Names(ours), Names(theirs)

    def difference(self, one: Difference) -> RecordDiffers:
        """Tell one difference: the fields that are not the same, or all of a record that one side alone has."""
        gone: Side | None = None
        if one.ours is None or one.theirs is None:
            gone = ("ours" if one.ours is None else "theirs") if one.base is not None else None
        return RecordDiffers(
            self._ours.kind(one.table),
            self.ref(one.key, one.ours, one.theirs),
            one.changed,
            tuple(self._texts(one)),
            one.choice if one.open else "",
            gone,
            _SIDES.get(one.because_signed or "", ""),
            self._words(one),
        )

    def ref(self, key: Key, ours: Image | None, theirs: Image | None) -> str:
        """Return what people call a row, on our side if it is there."""
        if ours is not None:
            return self._ours.row(*key, ours)
        return self._theirs.row(*key, theirs) if theirs is not None else ""

    def named(self, key: Key, ours: Image | None, theirs: Image | None) -> str:
        """Return a row's kind and what people call it."""
        kind, ref = self._ours.kind(key[0]), self.ref(key, ours, theirs)
        return ref if ref.startswith(kind) else f"{kind} {ref}".strip()

    def field(self, column: str) -> str:
        """Return what people call a field."""
        return self._ours.field(column)

    def in_full(self, one: Difference, side: Side) -> str:
        """Tell everything that one side says of a row, word for word."""
        told = self.difference(one)
        said = [(text.field, text.ours if side == "ours" else text.theirs) for text in told.texts]
        whose = "here" if side == "ours" else "in the copy"
        return f"{told.record}, {whose}: " + "; ".join(f"{field}: {value}" for field, value in said if value)

    def _words(self, one: Difference) -> str:
        """Return what the record says, on our side if it is there."""
        if one.ours is not None:
            return self._ours.words(one.table, one.ours)
        return self._theirs.words(one.table, one.theirs) if one.theirs is not None else ""

    def _texts(self, one: Difference) -> Iterator[Text]:
        for column in one.ours or one.theirs or {}:
            mine, other = (image.get(column) if image else None for image in (one.ours, one.theirs))
            if column in _NOT_SAID or mine == other:
                continue
            yield Text(
                self._ours.field(column),
                self._ours.value(one.table, column, mine),
                self._theirs.value(one.table, column, other),
            )


def references(db: Database, schema: Schema, rows: Rows) -> dict[Key, list[str]]:
    """Return how people refer to every row that has a number or a name of its own."""
    names = Names(db)
    tables = {one.table for one in schema.numberings if not one.ordered} | {"entry"}
    found: dict[Key, list[str]] = {}
    for table in sorted(tables):
        for row, image in rows.get(table, {}).items():
            found[table, row] = [names.row(table, row, image)]
            if image.get("decision_number") is not None:
                meeting = names.label("meeting", image["meeting_id"]).removeprefix("meeting ")
                found[table, row].append(f"D{meeting}/{image['decision_number']:02}")
    return found


def renumbered(db: Database, before: dict[Key, list[str]], after: dict[Key, list[str]]) -> list[Renumbered]:
    """Return every reference that became another one."""
    names = Names(db)
    return [
        Renumbered(
            "decision" if old.startswith("D") and key[0] == "entry" else names.kind(key[0]),
            old,
            new,
            names.words_of(*key),
        )
        for key, olds in before.items()
        for old, new in zip(olds, after.get(key, olds), strict=False)
        if old != new and not (key[0] == "agenda_item" and _only_its_meeting(old, new))
    ]


def _only_its_meeting(old: str, new: str) -> bool:
    """Say whether an item is where it was on its agenda: that the meeting has another number is told once."""
    return old.partition("/")[2] == new.partition("/")[2]


def mentions(db: Database, merged: Rows, theirs: Iterable[Key], changed: list[Renumbered]) -> list[Mention]:
    """Return every text of theirs that names a reference which became another one."""
    now = {one.old: one.new for one in changed}
    if not now:
        return []
    names = Names(db)
    any_of = "|".join(re.escape(old) for old in sorted(now, key=len, reverse=True))
    named = re.compile(rf"(?<![\w/.])(?:{any_of})(?![\w/]|\.\d)")
    found = []
    for table, row in theirs:
        image = merged.get(table, {}).get(row, {})
        for column, value in image.items():
            if (
                column in (*_NOT_SAID, "ref", "initials", "code")
                or column.endswith("_id")
                or not isinstance(value, str)
            ):
                continue
            for match in named.finditer(value):
                kind, ref = names.kind(table), names.row(table, row, image)
                record = ref if ref.startswith(kind) else f"{kind} {ref}".strip()
                found.append(Mention(record, match[0], now[match[0]], _around(value, match)))
    return found


def _around(text: str, match: re.Match[str]) -> str:
    start, end = max(match.start() - _EXCERPT, 0), match.end() + _EXCERPT
    return f"{'…' if start else ''}{one_line(text[start:end])}{'…' if end < len(text) else ''}"
