"""Rows that both sides added and that are one record: theirs takes the identity of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator

from boardtui.store.adopting.schema import SAME, Image, Rows, Schema, content

Identities = dict[tuple[str, str], str]
"""(table, their row) → our row."""


def one_record(schema: Schema, base: Rows, ours: Rows, theirs: Rows) -> Rows:
    """Return their rows with our identity wherever both added the same record."""
    known: Identities = {}
    for table, columns in SAME:
        theirs = _renamed(schema, theirs, known)
        known = dict(_paired(table, columns, base, ours, theirs))
    theirs = _renamed(schema, theirs, known)
    equal = {
        pair: row for table in theirs if schema.leads_nowhere(table) for pair, row in _equal(table, base, ours, theirs)
    }
    return _renamed(schema, theirs, equal)


def _added(table: str, base: Rows, side: Rows) -> dict[str, Image]:
    before = base.get(table, {})
    return {row: image for row, image in side.get(table, {}).items() if row not in before}


def _paired(
    table: str, columns: tuple[str, ...], base: Rows, ours: Rows, theirs: Rows
) -> Iterator[tuple[tuple[str, str], str]]:
    mine = {tuple(image[name] for name in columns): row for row, image in _added(table, base, ours).items()}
    for row, image in _added(table, base, theirs).items():
        found = mine.get(tuple(image[name] for name in columns))
        if found is not None and found != row:
            yield (table, row), found


def _equal(table: str, base: Rows, ours: Rows, theirs: Rows) -> Iterator[tuple[tuple[str, str], str]]:
    mine: dict[str, list[str]] = {}
    for row, image in _added(table, base, ours).items():
        mine.setdefault(_said(image), []).append(row)
    for row, image in _added(table, base, theirs).items():
        if row not in ours.get(table, {}) and (found := mine.get(_said(image))):
            yield (table, row), found.pop(0)


def _said(image: Image) -> str:
    return json.dumps(content(image), sort_keys=True)


def _renamed(schema: Schema, rows: Rows, known: Identities) -> Rows:
    if not known:
        return rows
    renamed: Rows = {}
    for table, images in rows.items():
        links = {link.column: link.parent for link in schema.links_of(table)}
        kept = renamed.setdefault(table, {})
        for row, image in images.items():
            mapped = {
                name: known.get((links[name], str(value)), value) if name in links and value else value
                for name, value in image.items()
            }
            mine = known.get((table, row), row)
            kept[mine] = mapped | {"id": mine}
    return renamed
