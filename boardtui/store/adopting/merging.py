"""Making one record of two: the chosen rows, what they rest on, and numbers that nobody else has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from boardtui.domain.meetings import LAST_ITEMS
from boardtui.store.adopting.differences import Difference, Key, Side
from boardtui.store.adopting.schema import POSITIONS, Image, Numbering, Rows, Schema, content

Group = tuple[Any, ...]
"""Within what something is numbered: the values of those columns."""


@dataclass
class Merged:
    """The record as it will be; the rows of either side that are not in it; those kept because others rest on them."""

    rows: Rows
    left_out: list[tuple[Difference, Side]] = field(default_factory=list)
    kept: list[Key] = field(default_factory=list)
    unlinked: list[tuple[Key, str]] = field(default_factory=list)


def merge(
    schema: Schema, base: Rows, ours: Rows, theirs: Rows, found: Iterable[Difference], choices: Mapping[str, Side]
) -> Merged:
    """Put together what both sides say; `choices` says which side counts where both changed the same."""
    merged = Merged({table: dict(rows) for table, rows in ours.items()})
    for one in found:
        side = _side(one, choices)
        _put(merged.rows, one.key, one.of(side))
        other: Side = "theirs" if side == "ours" else "ours"
        if content(one.of(other)) != content(one.base) and one.of(other) is not None:
            merged.left_out.append((one, other))
    _rest_on_what_is_there(schema, merged, (ours, theirs, base))
    for numbering in schema.numberings:
        _number(numbering, merged.rows, (base, ours, theirs))
    _end_agendas(merged.rows, ours, theirs)
    return merged


def move_positions(merged: Rows, theirs: Rows, ours: Rows, moved: Mapping[int, int]) -> None:
    """Let what came from the copy name the places that its journal's entries have in this file."""
    for table, column in POSITIONS.items():
        for row, image in merged.get(table, {}).items():
            other, mine = theirs.get(table, {}).get(row), ours.get(table, {}).get(row)
            at = image[column]
            if other is not None and other[column] == at and at in moved and (mine is None or mine[column] != at):
                merged[table][row] = image | {column: moved[at]}


def raise_versions(merged: Rows, ours: Rows, theirs: Rows) -> None:
    """Give every row that is not as it was here a higher version than on either side; leave the others alone."""
    for table, rows in merged.items():
        for row, image in rows.items():
            mine, other = ours.get(table, {}).get(row), theirs.get(table, {}).get(row)
            if mine is not None and content(mine) == content(image):
                rows[row] = mine
            elif mine is not None or content(other) != content(image):
                rows[row] = image | {"version": max(one["version"] for one in (mine, other, image) if one) + 1}


def _side(one: Difference, choices: Mapping[str, Side]) -> Side:
    if one.because_signed is not None:
        return one.because_signed
    return choices[one.choice] if one.changed == "both" else one.changed


def _put(rows: Rows, key: Key, image: Image | None) -> None:
    table, row = key
    if image is None:
        rows.setdefault(table, {}).pop(row, None)
    else:
        rows.setdefault(table, {})[row] = image


def _rest_on_what_is_there(schema: Schema, merged: Merged, sides: tuple[Rows, ...]) -> None:
    """Keep whatever a kept row names; what was laid aside for a signed paper is no longer named instead."""
    aside = {one.key for one, _side in merged.left_out if one.paper is not None}
    while missing := list(_missing(schema, merged.rows)):
        for key, column, parent, optional in missing:
            image = merged.rows[key[0]].get(key[1])
            if image is None:
                continue
            if parent not in aside:
                _put(merged.rows, parent, next(side[parent[0]][parent[1]] for side in sides if _has(side, parent)))
                merged.kept.append(parent)
            elif optional:
                merged.rows[key[0]][key[1]] = image | {column: None}
                merged.unlinked.append((key, column))
            else:
                _lay_aside(merged, key, image, sides)
                aside.add(key)


def _missing(schema: Schema, rows: Rows) -> Iterator[tuple[Key, str, Key, bool]]:
    for link in schema.links:
        there = rows.get(link.parent, {})
        for row, image in rows.get(link.table, {}).items():
            named = image[link.column]
            if named and named not in there:
                yield (link.table, row), link.column, (link.parent, named), link.optional


