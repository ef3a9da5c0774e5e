"""The paragraphs of a returned Word file: their text with what was tracked, and the record each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from boardtui.domain.returned import Paragraph, Stretch, Tracked
from boardtui.domain.text import clean, one_line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = re.compile(r"_([eb])([0-9a-f]{32})[0-9a-z_]*")
"""The bookmark that carries a record's identity: an entry's, or a block's."""

_SAID = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_BORDERS = {f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")}
_INSERTED = {f"{W}ins", f"{W}moveTo"}
_DELETED = {f"{W}del", f"{W}moveFrom"}
_PASSED_OVER = {
    *(f"{W}{name}" for name in ("pPr", "rPr", "drawing", "pict", "object", "instrText", "footnoteReference", "rubyPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


@dataclass
class Places:
    """Where in the running text the bookmarks and comments begin and end, found on the way through the body."""

    marks: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    comments: dict[str, list[Stretch]] = field(default_factory=dict)
    commenting: set[str] = field(default_factory=set)
    at: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)


@dataclass
class _Reading:
    """One paragraph being read: its stretches by the record they stand in, in order."""

    parts: list[tuple[str, list[Stretch]]]


def paragraphs(body: Any, bulleted: set[str], places: Places) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body in order, those of tables too; two records run into one are told apart.

    What somebody typed before or after the bookmark of a paragraph belongs to the paragraph's record.
    """
    number = 0
    for element in _in_order(body):
        if element.tag != f"{W}p":
            _passed(element, places)
            continue
        reading = _Reading([(_open_record(places), [])])
        for child in element:
            _read(child, None, reading, places, number)
        made = list(_told_apart(element, reading, bulleted))
        number += len(made)
        yield from made


def tracked(element: Any, *, inserted: bool) -> Tracked:
    """Return who tracked a change, and when."""
    return Tracked(inserted, author(element), day(element))


def author(element: Any) -> str:
    """Return the author that an element names."""
    return one_line(element.get(f"{W}author", ""))[:120]


def day(element: Any) -> date | None:
    """Return the day that an element names."""
    try:
        return date.fromisoformat(element.get(f"{W}date", "")[:10])
    except ValueError:
        return None


def _in_order(body: Any) -> Iterator[Any]:
    """Yield paragraphs, and the bookmarks between them; a paragraph inside a text box is passed over."""
    for child in body:
        if child.tag in (
            f"{W}p",
            f"{W}bookmarkStart",
            f"{W}bookmarkEnd",
            f"{W}commentRangeStart",
            f"{W}commentRangeEnd",
        ):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _PASSED_OVER:
            yield from _in_order(child)


def _open_record(places: Places) -> str:
    return places.open[-1] if places.open else ""


def _passed(element: Any, places: Places) -> str | None:
    """Note that a bookmark or comment begins or ends; return the record that begins."""
    number = element.get(f"{W}id", "")
    match element.tag.removeprefix(W):
        case "bookmarkStart":
            name = element.get(f"{W}name", "")
            places.names.append(name)
            if (found := MARK.fullmatch(name)) is None:
                return None
            record = found[1] + found[2]
            if record in places.open:  # LibreOffice begins one of several paragraphs anew in the last of them
                places.marks[number] = name
            elif name not in places.marks.values():
                places.marks[number] = name
                places.open.append(record)
                return record
        case "bookmarkEnd":
            if (name := places.marks.get(number, "")) and (found := MARK.fullmatch(name)):
                places.open = [one for one in places.open if one != found[1] + found[2]]
        case "commentRangeStart":
            places.commenting.add(number)
        case "commentRangeEnd":
            places.commenting.discard(number)
    return None


def _read(element: Any, change: Tracked | None, reading: _Reading, places: Places, number: int) -> None:
    """Read one element of a paragraph into it."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _PASSED_OVER:
        return
    if tag in (f"{W}t", f"{W}delText") or tag in _SAID:
        text = _SAID[tag] if tag in _SAID else clean(element.text or "")
        _say(Stretch(text, change), reading, places, number)
    elif tag in _BORDERS:
        if record := _passed(element, places):
            reading.parts.append((record, []))
        elif reading.parts == [(reading.parts[0][0], [])] and reading.parts[0][0] not in places.open:
            reading.parts[0] = ("", [])
    elif tag == f"{W}commentReference":
        places.at.setdefault(element.get(f"{W}id", ""), number + len(_records(reading)) - 1)
    else:
        if tag in _INSERTED | _DELETED and (change is None or change.inserted):
            change = tracked(element, inserted=tag in _INSERTED)
        for child in element:
            _read(child, change, reading, places, number)


def _say(said: Stretch, reading: _Reading, places: Places, number: int) -> None:
    reading.parts[-1][1].append(said)
    for comment in places.commenting:
        places.comments.setdefault(comment, []).append(said)
        places.at.setdefault(comment, number + len(_records(reading)) - 1)


def _records(reading: _Reading) -> list[tuple[str, list[Stretch]]]:
    """Return the parts of a paragraph by record: what stands before the first record belongs to it."""
    made: list[tuple[str, list[Stretch]]] = []
    for record, said in reading.parts:
        if made and (made[-1][0] in ("", record)):
            made[-1] = (record, made[-1][1] + said)
        else:
            made.append((record, list(said)))
    return made


def _told_apart(element: Any, reading: _Reading, bulleted: set[str]) -> Iterator[Paragraph]:
    """Yield a paragraph, or one for each record that was run into it."""
    records = _records(reading)
    bullet, in_table = _is_bulleted(element, bulleted), any(True for _ in element.iterancestors(f"{W}tc"))
    for place, (record, said) in enumerate(records):
        end = _end(element) if place == len(records) - 1 else None
        yield Paragraph(tuple(_merged(said)), record, bullet, in_table, end)


def _merged(said: list[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches with runs that a word processor split put together again."""
    waiting: Stretch | None = None
    for one in said:
        if waiting is not None and waiting.tracked == one.tracked:
            waiting = Stretch(waiting.text + one.text, one.tracked)
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _end(element: Any) -> Tracked | None:
    """Return whether the paragraph's end was inserted or deleted."""
    properties = element.find(f"{W}pPr/{W}rPr")
    if properties is None:
        return None
    for name, inserted in (("ins", True), ("del", False), ("moveTo", True), ("moveFrom", False)):
        if (found := properties.find(f"{W}{name}")) is not None:
            return tracked(found, inserted=inserted)
    return None


def _is_bulleted(element: Any, bulleted: set[str]) -> bool:
    style = element.find(f"{W}pPr/{W}pStyle")
    if style is not None and style.get(f"{W}val", "") in bulleted:
        return True
    return element.find(f"{W}pPr/{W}numPr") is not None
