"""The picture at the head of the Board's papers: what may be one, and how large it stands there."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Mapping
from typing import Any

from boardtui.documents.charts import Picture
from boardtui.errors import BoardError

MOST = 200_000
"""Bytes that a picture may have: it is part of every paper, and of the Board's file."""

KINDS = ("image/png", "image/jpeg")
WIDE, TALL = 7.0, 2.2
"""Centimetres that it may take, whichever it meets first."""


def checked(data: bytes, name: str) -> None:
    """Refuse what cannot stand at the head of a paper: no PNG or JPEG, too large a file, or an empty picture."""
    if len(data) > MOST:
        raise BoardError(
            f"The picture {name} is too large: {len(data) // 1000:,} kB.",
            f"It becomes part of every paper, so it may have {MOST // 1000} kB.",
            "Save it smaller: 800 dots across are enough for a letterhead.",
        )
    if _size(data) is None:
        raise BoardError(
            f"{name} is not a picture that Word can show.",
            "The letterhead was left as it is.",
            "Choose a PNG or JPEG file (from a PDF or SVG, save it as PNG first).",
        )


def pictures(context: Mapping[str, Any]) -> dict[str, Picture]:
    """Return the letterhead's picture of a paper, by the name that the paper's context has for it."""
    name, encoded = context.get("letterhead_picture", ""), context["properties"].get("letterhead", "")
    try:
        data = base64.b64decode(encoded, validate=True)
    except (ValueError, binascii.Error):
        return {}
    size = _size(data) if name else None
    if size is None:
        return {}
    wide, tall = size
    return {name: Picture(data, min(WIDE, TALL * wide / tall), f"Letterhead of {context['council'].splitlines()[0]}")}


def _size(data: bytes) -> tuple[int, int] | None:
    """Return how many dots a picture is wide and tall; None if it is not one."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_file(io.BytesIO(data))
        found = (image.px_width, image.px_height) if image.content_type in KINDS else (0, 0)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return None
    return found if all(found) else None