def _has(side: Rows, key: Key) -> bool:
    return key[1] in side.get(key[0], {})


def _lay_aside(merged: Merged, key: Key, image: Image, sides: tuple[Rows, ...]) -> None:
    ours, theirs, base = (side.get(key[0], {}).get(key[1]) for side in sides)
    side: Side = "ours" if ours == image else "theirs"
    merged.left_out.append((Difference(*key, side, base, ours, theirs), side))
    _put(merged.rows, key, None)


def _number(numbering: Numbering, merged: Rows, sides: tuple[Rows, Rows, Rows]) -> None:
    """Give theirs the next free number wherever ours, or an earlier one of theirs, has it already."""
    table, column = numbering.table, numbering.column
    rows = merged.get(table, {})
    ever = _values(numbering, (merged, *sides))
    held, coming = _held_and_coming(numbering, rows, *sides[:2])
    shifted = set[Group]()
    for row in sorted(coming, key=lambda row: rows[row][column]):
        group, value = _group(numbering, rows[row]), rows[row][column]
        if value in held.setdefault(group, set()) or group in shifted:
            if numbering.ordered:
                shifted.add(group)
                value = max(held[group]) + 1
            else:
                value = next_free(value, ever[group])
            ever[group].add(value)
            rows[row] = rows[row] | {column: value}
        held[group].add(value)


def _end_agendas(merged: Rows, ours: Rows, theirs: Rows) -> None:
    """Put items of theirs that got the next free number before what ends the agenda of a meeting not yet begun."""
    rows, mine, other = (side.get("agenda_item", {}) for side in (merged, ours, theirs))
    agendas: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: rows[row]["number"]):
        agendas.setdefault(rows[row]["meeting_id"], []).append(row)
    for meeting, agenda in agendas.items():
        came = [row for row in agenda if row not in mine and rows[row]["number"] != other[row]["number"]]
        stay = [row for row in agenda if row not in came]
        if not came or merged["meeting"][meeting]["opened_at"] is not None:
            continue
        end = len(stay)
        while end and rows[stay[end - 1]]["kind"] in LAST_ITEMS:
            end -= 1
        numbers = [rows[row]["number"] for row in agenda]
        for row, number in zip([*stay[:end], *came, *stay[end:]], numbers, strict=True):
            rows[row] = rows[row] | {"number": number}


def _held_and_coming(
    numbering: Numbering, rows: dict[str, Image], base: Rows, ours: Rows
) -> tuple[dict[Group, set[Any]], list[str]]:
    """Tell the numbers that stay because they were ours from the rows that bring theirs."""
    table, column = numbering.table, numbering.column
    before, mine = base.get(table, {}), ours.get(table, {})
    held: dict[Group, set[Any]] = {}
    coming = []
    for row, image in rows.items():
        if image[column] is None:
            continue
        stays = row in mine and _numbered(numbering, mine[row]) == _numbered(numbering, image)
        if stays or (numbering.ordered and row in before):
            held.setdefault(_group(numbering, image), set()).add(image[column])
        else:
            coming.append(row)
    return held, coming


def _values(numbering: Numbering, sides: Iterable[Rows]) -> dict[Group, set[Any]]:
    """Return every number that was ever given on any side: one that is free again is not given twice."""
    found: dict[Group, set[Any]] = {}
    for side in sides:
        for image in side.get(numbering.table, {}).values():
            if image[numbering.column] is not None:
                found.setdefault(_group(numbering, image), set()).add(image[numbering.column])
    return found


def _group(numbering: Numbering, image: Image) -> Group:
    return tuple(image[name] for name in numbering.within)


def _numbered(numbering: Numbering, image: Image) -> Group:
    return (*_group(numbering, image), image[numbering.column])


def next_free(value: Any, taken: set[Any]) -> Any:
    """Return the next number, or name, that nobody has: `3.9` gives `3.10`, `DCS` gives `DCS2`."""
    if isinstance(value, int):
        return max(taken) + 1
    text = str(value)
    stem = text.rstrip("0123456789")
    width = len(text) - len(stem)
    count = int(text[len(stem) :]) + 1 if width else 2
    while f"{stem}{count}" in taken:
        count += 1
    return f"{stem}{count}"
