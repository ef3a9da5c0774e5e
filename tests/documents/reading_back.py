"""Reading a made document back, as python-docx and as plain parts."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from boardtui.documents.package import pack, unpack
from boardtui.documents.reopening import blocks


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """Return the whole body, a line to each paragraph outside tables and each row inside."""
    return "\n".join(blocks(data))


def rows_of(data: bytes) -> list[list[str]]:
    """Return every row of every table as the texts of its cells."""
    return [[cell.text for cell in row.cells] for table in opened(data).tables for row in table.rows]


def bookmarks(data: bytes) -> dict[str, str]:
    """Return the bookmarks by name, each with the text of its paragraphs."""
    found: dict[str, str] = {}
    inside: dict[str, str] = {}
    for element in opened(data).element.body.iter():
        if element.tag == qn("w:bookmarkStart"):
            inside[element.get(qn("w:id"))] = element.get(qn("w:name"))
            found[element.get(qn("w:name"))] = ""
        elif element.tag == qn("w:bookmarkEnd"):
            del inside[element.get(qn("w:id"))]
        elif element.tag == qn("w:t"):
            for name in inside.values():
                found[name] += element.text or ""
    return found


def edited(data: bytes) -> bytes:
    """Return the document as if somebody had changed a word in it and saved it."""
    parts = unpack(data)
    return pack({**parts, "word/document.xml": parts["word/document.xml"].replace(b"Board", b"Bored", 1)})
