"""A returned Word file, read whole: paragraphs, comments, and the moment of the record it was made from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from boardtui.documents.readback import opening
from boardtui.documents.readback.paragraphs import Places, W, author, day, paragraphs
from boardtui.domain.returned import Comment, Returned, after, before
from boardtui.domain.text import clean, one_line, shorten

_MADE_AT = re.compile(r"_([pr])([0-9]{1,9})_([0-9A-Za-z]*)")
_LONGEST_WORDS = 400
_MOST_COMMENTS = 2_000


def returned(data: bytes, path: Path) -> Returned:
    """Read a Word file that came back; raises BoardError when it is none, or not safe to read."""
    parts = opening.parts(data, path)
    body = parts["word/document.xml"].find(f"{W}body")
    places = Places()
    read = tuple(paragraphs(body if body is not None else (), _bulleted(parts.get("word/styles.xml")), places))
    made = next((found for name in places.names if (found := _MADE_AT.fullmatch(name))), None)
    comments = tuple(_comments(parts.get("word/comments.xml"), places))
    if made is None:
        return Returned(read, comments)
    return Returned(read, comments, int(made[2]), made[3], made[1] == "r")


def _bulleted(styles: Any) -> set[str]:
    """Return the ids of the styles of lists with bullets."""
    if styles is None:
        return set()
    found = set()
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None and name.get(f"{W}val", "").casefold().startswith("list bullet"):
            found.add(style.get(f"{W}styleId", ""))
    return found


def _comments(part: Any, places: Places) -> list[Comment]:
    """Return the comments in order; one that says nothing is none."""
    made = []
    for element in list(part.iter(f"{W}comment"))[:_MOST_COMMENTS] if part is not None else ():
        number = element.get(f"{W}id", "")
        said = "\n".join(_text(paragraph) for paragraph in element.iter(f"{W}p")).strip()
        if said:
            stretches = places.comments.get(number, [])
            words = after(stretches) or before(stretches)
            made.append(
                Comment(
                    clean(said),
                    author(element),
                    day(element),
                    shorten(one_line(words), _LONGEST_WORDS),
                    places.at.get(number),
                )
            )
    return made


def _text(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
