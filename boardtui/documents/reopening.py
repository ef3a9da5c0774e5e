"""After rendering, the file is opened again and searched for everything it had to say (DESIGN 8, *Word*)."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from boardtui.documents.package import unpack
from boardtui.domain.text import shorten
from boardtui.errors import BoardError

Said = Sequence[Sequence[str]]
"""What must be found: each entry's strings stand together in one paragraph or one row of a table."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUN, _TEXT = f"{_W}r", f"{_W}t"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BETWEEN = "\0"


def verify(data: bytes, said: Said, template: str) -> None:
    """Check that a rendered file holds everything that had to be said; raises BoardError naming what is missing."""
    text = _BETWEEN.join(blocks(data))
    starts = _starts(text)
    for wanted, times in Counter(tuple(filter(None, strings)) for strings in said).items():
        if wanted and not _found(text, starts, wanted, times):
            raise BoardError(
                f"The document was not written, because a sentence would be missing from it: “{_shown(wanted)}”.",
                f"The template {template} does not print it.",
                "Put the field back into your copy of the template, or remove the copy to use the shipped one.",
            )


def verify_pictures(data: bytes, words: Sequence[str], template: str) -> None:
    """Check that every picture stands in a rendered file, by the words it is described in; raises BoardError."""
    if not words:
        return
    found = {one.get("descr") for one in ElementTree.fromstring(unpack(data)["word/document.xml"]).iter(_PICTURE)}
    for said in words:
        if said not in found:
            raise BoardError(
                f"The document was not written, because a picture would be missing from it: “{shorten(said, 120)}”.",
                f"The template {template} does not print it.",
                "Put the field back into your copy of the template, or remove the copy to use the shipped one.",
            )


def blocks(data: bytes) -> Iterator[str]:
    """Return the text of each paragraph outside tables, and of each row of a table, in order."""
    body = ElementTree.fromstring(unpack(data)["word/document.xml"]).find(f"{_W}body")
    for child in () if body is None else body:
        if child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                yield "\n".join(_text(paragraph) for paragraph in row.iter(f"{_W}p"))
        else:
            yield _text(child)


def paragraphs(data: bytes) -> tuple[str, ...]:
    """Return each paragraph, and each row of a table as one, that says something, in order."""
    return tuple(text for text in blocks(data) if text.strip())


def footers(data: bytes) -> list[str]:
    """Return what each footer of a Word file says, in one line."""
    return _running(data, "word/footer")


def verify_marking(data: bytes, marking: str, template: str) -> None:
    """Check that a restricted version says in its header that it is one; raises BoardError."""
    if marking and not any(marking in said for said in _running(data, "word/header")):
        raise BoardError(
            "The document was not written, because its header would not say that it is restricted.",
            f"The template {template} does not print the field marking in its header.",
            "Put the field into your copy of the template, or remove the copy to use the shipped one.",
        )


def _running(data: bytes, part: str) -> list[str]:
    """Return what each header or footer says."""
    parts = unpack(data)
    return [
        _text(ElementTree.fromstring(parts[name]))
        for name in sorted(parts)
        if name.startswith(part) and name.endswith(".xml")
    ]


def _text(element: ElementTree.Element) -> str:
    return "".join(
        (node.text or "") if node.tag == _TEXT else _BREAKS.get(node.tag, "")
        for run in element.iter(_RUN)
        for node in run
    )


def _starts(text: str) -> list[int]:
    starts, at = [0], text.find(_BETWEEN)
    while at >= 0:
        starts.append(at + 1)
        at = text.find(_BETWEEN, at + 1)
    return starts


def _found(text: str, starts: list[int], wanted: tuple[str, ...], times: int) -> bool:
    """Say whether so many paragraphs and rows hold all of the strings."""
    rarest = max(wanted, key=len)
    at = text.find(rarest)
    while at >= 0 and times:
        block = bisect_right(starts, at) - 1
        end = starts[block + 1] - 1 if block + 1 < len(starts) else len(text)
        if all(text.find(other, starts[block], end) >= 0 for other in wanted):
            times -= 1
        at = text.find(rarest, end)
    return not times


def _shown(wanted: tuple[str, ...]) -> str:
    return shorten(" … ".join(wanted), 120)
